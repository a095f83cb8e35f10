package org.govsocial.casestudies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.CaseStudy;
import org.govsocial.spi.Catalogue;

/**
 * The cases of every pack that is loaded, with the guidance around them. Immutable; safe to share between threads.
 *
 * <pre>{@code
 * CaseLibrary library = CaseLibrary.of(Guidance.load(List.of(new Origin.Application())));
 * try (CaseSearch search = library.search()) {
 *     search.search(CaseQuery.of("measles")).hits().forEach(hit -> ...);
 * }
 * }</pre>
 */
public final class CaseLibrary {
    private final Catalogue catalogue;
    private final Map<String, CaseStudy> cases = new LinkedHashMap<>();

    private CaseLibrary(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (CaseStudy one : catalogue.cases()) {
            cases.put(one.id(), one);
        }
    }

    /**
     * The library of what is loaded.
     *
     * @param catalogue what is loaded
     * @return its cases
     */
    public static CaseLibrary of(Catalogue catalogue) {
        return new CaseLibrary(catalogue);
    }

    /**
     * Every case.
     *
     * @return in the order of the packs
     */
    public List<CaseStudy> cases() {
        return List.copyOf(cases.values());
    }

    /**
     * One case.
     *
     * @param id in any case of letters
     * @return empty when there is none of that id
     */
    public Optional<CaseStudy> find(String id) {
        CaseStudy exact = cases.get(id);
        return exact != null
                ? Optional.of(exact)
                : cases.values().stream()
                        .filter(c -> c.id().equalsIgnoreCase(id))
                        .findFirst();
    }

    /**
     * The guidance that the cases cite.
     *
     * @return what is loaded
     */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * How many cases have each value of a facet.
     *
     * @param facet which side of the cases
     * @return counts by value, in order
     */
    public SortedMap<String, Integer> counts(Facet facet) {
        var counts = new TreeMap<String, Integer>();
        for (CaseStudy one : cases.values()) {
            for (String value : facet.of(one)) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * Where a case was read: title, publisher, place and day.
     *
     * @param one the case
     * @return a line for each source
     */
    public List<String> sources(CaseStudy one) {
        return Wording.sources(one, catalogue);
    }

    /**
     * The statements of the guidance that a case illustrates, with what each asks and of whom it is.
     *
     * @param one the case
     * @return a line for each; the citation alone where its document is not installed
     */
    public List<String> illustrates(CaseStudy one) {
        return one.cites().stream().map(c -> Wording.citation(c, catalogue)).toList();
    }

    /**
     * Where a case comes from and how sure it is, in words.
     *
     * @param one the case
     * @return two short sentences
     */
    public static String standing(CaseStudy one) {
        return Wording.standing(one);
    }

    /**
     * Where a case comes from, in words.
     *
     * @param one the case
     * @return a short phrase in plain English
     */
    public static String provenance(CaseStudy one) {
        return Wording.provenance(one);
    }

    /**
     * A value of a facet in words, such as "X (Twitter)" for {@code x}.
     *
     * @param facet which side of cases
     * @param value as packs write it
     * @return as people read it
     */
    public static String words(Facet facet, String value) {
        return Wording.value(facet, value);
    }

    /**
     * Indexes the cases in memory.
     *
     * @return a search, to be closed
     */
    public CaseSearch search() {
        return CaseSearch.of(cases());
    }
}
