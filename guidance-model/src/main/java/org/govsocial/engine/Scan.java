package org.govsocial.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.govsocial.model.Account;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Seen;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;
import org.govsocial.text.Emoji;
import org.govsocial.text.Graphemes;
import org.govsocial.text.Letters;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a post's text, kept in arrays that are used again for the next post. What only some rules ask for
 * (sentences, length) is computed when first asked. Not thread-safe.
 */
final class Scan implements PostFeatures {
    private static final TokenKind[] KINDS = TokenKind.values();
    private static final int CAPITAL = 1 << 8;
    private static final int SMALL = 1 << 9;
    private static final int CAPITALS = 1 << 10;

    /**
     * Letters and digits below U+0250: the folded character, with what it is in the bits above; 0 for others, and in the
     * last place for all characters beyond.
     */
    private static final int[] LATIN = new int[0x251];

    private static final int UPPER = 1 << 16;
    private static final int LOWER = 1 << 17;
    private static final int CASELESS = 1 << 18;
    private static final int DIGIT = 1 << 19;

    /** The traits of a text by the kinds of token that it has, one bit each. */
    private static final int[] TRAITS = new int[1 << KINDS.length];

    /** Tokens are kept in sets of this many, one bit each. */
    private static final int SET = Long.SIZE;

    private static final int SET_SHIFT = 6;
    /** How many sets belong together: one for each kind, and {@link #CAPITAL_WORDS}; a power of two. */
    private static final int SETS_SHIFT = 4;

    private static final int SETS = 1 << SETS_SHIFT;
    private static final int CAPITAL_WORDS = KINDS.length;

    private static final int MANY_LETTERS = 4;
    private static final int LONG_RUN = 20;

    static {
        for (int kinds = 0; kinds < TRAITS.length; kinds++) {
            TRAITS[kinds] = bit(Trait.WORDS, holds(kinds, TokenKind.WORD))
                    | bit(Trait.HASHTAGS, holds(kinds, TokenKind.HASHTAG))
                    | bit(Trait.MENTIONS, holds(kinds, TokenKind.MENTION))
                    | bit(Trait.LINKS, holds(kinds, TokenKind.LINK))
                    | bit(Trait.EMOJI, holds(kinds, TokenKind.EMOJI))
                    | bit(Trait.NUMBERS, holds(kinds, TokenKind.NUMBER))
                    | bit(Trait.SYMBOLS, holds(kinds, TokenKind.SYMBOL))
                    | bit(Trait.LINES, holds(kinds, TokenKind.LINE_BREAK));
        }
        for (char c = 0; c < LATIN.length - 1; c++) {
            int kind = CharClass.of(c);
            int what = kind == CharClass.LETTER_UPPER
                    ? UPPER
                    : kind == CharClass.LETTER_LOWER
                            ? LOWER
                            : kind == CharClass.LETTER_OTHER ? CASELESS : kind == CharClass.DIGIT ? DIGIT : 0;
            boolean plain = (CharClass.flags(c) & (CharClass.STYLED | CharClass.LOOKALIKE)) == 0;
            LATIN[c] = what == 0 || !plain ? 0 : what | Letters.fold(c);
        }
    }

    private final Terms terms;
    private Post post = Post.of("none", "");
    private Platform platform = Platform.ANY;
    private Grammar grammar = Grammar.of(Platform.ANY);
    private int traits;

    /** The text, and behind it a character that belongs to no word. */
    private char[] text = new char[512];

    private int limit;
    /** No link begins up to here, where one ended or was refused. */
    private int noLinkTo;

    private int tokens;
    private int[] starts = new int[512];
    private int[] ends = new int[512];
    private int[] kinds = new int[512];
    private int[] hashes = new int[512];
    private int[] candidates = new int[32];
    private int candidateCount;
    /** The last word, its hash, and what terms may begin with it. */
    private int lastWord;

    private int lastHash;
    private int lastFirst;
    /** For each {@link #SET} tokens {@link #SETS} sets: which of them are of each kind. */
    private long[] sets = new long[SETS << 3];
    /** The kinds of token that occur, one bit each. */
    private int present;

