package org.govsocial.casestudies;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for. Made by {@link #of} and the methods that begin with {@code with}.
 *
 * @param words what people type, in any order; blank for every case
 * @param only the values that cases must have: of each facet at least one
 * @param limit the most hits to give, at least 1
 * @param explain whether hits say how their score came about
 */
public record CaseQuery(String words, Map<Facet, Set<String>> only, int limit, boolean explain) {
    /** Copies the map. */
    public CaseQuery {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        only.forEach((facet, values) -> copy.put(facet, Set.copyOf(values)));
        only = Map.copyOf(copy);
        limit = Math.max(1, limit);
    }

    /**
     * Looks for words, ten hits at most.
     *
     * @param words what people type; blank for every case
     * @return a query
     */
    public static CaseQuery of(String words) {
        return new CaseQuery(words, Map.of(), 10, false);
    }

    /**
     * The same, for cases with some value alone.
     *
     * @param facet which side of cases
     * @param values of which a case must have one; ignored when empty
     * @return a new query
     */
    public CaseQuery with(Facet facet, Iterable<String> values) {
        var wanted = new LinkedHashSet<String>();
        values.forEach(wanted::add);
        var more = new EnumMap<Facet, Set<String>>(Facet.class);
        more.putAll(only);
        if (!wanted.isEmpty()) {
            more.put(facet, wanted);
        }
        return new CaseQuery(words, more, limit, explain);
    }

    /**
     * The same, with another number of hits.
     *
     * @param most hits to give, at least 1
     * @return a new query
     */
    public CaseQuery withLimit(int most) {
        return new CaseQuery(words, only, most, explain);
    }

    /**
     * The same, with reasons.
     *
     * @return a new query
     */
    public CaseQuery explained() {
        return new CaseQuery(words, only, limit, true);
    }
}
