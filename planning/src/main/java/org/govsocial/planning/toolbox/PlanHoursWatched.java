package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Hours watched. */
final class PlanHoursWatched implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-hours-watched",
                    "high-level",
                    "TS-HOURS",
                    "A plan says which hours are watched and how soon people get a reply.")
            .withMessage("none", Severity.WARNING, "Nothing says which hours the channel is watched.")
            .withMessage("no-reply-time", Severity.WARNING, "Nothing says how soon people get a reply.")
            .withMessage("no-outside", Severity.NOTE, "Nothing says what happens outside the hours watched.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean applies(Plan plan) {
        return Topic.opensChannel(plan);
    }

    @Override
    public void check(Plan plan, Findings out) {
        Plan.Watch watch = plan.watch();
        if (watch.hours().isBlank()) {
            out.fail("none").at(Topic.at("/watch/hours"));
        } else if (watch.outside().isBlank()) {
            out.fail("no-outside").at(Topic.at("/watch/outside"));
        }
        if (watch.replyHours().isEmpty()) {
            out.fail("no-reply-time").at(Topic.at("/watch/replyHours"));
        }
    }
}
