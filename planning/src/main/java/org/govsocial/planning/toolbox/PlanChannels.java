package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** The channels. */
final class PlanChannels implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-channels", "high-level", "TS-CHANNELS", "A plan lists its channels, and what each is for.")
            .withMessage("none", Severity.WARNING, "The plan names no channel.")
            .withMessage(
                    "no-handle",
                    Severity.NOTE,
                    "The channel on {platform} has no name yet. Write the handle once it is known, and enter it in the register of accounts.")
            .withMessage("no-use", Severity.NOTE, "Nothing says what the channel on {platform} is for.");

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
        var channels = plan.presence().channels();
        if (channels.isEmpty()) {
            out.fail("none").at(Topic.at("/presence/channels"));
        }
        for (int i = 0; i < channels.size(); i++) {
            Plan.Channel channel = channels.get(i);
            String field = "/presence/channels/" + i;
            if (channel.handle().isBlank()) {
                out.fail("no-handle")
                        .at(Topic.at(field + "/handle"))
                        .with("platform", channel.platform().id());
            }
            if (channel.use().isBlank()) {
                out.fail("no-use")
                        .at(Topic.at(field + "/use"))
                        .with("platform", channel.platform().id());
            }
        }
    }
}