    private int singleLetters;
    /** How many characters are certainly Latin letters and digits of words. */
    private int latin;

    private int charactersOfLinks;
    /** Where the run of characters began that {@link Trait#LONG_RUNS} is about. */
    private int runStart;

    private int seen;

    private int hits;
    private int[] hitTerms = new int[32];
    private int[] hitStarts = new int[32];
    private int[] hitEnds = new int[32];
    /** The bits of the rules that asked for the terms that occur. */
    private long hitBits;
    /** The hits of the rule that is being run. */
    private int[] focus = new int[32];

    private int focusCount;
    private int focusFrom;

    private final Sentences sentences = new Sentences(this);
    private int graphemes;
    private int length;

    Scan(Terms terms) {
        this.terms = terms;
    }

    /** Takes a post; everything known of the one before is forgotten. */
    void scan(Post subject, Platform judged) {
        post = subject;
        if (!judged.equals(platform)) {
            platform = judged;
            grammar = Grammar.of(judged);
        }
        String words = subject.text();
        limit = words.length();
        if (text.length <= limit) {
            text = new char[limit + (limit >> 1) + 1];
        }
        words.getChars(0, limit, text, 0);
        text[limit] = 0;
        if (starts.length <= limit) {
            // No text has more tokens than characters, so nothing grows while tokens are added.
            starts = new int[text.length];
            ends = new int[text.length];
            kinds = new int[text.length];
            hashes = new int[text.length];
            sets = new long[(text.length >> SET_SHIFT) + 1 << SETS_SHIFT];
        }
        tokens = 0;
        seen = 0;
        traits = RuleSet.ANY_POST;
        hits = 0;
        noLinkTo = -1;
        hitBits = 0;
        graphemes = -1;
        length = -1;
        candidateCount = 0;
        lastFirst = 0;
        present = 0;
        singleLetters = 0;
        latin = 0;
        charactersOfLinks = 0;
        runStart = 0;
        sentences.forget();
        tokenise(words);
        endRun(limit, limit);
        if (candidateCount > 0) {
            matchTerms();
        }
        traits |= traitsOfText() | traitsOfMedia(subject) | traitsOfPost(subject);
    }

    private void tokenise(String words) {
        char[] t = text;
        int n = limit;
        int i = 0;
        while (i < n) {
            char c = t[i];
            if (c == ' ') {
                endRun(i, ++i);
                if (t[i] == ' ' && t[i + 1] == ' ') {
                    traits |= 1 << Trait.WIDE_GAPS.ordinal();
                }
                continue;
            }
            if (isLatinLetter(c)) {
                i = latinWords(i);
                continue;
            }
            int flags = CharClass.flags(c);
            switch (flags & CharClass.CLASS) {
                case CharClass.SPACE -> {
                    traits |= bit(Trait.WIDE_GAPS, c == '\t');
                    endRun(i, ++i);
                }
                case CharClass.LETTER_LOWER, CharClass.LETTER_UPPER, CharClass.LETTER_OTHER, CharClass.MARK ->
                    i = word(i);
                case CharClass.DIGIT -> {
                    int end = keycap(words, i);
                    i = end > 0 ? add(TokenKind.EMOJI, i, end) : number(i);
                }
                case CharClass.NEWLINE -> {
                    int end = c == '\r' && i + 1 < n && t[i + 1] == '\n' ? i + 2 : i + 1;
                    endRun(i, end);
                    i = add(TokenKind.LINE_BREAK, i, end);
                }
                case CharClass.HASH -> {
                    int end = keycap(words, i);
                    if (end > 0) {
                        i = add(TokenKind.EMOJI, i, end);
                    } else {
                        i = hashtag(i);
                    }
                }
                case CharClass.AT -> {
                    int end = grammar.mention(t, i, n);
                    if (end > 0) {
                        endRun(i, end);
                        i = add(TokenKind.MENTION, i, end);
                    } else {
                        traits |= 1 << Trait.LONE_AT_SIGNS.ordinal();
                        i = signs(i);
                    }
                }
                case CharClass.SENTENCE_END, CharClass.PUNCT, CharClass.APOSTROPHE, CharClass.UNDERSCORE ->
                    i = punctuation(words, i, flags);
                default -> i = other(words, i, flags);
            }
        }
    }

