package org.govsocial.accessibility.speech;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.TokenKind;
import org.govsocial.text.Emoji;
import org.govsocial.text.FancyText;
import org.jspecify.annotations.Nullable;

/** Says one text. */
final class Voice {
    /** Two capitals that a voice takes for a word. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "AM", "AN", "AS", "AT", "BE", "BY", "DO", "GO", "HE", "HI", "IF", "IN", "IS", "IT", "KI", "ME", "MY", "NO",
            "OF", "OH", "OK", "ON", "OR", "SO", "TE", "TO", "UP", "US", "WE");

    private static final String VOWELS = "AEIOUYĀĒĪŌŪ";

    private final PostFeatures post;
    private final String text;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    /** Whether what was said last was put into words, and so stands apart from what follows. */
    private boolean apart;

    private Voice(PostFeatures post) {
        this.post = post;
        this.text = post.post().text();
    }

    static List<String> lines(PostFeatures post) {
        var voice = new Voice(post);
        voice.say();
        return voice.lines;
    }

    private void say() {
        int before = 0;
        for (int token = 0; token < post.tokenCount(); token++) {
            int start = post.start(token);
            if (hasSpace(before, start) && !line.isEmpty()) {
                space();
            }
            token(token, start, post.end(token));
            before = post.end(token);
        }
        endLine();
    }

    private void token(int token, int start, int end) {
        switch (post.kind(token)) {
            case LINE_BREAK -> endLine();
            case EMOJI -> {
                boolean run = token > 0 && post.kind(token - 1) == TokenKind.EMOJI && !line.isEmpty();
                if (run) {
                    line.setLength(line.toString().stripTrailing().length());
                    line.append(',');
                }
                phrase(Emoji.name(text, start, end));
            }
            case HASHTAG -> phrase("hashtag " + name(written(start + 1, end)));
            case MENTION -> phrase("at " + name(written(start + 1, end)));
            case CASHTAG -> phrase("dollar " + capitals(written(start + 1, end)));
            case LINK -> phrase("link, " + address(written(start, end)));
            case WORD, NUMBER -> word(start, end, post.kind(token) == TokenKind.WORD && post.isCapitals(token));
            case PUNCTUATION, SYMBOL -> signs(start, end);
        }
    }

    private void word(int start, int end, boolean capitals) {
        if (hasStyled(start, end)) {
            characters(start, end);
            return;
        }
        String word = written(start, end);
        plain(capitals ? capitals(word) : word);
    }

    private void signs(int start, int end) {
        if (hasStyled(start, end)) {
            characters(start, end);
            return;
        }
        for (int i = start; i < end; ) {
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            String words = sign(sign);
            if (words != null) {
                phrase(words);
            } else if (Character.getType(sign) == Character.OTHER_SYMBOL) {
                phrase(characterName(sign));
            } else {
                plain(written(i, next));
            }
            i = next;
        }
    }

