package org.govsocial.casestudies;

import java.util.List;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;

/**
 * A case worth reading in some situation.
 *
 * @param recommended which case
 * @param score greater is more alike; comparable within one situation only
 * @param reasons why it is like the situation, in words
 * @param lessons what it teaches; those that answer a gap first
 * @param gaps the gaps of the situation that it speaks to
 */
public record Recommendation(
        CaseStudy recommended,
        double score,
        List<String> reasons,
        List<CaseStudy.Lesson> lessons,
        List<Citation> gaps) {
    /** Copies the lists. */
    public Recommendation {
        reasons = List.copyOf(reasons);
        lessons = List.copyOf(lessons);
        gaps = List.copyOf(gaps);
    }
}
