package org.govsocial.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.govsocial.engine.Mending;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Place;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;

/**
 * What safe fixes promise, checked on a post. They are applied again and again, as {@code check --fix} does; then
 *
 * <ul>
 *   <li>none of them is left, but for those that would bring in an error;
 *   <li>no rule finds anything where it has mended something;
 *   <li>there is no error that was not there before;
 *   <li>a new lesser finding lies in or beside what was written;
 *   <li>all other text is as it was.
 * </ul>
 */
public final class SafeFixes {
    private final Reviewer reviewer;
    private final Set<String> reachesFar;
    private long changed;
    private long edits;
    private int rounds;

    /**
     * Checks with a reviewer.
     *
     * @param reviewer whose rules and fixes are checked
     * @param reachesFar names of rules that count or compare what stands apart, so that an edit may give them something
     *     to say of another place
     */
    public SafeFixes(Reviewer reviewer, Set<String> reachesFar) {
        this.reviewer = reviewer;
        this.reachesFar = Set.copyOf(reachesFar);
    }

    /**
     * How many of the posts fixes changed.
     *
     * @return the number so far
     */
    public long changed() {
        return changed;
    }

    /**
     * How many edits were made.
     *
     * @return the number so far
     */
    public long edits() {
        return edits;
    }

    /**
     * How many rounds the longest took.
     *
     * @return the number so far; 0 when no post changed
     */
    public int rounds() {
        return rounds;
    }

    /**
     * Mends a post, and tells which promises that breaks.
     *
     * @param post not changed
     * @return a sentence for each broken promise; empty when all are kept
     */
    public List<String> broken(Post post) {
        Report before = reviewer.review(post);
        Mending mending = reviewer.mended(post);
        var trace = new FixTrace(post);
        for (List<Finding> round : mending.rounds()) {
            trace.apply(round);
            edits += round.stream().mapToLong(finding -> safe(finding).size()).sum();
        }
        changed += mending.rounds().isEmpty() ? 0 : 1;
        rounds = Math.max(rounds, mending.rounds().size());
        return broken(before, trace, reviewer.review(mending.post()));
    }

    /** The edits of the first safe fix. */
    static List<Edit> safe(Finding finding) {
        return finding.fixes().stream()
                .filter(Fix::safe)
                .findFirst()
                .map(Fix::edits)
                .orElse(List.of());
    }

    private List<String> broken(Report before, FixTrace trace, Report after) {
        var broken = new ArrayList<String>();
        Post mended = (Post) after.subject();
        for (String field : trace.editedFields()) {
            if (!trace.text(field).equals(mended.textAt(field))) {
                broken.add(field + " should be “" + trace.text(field) + "”, but is “" + mended.textAt(field) + "”");
            }
        }
        for (Finding finding : after.findings()) {
            if (finding.counts() && !safe(finding).isEmpty()) {
                if (!isHarmful(finding, after)) {
                    broken.add("still to mend: " + shown(finding, mended));
                }
                continue;
            }
            FixTrace.Stretch stretch = trace.before(finding.place());
            boolean known = before.findings().stream().anyMatch(old -> isSame(old, finding, stretch));
            boolean more = count(after, finding) > count(before, finding);
            if (stretch.mended().stream().anyMatch(old -> isAgain(old, finding))) {
                broken.add("found again where it was mended: " + shown(finding, mended));
            } else if (more && finding.severity() == Severity.ERROR) {
                broken.add("a new error: " + shown(finding, mended));
            } else if (more
                    && !known
                    && !stretch.isTouched()
                    && !trace.isEditedBeside(finding.place().field())
                    && !reachesFar.contains(finding.rule().name())) {
                broken.add("new, away from all edits: " + shown(finding, mended));
            }
        }
        return broken;
    }

    private static long count(Report report, Finding kind) {
        return report.findings().stream()
                .filter(f -> f.rule().equals(kind.rule()) && f.messageKey().equals(kind.messageKey()))
                .count();
    }

    /** Whether a finding says once more what was mended beside it. */
    private static boolean isAgain(Finding mended, Finding now) {
        return mended.rule().equals(now.rule())
                && mended.messageKey().equals(now.messageKey())
                && mended.args().equals(now.args());
    }

    /** Whether a fix is left for a person since it would bring in an error. */
    private boolean isHarmful(Finding finding, Report now) {
        Report then = reviewer.review(((Post) now.subject()).edited(safe(finding)));
        return then.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR && count(then, f) > count(now, f));
    }

    /** Whether a finding of the post as it was is the one of the mended post, whose place was that stretch before. */
    private static boolean isSame(Finding old, Finding now, FixTrace.Stretch stretch) {
        Place was = old.place();
        return old.rule().equals(now.rule())
                && old.messageKey().equals(now.messageKey())
                && was.field().equals(now.place().field())
                && (was.isWhole()
                        || now.place().isWhole()
                        || stretch.start() <= was.end() && was.start() <= stretch.end());
    }

    private static String shown(Finding finding, Post post) {
        String text = post.textAt(finding.place().field());
        return finding.rule().name() + "/" + finding.messageKey() + " at "
                + finding.place().field() + " “"
                + (text == null || finding.place().isWhole()
                        ? text
                        : text.substring(
                                finding.place().start(), finding.place().end()))
                + "”";
    }
}
