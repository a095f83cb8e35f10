package org.govsocial.casestudies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Statement;

/**
 * Finds the cases that are most like a situation. What counts: what went wrong most, then what the work is for, then
 * where and how; the same words; and lessons on what a check found missing. The weights are this project's judgement.
 */
public final class CaseAdvisor {
    private static final Map<Facet, Double> WEIGHTS = Map.of(
            Facet.MISHAP, 4.0,
            Facet.CONTEXT, 2.0,
            Facet.STAGE, 1.0,
            Facet.TOOL, 1.5,
            Facet.PLATFORM, 1.5,
            Facet.COUNTRY, 0.5);
    private static final double WORDS = 5;
    private static final double GAP = 4;
    private static final int READ = 30;
    private static final int CLOSE = 5;

    /** Below this a case shares next to nothing. */
    private static final double LEAST = 2;

    private final CaseLibrary library;
    private final CaseSearch search;

    /**
     * An advisor over a library.
     *
     * @param library the cases
     * @param search over the same cases; closed by the caller
     */
    public CaseAdvisor(CaseLibrary library, CaseSearch search) {
        this.library = library;
        this.search = search;
    }

    /**
     * The cases most like a situation.
     *
     * @param situation a plan or an incident
     * @param limit the most to give
     * @return best first; empty when nothing is alike
     */
    public List<Recommendation> recommend(Situation situation, int limit) {
        Map<String, CaseSearch.Hit> alike = alike(situation);
        double best =
                alike.values().stream().mapToDouble(CaseSearch.Hit::score).max().orElse(1);
        return library.cases().stream()
                .map(c -> recommendation(c, situation, alike.get(c.id()), best))
                .filter(r -> r.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Recommendation::score)
                        .reversed()
                        .thenComparing(r -> r.recommended().id()))
                .limit(limit)
                .toList();
    }

    private Map<String, CaseSearch.Hit> alike(Situation situation) {
        var hits = new HashMap<String, CaseSearch.Hit>();
        if (!situation.words().isBlank()) {
            // Of a long text only some words will be in any one case.
            for (CaseSearch.Hit hit : search.searchAny(situation.words(), READ)) {
                hits.put(hit.found().id(), hit);
            }
        }
        return hits;
    }

    private Recommendation recommendation(
            CaseStudy one, Situation situation, CaseSearch.@org.jspecify.annotations.Nullable Hit hit, double best) {
        double score = 0;
        var reasons = new ArrayList<String>();
        for (Facet facet : Facet.values()) {
            Set<String> shared = new LinkedHashSet<>(facet.of(one));
            shared.retainAll(situation.values().getOrDefault(facet, Set.of()));
            Double weight = WEIGHTS.get(facet);
            if (!shared.isEmpty() && weight != null) {
                score += weight * (1 + 0.25 * (shared.size() - 1));
                reasons.add("the same " + facet.words().toLowerCase(Locale.ROOT) + ": "
                        + shared.stream().map(v -> Wording.value(facet, v)).collect(Collectors.joining(", ")));
            }
        }
        if (hit != null) {
            score += WORDS * hit.score() / best;
            Collection<String> words = words(hit);
            if (!words.isEmpty()) {
                reasons.add("it speaks of " + String.join(", ", words));
            }
        }
        var near = new LinkedHashSet<Citation>();
        var gaps = new ArrayList<Citation>();
        for (Citation gap : situation.gaps()) {
            Set<Citation> around = around(gap);
            boolean exactly = cites(one).anyMatch(gap::equals);
            if (exactly || cites(one).anyMatch(around::contains)) {
                score += exactly ? GAP : GAP / 2;
                gaps.add(gap);
                near.add(gap);
                near.addAll(around);
                reasons.add("it bears on what the check of your plan found: " + asked(gap));
            }
        }
        List<CaseStudy.Lesson> lessons = one.lessons().stream()
                .sorted(Comparator.comparing(l -> l.cites().stream().noneMatch(near::contains)))
                .toList();
        return new Recommendation(one, score, reasons, lessons, gaps);
    }

    private String asked(Citation gap) {
        return library.catalogue()
                .statement(gap)
                .map(s -> s.id() + ", " + s.text().split("\\. |\\.$", -1)[0])
                .orElse(gap.toString());
    }

    /**
     * The statements that one links to, and those that link to it; none for a statement that gathers many, since that it
     * is linked with one of them says next to nothing.
     */
    private Set<Citation> around(Citation gap) {
        var linked = new LinkedHashSet<Citation>();
        for (GuidanceDocument document : library.catalogue().documents()) {
            for (Statement s : document.statements()) {
                boolean towards = s.links().stream().anyMatch(l -> l.statement().equals(gap.statement()));
                boolean from = library.catalogue()
                        .statement(gap)
                        .map(g -> g.links().stream().anyMatch(l -> l.statement().equals(s.id())))
                        .orElse(false);
                if (towards || from) {
                    linked.add(new Citation(document.id(), s.id()));
                }
            }
        }
        return linked.size() > CLOSE ? Set.of() : linked;
    }

    /** The words in common, each once: of “account” and “accounts” the first. */
    private static Collection<String> words(CaseSearch.Hit hit) {
        var words = new LinkedHashMap<List<List<String>>, String>();
        try (Words stems = Words.toIndex()) {
            for (CaseSearch.Mark mark : hit.marks()) {
                String word = hit.snippet().substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT);
                words.putIfAbsent(stems.meanings(word), word);
            }
        }
        return words.values();
    }

    private static Stream<Citation> cites(CaseStudy one) {
        return Stream.concat(one.cites().stream(), one.lessons().stream().flatMap(l -> l.cites().stream()));
    }
}
