package org.govsocial.mishap;

import java.util.List;
import org.govsocial.model.Citation;
import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** Laughter in words, emoji or an animation, in a post that speaks of death, injury or disaster. */
final class HumourNearHarm implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "mishap/humour-near-harm",
                    new Citation("mishap", "MH-PREVENT-HUMOUR"),
                    "Keep humour away from death, injury and disaster.")
            .withMessage(
                    "humour",
                    Severity.WARNING,
                    "“{humour}” stands beside “{harm}”. Could somebody who is grieving read this as a joke?")
            .withMessage(
                    "animation",
                    Severity.WARNING,
                    "An animated picture stands beside “{harm}”. Could somebody who is grieving take it for a joke?")
            .withNeeds(Trait.TERMS);

    private static final List<String> HARM = List.of(
            "die",
            "died",
            "dies",
            "dying",
            "dead",
            "death",
            "deaths",
            "killed",
            "kills",
            "fatal",
            "fatality",
            "fatalities",
            "deadly",
            "lost their life",
            "lost their lives",
            "lost his life",
            "lost her life",
            "loved one",
            "loved ones",
            "funeral",
            "funerals",
            "tangi",
            "grieving",
            "bereaved",
            "mourning",
            "drowned",
            "drowning",
            "drownings",
            "suicide",
            "murder",
            "murdered",
            "homicide",
            "stabbed",
            "stabbing",
            "shooting",
            "terror attack",
            "terrorist attack",
            "seriously injured",
            "serious injuries",
            "critically injured",
            "crash",
            "crashes",
            "crashed",
            "road toll",
            "victim",
            "victims",
            "casualties",
            "earthquake",
            "quake",
            "tsunami",
            "flood",
            "floods",
            "flooding",
            "cyclone",
            "tornado",
            "landslide",
            "landslip",
            "eruption",
            "wildfire",
            "bushfire",
            "house fire",
            "state of emergency",
            "evacuate",
            "evacuated",
            "evacuation",
            "pandemic",
            "outbreak",
            "cancer",
            "overdose");

    private static final List<String> HUMOUR = List.of(
            "lol",
            "lolz",
            "lmao",
            "rofl",
            "haha",
            "hahaha",
            "hahahaha",
            "hehe",
            "hilarious",
            "funny",
            "joke",
            "jokes",
            "joking",
            "just kidding",
            "banter",
            "pov",
            "meme",
            "memes",
            "when you have to",
            "that moment when",
            "that feeling when",
            "tfw",
            "mfw",
            "awkward",
            "cringe",
            "oops",
            "whoops",
            "yolo",
            "cheeky",
            "giggle",
            "chuckle",
            "comedy",
            "punchline",
            "no pun intended",
            "pun intended",
            "drop dead",
            "dead funny");

    private static final TermLists TERMS = new TermLists(HARM, HUMOUR);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return TERMS.all();
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int harm = TERMS.inFirst(post);
        if (harm < 0) {
            return;
        }
        int words = TERMS.inSecond(post);
        if (words >= 0) {
            report(out.review("humour"), post, post.termStart(words), post.termEnd(words) - 1, harm, out);
            return;
        }
        for (int token = post.next(TokenKind.EMOJI, 0); token >= 0; token = post.next(TokenKind.EMOJI, token + 1)) {
            if (laughs(post.post().text().codePointAt(post.start(token)))) {
                report(out.review("humour"), post, token, token, harm, out);
                return;
            }
        }
        List<Media> media = post.post().media();
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).kind() == Media.Kind.ANIMATION) {
                Findings.Draft draft = out.review("animation").at(Place.alt(i));
                if (out.wantsWords()) {
                    draft.with("harm", TermLists.text(post, harm));
                }
                return;
            }
        }
    }

    private static void report(Findings.Draft draft, PostFeatures post, int first, int last, int harm, Findings out) {
        draft.at(post.start(first), post.end(last));
        if (out.wantsWords()) {
            draft.with("humour", text(post, first, last)).with("harm", TermLists.text(post, harm));
        }
    }

    private static String text(PostFeatures post, int first, int last) {
        return post.post().text().substring(post.start(first), post.end(last));
    }

    /** Faces that laugh, grin, wink or pull a tongue, and the skull that stands for laughing oneself to death. */
    private static boolean laughs(int emoji) {
        return emoji >= 0x1F600 && emoji <= 0x1F606
                || emoji == 0x1F609
                || emoji >= 0x1F61B && emoji <= 0x1F61D
                || emoji >= 0x1F638 && emoji <= 0x1F639
                || emoji >= 0x1F642 && emoji <= 0x1F643
                || emoji == 0x1F480
                || emoji == 0x1F60E
                || emoji == 0x1F60F
                || emoji == 0x1F92A
                || emoji == 0x1F921
                || emoji == 0x1F923
                || emoji == 0x1F92D;
    }
}
