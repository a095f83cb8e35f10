package org.govsocial.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;

/**
 * A post to which safe fixes were applied.
 *
 * @param post with the fixes; the object given when there was nothing to mend
 * @param rounds the findings whose first safe fix was applied, round by round: the places of a round are those after the
 *     rounds before
 */
public record Mending(Post post, List<List<Finding>> rounds) {
    private static final int MOST_ROUNDS = 10;

    /** Copies the lists. */
    public Mending {
        rounds = rounds.stream().map(List::copyOf).toList();
    }

    static Mending of(Post post, Function<Post, Report> review) {
        Report before = review.apply(post);
        Mending mending = of(post, before, review, false);
        // What was to be mended in a later round may have turned out to be harmful.
        return !mending.rounds.isEmpty() && hasNewErrors(before, review.apply(mending.post), false)
                ? of(post, before, review, true)
                : mending;
    }

    private static Mending of(Post post, Report before, Function<Post, Report> review, boolean careful) {
        var rounds = new ArrayList<List<Finding>>();
        Report now = before;
        Post current = post;
        while (rounds.size() < MOST_ROUNDS) {
            List<Finding> mended = apart(now);
            Post next = edited(current, mended);
            if (next.equals(current)) {
                break;
            }
            Report after = review.apply(next);
            if (hasNewErrors(now, after, !careful)) {
                mended = harmless(now, current, review, !careful);
                next = edited(current, mended);
                if (next.equals(current)) {
                    break;
                }
                after = review.apply(next);
            }
            rounds.add(mended);
            current = next;
            now = after;
        }
        return new Mending(current, rounds);
    }

    /** The findings with a safe fix, as far as their fixes do not touch one another. */
    private static List<Finding> apart(Report report) {
        var chosen = new ArrayList<Finding>();
        for (Finding finding : report.findings()) {
            if (isApart(finding, chosen)) {
                chosen.add(finding);
            }
        }
        return chosen;
    }

    /** Whether a finding that no person has answered has a safe fix, which touches none of those chosen. */
    private static boolean isApart(Finding finding, List<Finding> chosen) {
        List<Edit> fix = finding.counts() ? safeEdits(finding) : List.of();
        return !fix.isEmpty()
                && chosen.stream()
                        .flatMap(other -> safeEdits(other).stream())
                        .noneMatch(other -> fix.stream().anyMatch(edit -> touch(edit, other)));
    }

    /** The edits of the first safe fix. */
    private static List<Edit> safeEdits(Finding finding) {
        return finding.fixes().stream()
                .filter(Fix::safe)
                .findFirst()
                .map(Fix::edits)
                .orElse(List.of());
    }

    private static boolean touch(Edit one, Edit other) {
        return one.field().equals(other.field()) && one.start() <= other.end() && other.start() <= one.end();
    }

    private static Post edited(Post post, List<Finding> mended) {
        return mended.isEmpty()
                ? post
                : post.edited(
                        mended.stream().flatMap(f -> safeEdits(f).stream()).toList());
    }

    /** As many of the findings as can be mended together without a new error. */
    private static List<Finding> harmless(Report before, Post post, Function<Post, Report> review, boolean passing) {
        var kept = new ArrayList<Finding>();
        for (Finding finding : before.findings()) {
            if (isApart(finding, kept)) {
                kept.add(finding);
                if (hasNewErrors(before, review.apply(edited(post, kept)), passing)) {
                    kept.remove(kept.size() - 1);
                }
            }
        }
        return kept;
    }

    /** Whether there are more errors of some kind; with {@code passing}, those left out that have a safe fix themselves. */
    private static boolean hasNewErrors(Report before, Report after, boolean passing) {
        Map<String, Integer> known = errors(before, false);
        return errors(after, passing).entrySet().stream()
                .anyMatch(e -> e.getValue() > known.getOrDefault(e.getKey(), 0));
    }

    private static Map<String, Integer> errors(Report report, boolean passing) {
        var errors = new HashMap<String, Integer>();
        for (Finding finding : report.findings()) {
            if (finding.severity() == Severity.ERROR
                    && finding.counts()
                    && !(passing && !safeEdits(finding).isEmpty())) {
                errors.merge(finding.rule() + "/" + finding.messageKey(), 1, Integer::sum);
            }
        }
        return errors;
    }
}
