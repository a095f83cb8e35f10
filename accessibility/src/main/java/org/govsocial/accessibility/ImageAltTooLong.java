package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A text alternative longer than the platform keeps, or longer than is comfortable to hear. */
final class ImageAltTooLong implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-too-long",
                    "A11Y-ALT-LENGTH",
                    "Keep a text alternative concise and within the platform's limit.")
            .withMessage(
                    "over-cap",
                    Severity.ERROR,
                    "The text alternative of picture {number} has {length} characters; this platform keeps {cap}. Put the rest"
                            + " in the post or on a page it links to.")
            .withMessage(
                    "long",
                    Severity.NOTE,
                    "The text alternative of picture {number} has {length} characters. Nobody can pause or skim it: more than"
                            + " {most} is a lot to hear.")
            .withSetting(
                    "most",
                    250,
                    80,
                    2000,
                    "Characters that are comfortable to hear. Our own judgement: sources say 100 to “as long as needed”.")
            .withNeeds(Trait.ALT_TEXT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            int most = out.setting("most");
            if (alt == null || alt.length() <= most) {
                continue;
            }
            int length = alt.codePointCount(0, alt.length());
            int cap = cap(post.platform());
            if (length > cap) {
                out.fail("over-cap")
                        .at(Place.alt(i))
                        .with("number", i + 1)
                        .with("length", length)
                        .with("cap", cap);
            } else if (length > most) {
                out.fail("long")
                        .at(Place.alt(i))
                        .with("number", i + 1)
                        .with("length", length)
                        .with("most", most);
            }
        }
    }

    /** Characters that a platform keeps, as read in the sources of the statement A11Y-PLATFORM-ALT. */
    private static int cap(Platform platform) {
        return switch (platform.id()) {
            case "tiktok" -> 300;
            case "pinterest" -> 500;
            case "x", "instagram", "linkedin" -> 1000;
            case "mastodon" -> 1500;
            case "bluesky" -> 2000;
            default -> Integer.MAX_VALUE;
        };
    }
}