    /** Ends a run of characters at one place and begins the next at another. */
    private void endRun(int at, int next) {
        if (at - runStart >= LONG_RUN) {
            traits |= 1 << Trait.LONG_RUNS.ordinal();
        }
        runStart = next;
    }

    private void leadingMark(int i) {
        if (i == 0 || text[i - 1] <= ' ') {
            traits |= 1 << Trait.LEADING_MARKS.ordinal();
        }
    }

    private int punctuation(String words, int i, int flags) {
        if ((flags & CharClass.EMOJI) != 0) {
            int end = Emoji.match(words, i, limit);
            if (end > 0) {
                return add(TokenKind.EMOJI, i, end);
            }
        }
        seen |= flags;
        leadingMark(i);
        return run(TokenKind.PUNCTUATION, i);
    }

    private int other(String words, int i, int flags) {
        char c = text[i];
        int whole = flags;
        int size = 1;
        if ((flags & CharClass.CLASS) == CharClass.SURROGATE_HIGH
                && i + 1 < limit
                && Character.isLowSurrogate(text[i + 1])) {
            whole = CharClass.flags(Character.toCodePoint(c, text[i + 1]));
            size = 2;
        }
        if ((whole & CharClass.EMOJI) != 0) {
            int end = Emoji.match(words, i, limit);
            if (end > 0) {
                return add(TokenKind.EMOJI, i, end);
            }
        }
        if ((whole & CharClass.LETTER) != 0) {
            return word(i);
        }
        seen |= whole;
        if (c == '$') {
            int end = grammar.cashtag(text, i, limit);
            if (end > 0) {
                return add(TokenKind.CASHTAG, i, end);
            }
        }
        if ((whole & CharClass.INVISIBLE) != 0) {
            return i + size;
        }
        if ((whole & CharClass.DIGIT) == CharClass.DIGIT && (whole & CharClass.CLASS) == CharClass.DIGIT) {
            return number(i);
        }
        leadingMark(i);
        return add(TokenKind.SYMBOL, i, i + size);
    }

    /** What {@link #word} does, for the letters that most texts are made of, and for such words behind single spaces. */
    private int latinWords(int first) {
        char[] t = text;
        int start = first;
        while (true) {
            int i = start;
            int hash = 0;
            int all = 0;
            char c;
            int letter;
            // What stands behind the text ends the last word: with a limit the loop would be unrolled, for short words.
            while ((letter = LATIN[Math.min(c = t[i], LATIN.length - 1)]) != 0) {
                all |= letter;
                hash = Terms.extend(hash, (char) letter);
                i++;
            }
            if (c != ' ') {
                if (Grammar.mayBeLink(t, i, limit)) {
                    int end = link(start, i);
                    if (end > 0) {
                        return end;
                    }
                } else if ((c >= 0x80 || c == '\'') && continues(i)) {
                    return word(start);
                }
            }
            addWord(TokenKind.WORD, start, i, hash, shape(start, i, all));
            latin += i - start;
            if (c != ' ' || !isLatinLetter(t[i + 1])) {
                return i;
            }
            start = i + 1;
            endRun(i, start);
        }
    }

    private static boolean isLatinLetter(char c) {
        int letter = LATIN[Math.min(c, LATIN.length - 1)];
        return letter >= UPPER && letter < DIGIT;
    }

    /** The shape of a word, by what its characters are altogether: only capitals need to be counted. */
    private int shape(int start, int end, int all) {
        if ((all & (LOWER | CASELESS)) != 0) {
            return ((all & UPPER) != 0 ? CAPITAL : 0) | ((all & LOWER) != 0 ? SMALL : 0);
        }
        int capitals = 0;
        for (int i = start; i < end; i++) {
            capitals += LATIN[text[i]] >> 16 & 1;
        }
        return capitals > 1 ? CAPITAL | CAPITALS : CAPITAL;
    }

