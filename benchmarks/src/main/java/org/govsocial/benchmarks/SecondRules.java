package org.govsocial.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.RuleId;
import org.govsocial.spi.Findings;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;

/** Every rule about posts of other plug-ins once more, under another id, to see what twice as many rules cost. */
final class SecondRules implements GuidancePlugin {
    private static final String ID = "second";

    private final List<Rule> rules = new ArrayList<>();

    SecondRules(List<GuidancePlugin> plugins) {
        for (GuidancePlugin plugin : plugins) {
            for (Rule rule : plugin.rules()) {
                if (rule instanceof PostRule first) {
                    rules.add(new Second(first, renamed(first.info())));
                }
            }
        }
    }

    private static RuleInfo renamed(RuleInfo info) {
        return new RuleInfo(
                new RuleId(ID, info.id().document() + "-" + info.id().name()),
                info.cites(),
                info.summary(),
                info.messages(),
                info.settings(),
                info.needs(),
                info.needsAny(),
                info.platforms(),
                info.criterion(),
                info.countries(),
                info.citations());
    }

    private record Second(PostRule first, RuleInfo info) implements PostRule {
        @Override
        public List<String> terms() {
            return first.terms();
        }

        @Override
        public boolean applies(PostFeatures post) {
            return first.applies(post);
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            first.check(post, out);
        }
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo(ID, "1", API_LEVEL, "the benchmarks", "the project's issue tracker");
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }
}
