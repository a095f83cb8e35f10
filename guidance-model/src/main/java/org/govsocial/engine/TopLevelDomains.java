package org.govsocial.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.govsocial.text.Letters;

/**
 * The ends of host names: all top-level domains that IANA has registered, those of other scripts in their own letters,
 * and {@code onion} (RFC 7686). Two names that differ in case only are equal.
 */
final class TopLevelDomains {
    /** The names, in small letters, each after a line feed, with one more at the end. */
    private static final char[] NAMES;
    /** Where a name starts in {@link #NAMES}, by its hash; 0 where there is none. At most one slot in two is taken. */
    private static final char[] SLOTS;

    private static final int LONGEST;

    static {
        NAMES = ("\n" + read()).toCharArray();
        int count = 0;
        int longest = 0;
        for (int i = 1, start = 1; i < NAMES.length; i++) {
            if (NAMES[i] == '\n') {
                longest = Math.max(longest, i - start);
                start = i + 1;
                count++;
            }
        }
        LONGEST = longest;
        SLOTS = new char[Integer.highestOneBit(count) << 2];
        for (int i = 1, hash = 0, start = 1; i < NAMES.length; i++) {
            if (NAMES[i] == '\n') {
                int slot = slot(hash);
                while (SLOTS[slot] != 0) {
                    slot = slot + 1 & SLOTS.length - 1;
                }
                SLOTS[slot] = (char) start;
                start = i + 1;
                hash = 0;
            } else {
                hash = extend(hash, NAMES[i]);
            }
        }
    }

    private TopLevelDomains() {}

    private static String read() {
        try (InputStream in = TopLevelDomains.class.getResourceAsStream("top-level-domains.txt")) {
            if (in == null) {
                throw new IllegalStateException("resource org/govsocial/engine/top-level-domains.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where the longest top-level domain ends that starts at {@code from} and is not the start of a longer Latin word:
     * no Latin letter, digit, {@code @}, plus or hyphen follows it.
     *
     * @return {@link Grammar#NONE} when none does
     */
    static int end(char[] text, int from, int limit) {
        int end = Grammar.NONE;
        int hash = 0;
        int last = Math.min(limit, from + LONGEST);
        for (int i = from; i < last; ) {
            char c = text[i];
            if (c < 0x80 && !Grammar.isLatinOrDigit(c)) {
                break;
            }
            hash = extend(hash, Letters.fold(c));
            i++;
            if ((i == limit || !isJoined(text[i])) && holds(hash, text, from, i)) {
                end = i;
            }
        }
        return end;
    }

    private static boolean isJoined(char c) {
        return Grammar.isLatinOrDigit(c) || c == '@' || c == '+' || c == '-';
    }

    private static boolean holds(int hash, char[] text, int start, int end) {
        for (int slot = slot(hash); SLOTS[slot] != 0; slot = slot + 1 & SLOTS.length - 1) {
            if (equal(SLOTS[slot], text, start, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(int name, char[] text, int start, int end) {
        int at = name;
        for (int i = start; i < end; i++, at++) {
            if (NAMES[at] != Letters.fold(text[i])) {
                return false;
            }
        }
        return NAMES[at] == '\n';
    }

    private static int extend(int hash, char c) {
        return hash * 31 + c;
    }

    private static int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & SLOTS.length - 1;
    }

    /** All names, in the order of the list. */
    static java.util.List<String> names() {
        return Arrays.asList(new String(NAMES).strip().split("\n"));
    }
}
