package nz.example.harbour;

import org.govsocial.model.Citation;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** Finds times of day in the way of timetables and radio: 0900 hrs. */
final class PlainTime implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "harbour/plain-time",
                    new Citation("harbour-style", "HARBOUR-TIME"),
                    "Write the time of day as people say it.")
            .withMessage("hours", Severity.WARNING, "“{found}” is hard to read aloud. Write {plain}.")
            .withNeeds(Trait.WORDS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = 0; token + 1 < post.tokenCount(); token++) {
            if (post.kind(token) != TokenKind.NUMBER || !isUnit(post, token + 1)) {
                continue;
            }
            int time = timeOfDay(text, post.start(token), post.end(token));
            if (time >= 0) {
                int start = post.start(token);
                int end = post.end(token + 1);
                Findings.Draft draft = out.fail("hours").at(start, end);
                if (out.wantsWords()) {
                    String plain = plain(time);
                    draft.with("found", text.substring(start, end))
                            .with("plain", plain)
                            .suggest(Edit.text(start, end, plain));
                }
            }
        }
    }

    private static boolean isUnit(PostFeatures post, int token) {
        if (post.kind(token) != TokenKind.WORD) {
            return false;
        }
        int start = post.start(token);
        int length = post.end(token) - start;
        String text = post.post().text();
        return length == 3 && text.regionMatches(true, start, "hrs", 0, 3)
                || length == 5 && text.regionMatches(true, start, "hours", 0, 5);
    }

    /** Minutes since midnight; -1 when it is no such time. */
    private static int timeOfDay(String text, int start, int end) {
        if (end - start != 4) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        int hour = number / 100;
        int minute = number % 100;
        return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
    }

    private static String plain(int time) {
        int hour = time / 60;
        int minute = time % 60;
        int shown = hour % 12 == 0 ? 12 : hour % 12;
        String half = hour < 12 ? "am" : "pm";
        return minute == 0 ? shown + half : shown + (minute < 10 ? ":0" : ":") + minute + half;
    }
}