    /** Whether a character that is not plain Latin may go on with a word, or needs a closer look. */
    private boolean continues(int i) {
        int flags = CharClass.flags(text[i]);
        return (flags & (CharClass.WORD | CharClass.INVISIBLE)) != 0
                || (flags & CharClass.CLASS) == CharClass.APOSTROPHE && Grammar.isWordPart(text, i + 1, limit)
                || (flags & CharClass.CLASS) == CharClass.SURROGATE_HIGH;
    }

    /**
     * The link in the word from {@code start} to {@code wordEnd}; where it begins inside the word, the word before it.
     *
     * @return where that ends, or {@link Grammar#NONE}
     */
    private int link(int start, int wordEnd) {
        int from = grammar.linkStart(text, start, wordEnd);
        int end = from > noLinkTo ? grammar.link(text, from, wordEnd, limit) : Grammar.NONE;
        if (end < 0) {
            noLinkTo = Math.max(noLinkTo, ~end);
            return Grammar.NONE;
        }
        if (from == start) {
            noLinkTo = end;
            charactersOfLinks += end - start;
            endRun(start, end);
            return add(TokenKind.LINK, start, end);
        }
        return CharClass.of(text[start]) == CharClass.DIGIT ? number(start, from) : word(start, from);
    }

    /** The digit of a keycap emoji that ends at {@code at} or goes on there, or -1. */
    private int keycapDigit(int at) {
        int digit = at < limit && text[at] == '\u20E3' ? at - 1 : -1;
        if (digit > 0 && text[digit] == '\uFE0F') {
            digit--;
        }
        return digit >= 0 && text[digit] >= '0' && text[digit] <= '9' ? digit : -1;
    }

    /** Letters from {@code start}, or the link that they begin. */
    private int word(int start) {
        return word(start, limit);
    }

    private int word(int start, int n) {
        char[] t = text;
        int i = start;
        int hash = 0;
        int before = 0;
        char last = 0;
        int classes = 0;
        int capitals = 0;
        int all = 0;
        while (i < n) {
            char c = t[i];
            int flags = CharClass.flags(c);
            int kind = flags & CharClass.CLASS;
            if ((flags & CharClass.WORD) != 0) {
                all |= flags;
                if (kind == CharClass.MARK) {
                    int digit = keycapDigit(i);
                    if (digit > start) {
                        return word(start, digit);
                    }
                    char composed = Letters.compose(last, c);
                    if (composed != 0) {
                        hash = before;
                        last = composed;
                    } else {
                        last = c;
                    }
                    seen |= MARK_SEEN;
                } else {
                    last = Letters.fold(c);
                    classes |= 1 << kind;
                    capitals += kind == CharClass.LETTER_UPPER ? 1 : 0;
                }
                before = hash;
                hash = Terms.extend(hash, last);
                i++;
            } else if (kind == CharClass.APOSTROPHE && i > start && Grammar.isWordPart(t, i + 1, n)) {
                before = hash;
                last = '\'';
                hash = Terms.extend(hash, last);
                i++;
            } else if (kind == CharClass.SURROGATE_HIGH
                    && i + 1 < n
                    && Character.isLowSurrogate(t[i + 1])
                    && (CharClass.flags(Character.toCodePoint(c, t[i + 1])) & CharClass.WORD) != 0) {
                int whole = CharClass.flags(Character.toCodePoint(c, t[i + 1]));
                all |= whole;
                classes |= 1 << (whole & CharClass.CLASS);
                hash = Terms.extend(Terms.extend(hash, c), t[i + 1]);
                before = hash;
                last = 0;
                i += 2;
            } else if ((flags & CharClass.INVISIBLE) != 0
                    && kind != CharClass.SURROGATE_HIGH
                    && i > start
                    && Grammar.isWordPart(t, i + 1, n)) {
                all |= flags;
                i++;
            } else {
                break;
            }
        }
        if (Grammar.mayBeLink(t, i, n)) {
            int end = link(start, i);
            if (end > 0) {
                return end;
            }
        }
        seen |= all & ~CharClass.CLASS;
        int shape = shape(classes, capitals);
        if ((all & (CharClass.LETTER | CharClass.LATIN)) == CharClass.LETTER) {
            seen |= OTHER_SCRIPT_SEEN;
        }
        addWord(TokenKind.WORD, start, i, hash, shape);
        return i;
    }