    /** Letter by letter where they are styled. */
    private void characters(int start, int end) {
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (isStyled(codePoint)) {
                if (apart && !line.isEmpty()) {
                    line.append(',');
                }
                phrase(characterName(codePoint));
            } else {
                while (next < end && !isStyled(text.codePointAt(next))) {
                    next += Character.charCount(text.codePointAt(next));
                }
                plain(written(i, next));
            }
            i = next;
        }
    }

    private boolean hasStyled(int start, int end) {
        return text.codePoints()
                .skip(text.codePointCount(0, start))
                .limit(text.codePointCount(start, end))
                .anyMatch(Voice::isStyled);
    }

    private static boolean isStyled(int codePoint) {
        FancyText.Kind kind = FancyText.kind(codePoint);
        return kind != FancyText.Kind.NONE && kind != FancyText.Kind.FULL_WIDTH;
    }

    private static String characterName(int codePoint) {
        String name = Character.getName(codePoint);
        return name == null ? "unknown character" : name.toLowerCase(Locale.ROOT);
    }

    /** The characters that are heard: composed, without invisible ones and lines drawn through letters. */
    private String written(int start, int end) {
        var heard = new StringBuilder(end - start);
        for (int i = start; i < end; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            boolean joins = codePoint == 0x200C || codePoint == 0x200D;
            if (FancyText.kind(codePoint) == FancyText.Kind.FULL_WIDTH) {
                heard.appendCodePoint(FancyText.plain(codePoint));
            } else if (!FancyText.isOverlay(codePoint) && (Character.getType(codePoint) != Character.FORMAT || joins)) {
                heard.appendCodePoint(codePoint);
            }
        }
        return Normalizer.normalize(heard, Normalizer.Form.NFC);
    }

    /** The words of a tag or an account, as far as its writing parts them. */
    private static String name(String written) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            String said = c == '@' ? "at" : c == '.' ? "dot" : c == '-' ? "dash" : "";
            if (c == '_' || !said.isEmpty()) {
                take(word, words);
                if (!said.isEmpty()) {
                    words.add(said);
                }
            } else {
                if (i > 0 && isParted(written, i)) {
                    take(word, words);
                }
                word.append(c);
            }
        }
        take(word, words);
        return String.join(" ", words);
    }

    private static boolean isParted(String written, int at) {
        char before = written.charAt(at - 1);
        char here = written.charAt(at);
        if (Character.isDigit(before) != Character.isDigit(here)) {
            return true;
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean wordFollows = at + 1 < written.length() && Character.isLowerCase(written.charAt(at + 1));
        return Character.isLowerCase(before) || Character.isUpperCase(before) && wordFollows;
    }

    private static void take(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            String taken = word.toString();
            boolean shouted = taken.length() > 1 && taken.equals(taken.toUpperCase(Locale.ROOT));
            words.add(shouted ? capitals(taken) : taken.toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    private static String capitals(String word) {
        boolean spelled =
                word.length() == 2 ? !SHORT_WORDS.contains(word) : word.chars().noneMatch(Voice::isVowel);
        return spelled && word.codePoints().allMatch(Character::isLetter)
                ? String.join(" ", word.split(""))
                : word.toLowerCase(Locale.ROOT);
    }

    private static boolean isVowel(int c) {
        return VOWELS.indexOf(c) >= 0;
    }

    private static String address(String link) {
        int scheme = link.indexOf("://");
        String shown = scheme < 0 ? link : link.substring(scheme + 3);
        int end = 0;
        while (end < shown.length() && shown.charAt(end) != '?' && shown.charAt(end) != '#') {
            end++;
        }
        shown = shown.substring(0, end);
        if (shown.endsWith("/")) {
            shown = shown.substring(0, shown.length() - 1);
        }
        var said = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '.' -> said.append(" dot ");
                case '/' -> said.append(" slash ");
                case '-' -> said.append(" dash ");
                case '_' -> said.append(" underscore ");
                case ':' -> said.append(" colon ");
                case '@' -> said.append(" at ");
                default -> said.append(c);
            }
        }
        return said.toString()
                .replaceFirst("^www ", "w w w ")
                .replace("  ", " ")
                .strip();
    }

    private static @Nullable String sign(int sign) {
        return switch (sign) {
            case '&' -> "and";
            case '%' -> "percent";
            case '+' -> "plus";
            case '=' -> "equals";
            case '@' -> "at";
            case '#' -> "number";
            case '/' -> "slash";
            case '\\' -> "backslash";
            case '*' -> "star";
            case '~' -> "tilde";
            case '^' -> "caret";
            case '|' -> "bar";
            case '<' -> "less than";
            case '>' -> "greater than";
            case '$' -> "dollar";
            case '£' -> "pound";
            case '€' -> "euro";
            case '©' -> "copyright";
            case '®' -> "registered";
            case '™' -> "trade mark";
            case '•' -> "bullet";
            case '→' -> "right arrow";
            case '←' -> "left arrow";
            case '°' -> "degrees";
            default -> null;
        };
    }

    private boolean hasSpace(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void space() {
        if (line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
        // A comma between two styled letters would run words together.
        apart = false;
    }

    /** Something that is put into words. */
    private void phrase(String words) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
        line.append(words);
        apart = true;
    }

    private void plain(String heard) {
        if (apart && !heard.isEmpty() && Character.isLetterOrDigit(heard.codePointAt(0))) {
            line.append(' ');
        }
        line.append(heard);
        apart = false;
    }

    private void endLine() {
        String said = line.toString().strip();
        if (!said.isEmpty()) {
            lines.add(said);
        }
        line.setLength(0);
        apart = false;
    }
}
