package org.govsocial.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Pack;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.WordRule;

/**
 * What a rule of a pack said of one of its own texts.
 *
 * @param rule which rule
 * @param text one of the texts under {@code pass} or {@code fail}
 * @param wanted whether the pack says that the rule reports the text
 * @param reported whether it did
 */
public record PackTrial(RuleId rule, String text, boolean wanted, boolean reported) {
    /**
     * Tries every rule of a pack on the texts that the pack gives for it, each rule alone.
     *
     * @param guidance holds the pack; a rule that it refused is left out, since its problem has been told
     * @param pack whose rules are tried
     * @return in the order of the pack
     */
    public static List<PackTrial> of(Guidance guidance, Pack pack) {
        var trials = new ArrayList<PackTrial>();
        for (WordRule rule : pack.rules()) {
            WordRule.Head head = rule.head();
            if (guidance.rule(head.id()).isEmpty()) {
                continue;
            }
            Reviewer reviewer = guidance.reviewer(ReviewConfig.DEFAULTS.withOnly(Set.of(head.id())));
            Platform platform =
                    head.platforms().isEmpty() ? Platform.ANY : head.platforms().get(0);
            for (String text : head.pass()) {
                trials.add(new PackTrial(head.id(), text, false, reports(reviewer, text, platform)));
            }
            for (String text : head.fail()) {
                trials.add(new PackTrial(head.id(), text, true, reports(reviewer, text, platform)));
            }
        }
        return trials;
    }

    private static boolean reports(Reviewer reviewer, String text, Platform platform) {
        var post = Post.of("text", text).withPlatform(platform);
        return !reviewer.review(post).findings().isEmpty();
    }

    /** {@return whether the rule did what the pack says} */
    public boolean holds() {
        return wanted == reported;
    }

    /**
     * The rules of a pack that lack a text to accept or a text to report.
     *
     * @param pack any pack
     * @return in the order of the pack
     */
    public static List<RuleId> untried(Pack pack) {
        return pack.rules().stream()
                .map(WordRule::head)
                .filter(head -> head.pass().isEmpty() || head.fail().isEmpty())
                .map(WordRule.Head::id)
                .toList();
    }
}
