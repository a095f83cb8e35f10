package org.govsocial.accessibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;
import org.govsocial.text.Emoji;

/** Characters without a shape that break words, and marks that reverse the reading order. */
final class TextInvisibleCharacters implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-invisible-characters",
                    "A11Y-TEXT-INVISIBLE",
                    "Keep stray invisible characters and marks that reverse the reading order out of the post.")
            .withMessage(
                    "reversed",
                    Severity.ERROR,
                    "A hidden mark ({name}) changes the order in which the words are shown or read. Remove it.")
            .withMessage(
                    "stray",
                    Severity.WARNING,
                    "The post holds {count} invisible characters, first {name}. They break words for screen readers and"
                            + " search. Remove them.")
            .withNeeds(Trait.INVISIBLES)
            .withCriterion("1.3.2");

    private static final char BLANK_BRAILLE = '\u2800';
    private static final char HANGUL_FILLER = '\u3164';

    private static final int FINE = 0;
    private static final int STRAY = 1;
    private static final int REVERSING = 2;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        int stray = -1;
        int count = 0;
        int reversing = -1;
        int embeddings = 0;
        int isolates = 0;
        for (int at = 0; at < text.length(); ) {
            int emoji = Emoji.maybeStart(text.charAt(at)) ? Emoji.match(text, at, text.length()) : -1;
            if (emoji > 0) {
                at = emoji;
                continue;
            }
            int codePoint = text.codePointAt(at);
            embeddings += isEmbedding(codePoint) ? 1 : codePoint == 0x202C ? -1 : 0;
            isolates += codePoint >= 0x2066 && codePoint <= 0x2068 ? 1 : codePoint == 0x2069 ? -1 : 0;
            int verdict = judge(text, at, codePoint);
            if (verdict == STRAY) {
                count++;
                stray = stray < 0 ? at : stray;
            } else if (verdict == REVERSING || embeddings < 0 || isolates < 0) {
                reversing = reversing < 0 ? at : reversing;
                embeddings = Math.max(embeddings, 0);
                isolates = Math.max(isolates, 0);
            }
            at += Character.charCount(codePoint);
        }
        if (reversing < 0 && (embeddings > 0 || isolates > 0)) {
            reversing = firstDirectionMark(text);
        }
        if (reversing >= 0) {
            report("reversed", post, reversing, 1, out);
        }
        if (stray >= 0) {
            report("stray", post, stray, count, out);
        }
    }

    private static int judge(String text, int at, int codePoint) {
        if (codePoint == 0x202D || codePoint == 0x202E) {
            return REVERSING;
        }
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return FINE;
        }
        if (codePoint < 0x20 || codePoint >= 0x7F && codePoint < 0xA0 && codePoint != 0x85) {
            return STRAY;
        }
        if ((CharClass.flags(codePoint) & CharClass.INVISIBLE) == 0) {
            return FINE;
        }
        int before = at > 0 ? text.codePointBefore(at) : ' ';
        int next = at + Character.charCount(codePoint);
        int after = next < text.length() ? text.codePointAt(next) : ' ';
        boolean strayHere = switch (codePoint) {
            case 0x200C, 0x200D -> !isComplex(before) && !isComplex(after);
            case 0x200B -> !isUnspaced(before) && !isUnspaced(after);
            case 0xFEFF -> at > 0;
            case BLANK_BRAILLE -> !isBraille(before) && !isBraille(after);
            case HANGUL_FILLER, 0x115F, 0x1160, 0xFFA0 -> (CharClass.flags(before) & CharClass.EAST_ASIAN) == 0;
            case 0xFE0E, 0xFE0F ->
                Character.isLetter(before) && (CharClass.flags(before) & CharClass.LATIN) != 0 || before == ' ';
            case 0x00AD, 0x2060 -> true;
            default -> codePoint >= 0xE0000 && codePoint <= 0xE007F;
        };
        return strayHere ? STRAY : FINE;
    }

    /** Scripts in which joiners shape letters: Arabic, Indic and the like. */
    private static boolean isComplex(int codePoint) {
        return codePoint >= 0x0590 && codePoint <= 0x10FF
                || codePoint >= 0x1780 && codePoint <= 0x18AF
                || codePoint >= 0xA8E0 && codePoint <= 0xABFF
                || codePoint >= 0xFB50 && codePoint <= 0xFDFF
                || codePoint >= 0xFE70 && codePoint <= 0xFEFE
                || codePoint >= 0x10000 && codePoint <= 0x1DFFF && Character.isLetter(codePoint);
    }

    /** Scripts that use no spaces and may mark where a line can break: Thai, Lao, Burmese, Khmer, Han and Kana. */
    private static boolean isUnspaced(int codePoint) {
        return codePoint >= 0x0E00 && codePoint <= 0x0EFF
                || codePoint >= 0x1000 && codePoint <= 0x109F
                || codePoint >= 0x1780 && codePoint <= 0x17FF
                || (CharClass.flags(codePoint) & CharClass.EAST_ASIAN) != 0;
    }

    private static boolean isBraille(int codePoint) {
        return codePoint > BLANK_BRAILLE && codePoint <= 0x28FF;
    }

    private static boolean isEmbedding(int codePoint) {
        return codePoint == 0x202A || codePoint == 0x202B || codePoint == 0x202D || codePoint == 0x202E;
    }

    private static boolean isDirectionMark(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    private static int firstDirectionMark(String text) {
        int at = 0;
        while (!isDirectionMark(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static void report(String key, PostFeatures post, int at, int count, Findings out) {
        String text = post.post().text();
        int codePoint = text.codePointAt(at);
        Findings.Draft draft = out.fail(key).at(at, at + Character.charCount(codePoint));
        if (out.wantsWords()) {
            draft.with("name", name(codePoint));
            if (key.equals("stray")) {
                draft.with("count", count);
            }
            List<Edit> edits = removals(text, key);
            boolean plain = !hasRightToLeft(text) && !glues(post, edits);
            draft.fix(new Fix(plain, edits));
        }
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return (name == null ? "a tag character" : name.toLowerCase(Locale.ROOT)) + ", U+"
                + Integer.toHexString(0x10000 | codePoint)
                        .toUpperCase(Locale.ROOT)
                        .substring(codePoint > 0xFFFF ? 0 : 1);
    }

    private static List<Edit> removals(String text, String key) {
        List<Edit> edits = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int emoji = Emoji.match(text, at, text.length());
            int codePoint = text.codePointAt(at);
            int next = emoji > 0 ? emoji : at + Character.charCount(codePoint);
            boolean removed = emoji <= 0
                    && (key.equals("stray") ? judge(text, at, codePoint) == STRAY : isDirectionMark(codePoint));
            if (removed) {
                edits.add(Edit.text(at, next, ""));
            }
            at = next;
        }
        return edits;
    }

    private static boolean hasRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((CharClass.flags(text.charAt(i)) & CharClass.RIGHT_TO_LEFT) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a removal would join a tag, mention or link to the word beside it. */
    private static boolean glues(PostFeatures post, List<Edit> edits) {
        int edit = 0;
        for (int token = 0; token < post.tokenCount(); token++) {
            TokenKind kind = post.kind(token);
            if (kind == TokenKind.HASHTAG || kind == TokenKind.MENTION || kind == TokenKind.LINK) {
                while (edit < edits.size() && edits.get(edit).start() < post.end(token)) {
                    if (edits.get(edit).end() == post.start(token)) {
                        return true;
                    }
                    edit++;
                }
                if (edit < edits.size() && edits.get(edit).start() == post.end(token)) {
                    return true;
                }
            }
        }
        return false;
    }
}
