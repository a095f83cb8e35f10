package org.govsocial.testkit;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.govsocial.model.Citation;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;

/** A plug-in with one rule that keeps the contract. */
public final class KitPlugin implements GuidancePlugin {
    /** Made by the service loader. */
    public KitPlugin() {}

    static RuleInfo rule(String name) {
        return RuleInfo.of("kit/" + name, new Citation("kit", "KIT-1"), "No exclamation marks.")
                .withMessage("shout", Severity.WARNING, "The mark at {place} shouts.");
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("kit", "1", API_LEVEL, "us", "here");
    }

    @Override
    public List<URL> packs() {
        return List.of(Objects.requireNonNull(KitPlugin.class.getResource("/META-INF/govsocial/kit.pack.json")));
    }

    @Override
    public List<Rule> rules() {
        return List.of(new NoShouting());
    }

    /** Reports each exclamation mark. */
    static final class NoShouting implements PostRule {
        @Override
        public RuleInfo info() {
            return rule("no-shouting");
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            String text = post.post().text();
            for (int at = text.indexOf('!'); at >= 0; at = text.indexOf('!', at + 1)) {
                out.fail("shout").at(at, at + 1).with("place", at).safeFix(Edit.text(at, at + 1, "."));
            }
        }
    }
}