    private static final int MARK_SEEN = 1 << 30;
    private static final int OTHER_SCRIPT_SEEN = 1 << 29;

    private static int shape(int classes, int capitals) {
        int upper = classes >> CharClass.LETTER_UPPER & 1;
        int lower = classes >> CharClass.LETTER_LOWER & 1;
        int caseless = classes >> CharClass.LETTER_OTHER & 1;
        int shape = upper * CAPITAL | lower * SMALL;
        return capitals >= 2 && lower == 0 && caseless == 0 ? shape | CAPITALS : shape;
    }

    private void addWord(TokenKind kind, int start, int end, int hash, int shape) {
        int token = tokens;
        hashes[token] = hash;
        int first = terms.first(hash);
        if ((terms.first(lastHash, hash) & lastFirst & Terms.BEGINS) != 0 && follows(token, start)) {
            candidate(lastWord);
        }
        if ((first & Terms.ALONE) != 0) {
            candidate(token);
        }
        lastHash = hash;
        lastFirst = first;
        lastWord = token;
        addShaped(kind, start, end, shape);
        if ((shape & CAPITALS) != 0) {
            sets[(token >> SET_SHIFT << SETS_SHIFT) + CAPITAL_WORDS] |= 1L << token;
            traits |= 1 << Trait.CAPITALS.ordinal();
        }
        if (end - start == 1 && kind == TokenKind.WORD) {
            singleLetters++;
        }
    }

    /** Whether only white space or one hyphen stands between the last word and a new one. */
    private boolean follows(int token, int start) {
        int hyphen = token - 1;
        return hyphen == lastWord
                || hyphen - 1 == lastWord
                        && isHyphen(hyphen)
                        && starts[hyphen] == ends[lastWord]
                        && ends[hyphen] == start;
    }

