package org.govsocial.casestudies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;

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

    private static Recommendation recommendation(
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
            Set<String> words = words(hit);
            if (!words.isEmpty()) {
                reasons.add("it speaks of " + String.join(", ", words));
            }
        }
        List<Citation> gaps = situation.gaps().stream()
                .filter(gap -> cites(one).anyMatch(gap::equals))
                .toList();
        score += GAP * gaps.size();
        gaps.forEach(gap -> reasons.add("it bears on what your check found: " + gap));
        List<CaseStudy.Lesson> lessons = one.lessons().stream()
                .sorted(Comparator.comparing(l -> l.cites().stream().noneMatch(gaps::contains)))
                .toList();
        return new Recommendation(one, score, reasons, lessons, gaps);
    }

    private static Set<String> words(CaseSearch.Hit hit) {
        var words = new LinkedHashSet<String>();
        for (CaseSearch.Mark mark : hit.marks()) {
            words.add(hit.snippet().substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static Stream<Citation> cites(CaseStudy one) {
        return Stream.concat(one.cites().stream(), one.lessons().stream().flatMap(l -> l.cites().stream()));
    }
}