    private void candidate(int token) {
        if (candidateCount > 0 && candidates[candidateCount - 1] == token) {
            return;
        }
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, candidateCount * 2);
        }
        candidates[candidateCount++] = token;
    }

    private int number(int start) {
        return number(start, limit);
    }

    private int number(int start, int n) {
        char[] t = text;
        int i = start;
        int hash = 0;
        while (i < n) {
            char c = t[i];
            int flags = CharClass.flags(c);
            if ((flags & CharClass.CLASS) == CharClass.MARK || c == '\uFE0F') {
                int digit = keycapDigit(c == '\uFE0F' ? i + 1 : i);
                if (digit > start) {
                    return number(start, digit);
                }
            }
            if ((flags & CharClass.WORD) != 0) {
                hash = Terms.extend(hash, Letters.fold(c));
                i++;
            } else if ((c == '.' || c == ',' || c == ':' || c == '/')
                    && i + 1 < n
                    && CharClass.of(t[i + 1]) == CharClass.DIGIT
                    && CharClass.of(t[i - 1]) == CharClass.DIGIT) {
                hash = Terms.extend(hash, c);
                i++;
            } else {
                break;
            }
        }
        if (i == start) {
            i += Character.isHighSurrogate(t[i]) && i + 1 < n ? 2 : 1;
        }
        if (Grammar.mayBeLink(t, i, n)) {
            int end = link(start, i);
            if (end > 0) {
                return end;
            }
        }
        addWord(TokenKind.NUMBER, start, i, hash, 0);
        return i;
    }

    private int hashtag(int start) {
        int end = grammar.hashtag(text, start, limit);
        if (end < 0) {
            traits |= 1 << Trait.LONE_HASH_SIGNS.ordinal();
            return signs(start);
        }
        int classes = 0;
        int capitals = 0;
        int all = 0;
        for (int i = start + 1; i < end; i++) {
            int letter = text[i] < LATIN.length ? LATIN[text[i]] : 0;
            if (letter != 0) {
                all |= letter;
                capitals += letter >> 16 & 1;
                continue;
            }
            int flags = CharClass.flags(text[i]);
            if ((flags & CharClass.CLASS) == CharClass.SURROGATE_HIGH && i + 1 < end) {
                flags = CharClass.flags(Character.toCodePoint(text[i], text[i + 1]));
                i++;
            }
            int kind = flags & CharClass.CLASS;
            classes |= 1 << kind;
            capitals += kind == CharClass.LETTER_UPPER ? 1 : 0;
            seen |= flags & (CharClass.STYLED | CharClass.LOOKALIKE);
        }
        classes |= (all & UPPER) / UPPER << CharClass.LETTER_UPPER
                | (all & LOWER) / LOWER << CharClass.LETTER_LOWER
                | (all & CASELESS) / CASELESS << CharClass.LETTER_OTHER;
        endRun(start, end);
        return addShaped(TokenKind.HASHTAG, start, end, shape(classes, capitals));
    }

    private int keycap(String words, int i) {
        return i + 1 < limit && (text[i + 1] == '\uFE0F' || text[i + 1] == '\u20E3')
                ? Emoji.match(words, i, limit)
                : -1;
    }

    /** A run of signs that begin nothing; the last of several stands for itself, since it may begin a tag. */
    private int signs(int start) {
        int end = run(TokenKind.PUNCTUATION, start);
        if (end - start > 1) {
            ends[tokens - 1] = --end;
        }
        return end;
    }

    /** A run of one punctuation mark. */
    private int run(TokenKind kind, int start) {
        int i = start + 1;
        while (i < limit && text[i] == text[start] && i - start < 64) {
            i++;
        }
        return add(kind, start, i);
    }

    private int add(TokenKind kind, int start, int end) {
        return addShaped(kind, start, end, 0);
    }

    private int addShaped(TokenKind kind, int start, int end, int shape) {
        int token = tokens++;
        starts[token] = start;
        ends[token] = end;
        int of = kind.ordinal();
        kinds[token] = of | shape;
        int first = token >> SET_SHIFT << SETS_SHIFT;
        if ((token & SET - 1) == 0) {
            Arrays.fill(sets, first, first + SETS, 0);
        }
        sets[first + of] |= 1L << token;
        present |= 1 << of;
        return end;
    }

    private void matchTerms() {
        for (int i = 0; i < candidateCount; i++) {
            int token = candidates[i];
            int state = 0;
            int at = token;
            while (at >= 0) {
                int word = terms.number(hashes[at], text, starts[at], ends[at]);
                state = word < 0 ? -1 : terms.next(state, word);
                if (state < 0) {
                    break;
                }
                int[] ending = terms.ending(state);
                if (ending != null) {
                    for (int term : ending) {
                        hit(term, token, at);
                    }
                }
                at = terms.goesOn(state) ? following(at) : -1;
            }
        }
    }

    /** The next word when only white space or one hyphen stands between. */
    private int following(int token) {
        int next = token + 1;
        if (next + 1 < tokens && isHyphen(next) && starts[next] == ends[token] && starts[next + 1] == ends[next]) {
            next++;
        }
        if (next >= tokens) {
            return -1;
        }
        int kind = kinds[next] & 0xFF;
        return kind == TokenKind.WORD.ordinal() || kind == TokenKind.NUMBER.ordinal() ? next : -1;
    }

    private boolean isHyphen(int token) {
        char c = text[starts[token]];
        return (c == '-' || c == '\u2010' || c == '\u2011') && ends[token] - starts[token] == 1;
    }

    private void hit(int term, int from, int to) {
        if (hits == hitTerms.length) {
            hitTerms = Arrays.copyOf(hitTerms, hits * 2);
            hitStarts = Arrays.copyOf(hitStarts, hits * 2);
            hitEnds = Arrays.copyOf(hitEnds, hits * 2);
        }
        hitTerms[hits] = term;
        hitStarts[hits] = from;
        hitEnds[hits] = to + 1;
        hits++;
        hitBits |= terms.bit(term);
    }

    private int traitsOfText() {
        int found = TRAITS[present]
                | bit(Trait.SINGLE_LETTERS, singleLetters >= MANY_LETTERS)
                | bit(Trait.TERMS, hitBits != 0);
        int flags = seen;
        if ((flags & ~CharClass.CLASS) != 0) {
            found |= bit(Trait.STYLED_LETTERS, (flags & CharClass.STYLED) != 0)
                    | bit(Trait.INVISIBLES, (flags & CharClass.INVISIBLE) != 0)
                    | bit(Trait.COMBINING_MARKS, (flags & MARK_SEEN) != 0)
                    | bit(Trait.OTHER_SCRIPTS, (flags & (CharClass.LOOKALIKE | OTHER_SCRIPT_SEEN)) != 0);
        }
        return found;
    }

    private static int traitsOfMedia(Post subject) {
        int found = 0;
        var media = subject.media();
        for (int i = 0; i < media.size(); i++) {
            Media medium = media.get(i);
            found |= bit(Trait.MEDIA, true)
                    | bit(Trait.PICTURES, medium.isPicture())
                    | bit(Trait.ALT_TEXT, medium.alt() instanceof TextAlternative.Described)
                    | bit(
                            Trait.MEDIA_SEEN,
                            !medium.seen().equals(MediaFeatures.NONE)
                                    || !medium.colours().isEmpty())
                    | bit(Trait.CAPTIONS, medium.seen().captions() instanceof Seen.Known);
        }
        return found;
    }

    private int traitsOfPost(Post subject) {
        int first = tokens == 0 ? TokenKind.WORD.ordinal() : rawKind(0);
        Account account = subject.account();
        boolean doubtful = (account.unregistered() || !account.planned().isEmpty())
                && !account.handle().isEmpty();
        return bit(Trait.NEAR_LIMIT, mayBeTooLong())
                | bit(Trait.LATE_WORDS, first != TokenKind.WORD.ordinal() && first != TokenKind.MENTION.ordinal())
                | bit(Trait.ACCOUNT_IN_DOUBT, doubtful);
    }

    private boolean mayBeTooLong() {
        Grammar counting = grammar.asOf(post.time());
        return counting.longest(this) > counting.maxLength();
    }

    private static boolean holds(int kinds, TokenKind kind) {
        return (kinds >> kind.ordinal() & 1) != 0;
    }

    private static int bit(Trait trait, boolean has) {
        return has ? 1 << trait.ordinal() : 0;
    }

    /** The traits as bits. */
    int traits() {
        return traits;
    }

    /** The bits of the rules that asked for the terms that occur. */
    long hitBits() {
        return hitBits;
    }

    /**
     * Shows a rule the terms that it asked for, and no other rule's.
     *
     * @return whether one of them occurs
     */
    boolean focus(Terms.Range range) {
        focusCount = 0;
        if ((hitBits & range.bit()) == 0) {
            return false;
        }
        focusFrom = range.from();
        if (focus.length < hits) {
            focus = new int[hitTerms.length];
        }
        for (int hit = 0; hit < hits; hit++) {
            if (hitTerms[hit] >= range.from() && hitTerms[hit] < range.to()) {
                focus[focusCount++] = hit;
            }
        }
        return focusCount > 0;
    }

    @Override
    public int termCount() {
        return focusCount;
    }

    @Override
    public int term(int occurrence) {
        return hitTerms[focus[occurrence]] - focusFrom;
    }

    @Override
    public int termStart(int occurrence) {
        return hitStarts[focus[occurrence]];
    }

    @Override
    public int termEnd(int occurrence) {
        return hitEnds[focus[occurrence]];
    }

    @Override
    public int next(TokenKind kind, int from) {
        return next(kind.ordinal(), from);
    }

    /** The first token of a set from {@code from} on, or -1. */
    private int next(int set, int from) {
        int group = from >> SET_SHIFT;
        int last = tokens - 1 >> SET_SHIFT;
        if (group > last) {
            return -1;
        }
        long rest = sets[(group << SETS_SHIFT) + set] & -1L << from;
        while (rest == 0) {
            if (++group > last) {
                return -1;
            }
            rest = sets[(group << SETS_SHIFT) + set];
        }
        return (group << SET_SHIFT) + Long.numberOfTrailingZeros(rest);
    }

    @Override
    public int nextCapitals(int from) {
        return next(CAPITAL_WORDS, from);
    }

    @Override
    public boolean isTooLong() {
        return has(Trait.NEAR_LIMIT) && length() > maxLength();
    }

    char[] buffer() {
        return text;
    }

    int limit() {
        return limit;
    }

    /** At least so many characters are Latin letters or digits, besides those of links. */
    int latin() {
        return latin;
    }

    /** How many characters the links have altogether. */
    int charactersOfLinks() {
        return charactersOfLinks;
    }

    int rawKind(int token) {
        return kinds[token] & 0xFF;
    }

    @Override
    public Post post() {
        return post;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public boolean has(Trait trait) {
        return (traits >> trait.ordinal() & 1) != 0;
    }

    @Override
    public int tokenCount() {
        return tokens;
    }

    @Override
    public TokenKind kind(int token) {
        return KINDS[kinds[token] & 0xFF];
    }

    @Override
    public int start(int token) {
        return starts[token];
    }

    @Override
    public int end(int token) {
        return ends[token];
    }

    @Override
    public int count(TokenKind kind) {
        int count = 0;
        for (int first = kind.ordinal(), end = tokens + SET - 1 >> SET_SHIFT << SETS_SHIFT;
                first < end;
                first += SETS) {
            count += Long.bitCount(sets[first]);
        }
        return count;
    }

    @Override
    public boolean isCapitals(int token) {
        return (kinds[token] & CAPITALS) != 0;
    }

    @Override
    public boolean hasCapital(int token) {
        return (kinds[token] & CAPITAL) != 0;
    }

    @Override
    public boolean hasSmall(int token) {
        return (kinds[token] & SMALL) != 0;
    }

    @Override
    public int sentenceCount() {
        return sentences.count();
    }

    @Override
    public int sentenceStart(int sentence) {
        return sentences.start(sentence);
    }

    @Override
    public int sentenceEnd(int sentence) {
        return sentences.end(sentence);
    }

    @Override
    public int sentenceWords(int sentence) {
        return sentences.words(sentence);
    }

    @Override
    public int graphemes() {
        if (graphemes < 0) {
            graphemes = Graphemes.count(post.text());
        }
        return graphemes;
    }

    @Override
    public int length() {
        if (length < 0) {
            length = grammar.asOf(post.time()).length(this);
        }
        return length;
    }

    @Override
    public int maxLength() {
        return grammar.asOf(post.time()).maxLength();
    }

    @Override
    public int refused() {
        return grammar.refused(this);
    }

    /** The words of a term as the text's are read: folded and composed; null when it holds anything else. */
    @Nullable
    List<String> wordsOf(String term) {
        scan(Post.of("term", term), Platform.ANY);
        var words = new ArrayList<String>(4);
        for (int token = 0; token < tokens; token++) {
            switch (kind(token)) {
                case WORD, NUMBER -> {
                    var word = new StringBuilder();
                    for (int i = starts[token]; i < ends[token]; i = Letters.end(term, i, ends[token])) {
                        word.append(Terms.fold(Letters.composed(term, i, ends[token])));
                    }
                    words.add(word.toString());
                }
                case PUNCTUATION -> {
                    if (!isHyphen(token) || token == 0 || token == tokens - 1) {
                        return null;
                    }
                }
                default -> {
                    return null;
                }
            }
        }
        return words.isEmpty() ? null : words;
    }
}
