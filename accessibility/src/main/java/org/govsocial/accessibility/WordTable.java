package org.govsocial.accessibility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.govsocial.text.Letters;
import org.jspecify.annotations.Nullable;

/**
 * Words, and a value for each, looked up where they stand in a text: in any case, macrons composed or decomposed, without
 * making a string. Immutable.
 */
final class WordTable {
    private static final int LONG = 63;

    /** The first combining mark that {@link Letters#compose} takes. */
    private static final char FIRST_MARK = '\u0300';

    /** The characters of plain words; a character's code is its place, from 1. */
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789'-.";

    private static final byte[] CODES = new byte[0x80];
    private static final int CODE_SHIFT = 6;
    private static final int CODE = (1 << CODE_SHIFT) - 1;

    /** A plain word has no more characters than this, so that all their codes go into a number. */
    private static final int MOST = Long.SIZE / CODE_SHIFT;

    static {
        for (int i = 0; i < PLAIN.length(); i++) {
            char c = PLAIN.charAt(i);
            CODES[c] = (byte) (i + 1);
            CODES[Character.toUpperCase(c)] = (byte) (i + 1);
        }
    }

    /** Plain words as their codes, 0 for a free slot: a look at them is a look at one number. */
    private final long[] plainKeys;

    private final String[] plainValues;
    /** All other words. */
    private final String[] keys;

    private final String[] values;
    /**
     * To turn most words away at once: for the low bits of an ASCII first letter, the lengths that words in the table may
     * have, one bit each, decomposed spellings included.
     */
    private final long[] lengths = new long[32];

    private WordTable(Map<String, String> entries) {
        long[] codes = new long[entries.size()];
        int plain = 0;
        int number = 0;
        for (String word : entries.keySet()) {
            codes[number] = codes(word, 0, word.length());
            plain += codes[number++] == 0 ? 0 : 1;
        }
        plainKeys = new long[slots(plain)];
        plainValues = new String[plainKeys.length];
        keys = new String[slots(entries.size() - plain)];
        values = new String[keys.length];
        number = 0;
        for (var entry : entries.entrySet()) {
            long key = codes[number++];
            if (key != 0) {
                int slot = plainSlot(key);
                plainKeys[slot] = key;
                plainValues[slot] = entry.getValue();
                String word = plain(key);
                lengths[word.charAt(0) & 31] |= 1L << word.length();
            } else {
                String word = folded(entry.getKey());
                int slot = hash(word, 0, word.length()) & keys.length - 1;
                while (keys[slot] != null && !keys[slot].equals(word)) {
                    slot = slot + 1 & keys.length - 1;
                }
                keys[slot] = word;
                values[slot] = entry.getValue();
                admit(word);
            }
        }
    }

    private static int slots(int words) {
        return Integer.highestOneBit(Math.max(words, 2) * 4 - 1);
    }

    /** A table of words without values: each is its own value. */
    static WordTable of(String... words) {
        var entries = new LinkedHashMap<String, String>();
        for (String word : words) {
            entries.put(word, word);
        }
        return new WordTable(entries);
    }

    static WordTable of(Map<String, String> entries) {
        return new WordTable(entries);
    }

    /** A table of {@link #entries}. */
    static WordTable read(String name) {
        return new WordTable(entries(name));
    }

    /**
     * What is kept beside the rules as tab-separated text: a word and its value, or a word alone, which is its own value.
     * Lines that start with {@code #} say where the words come from.
     *
     * @param name of the resource in {@code /META-INF/govsocial/accessibility/}
     */
    static Map<String, String> entries(String name) {
        var entries = new LinkedHashMap<String, String>();
        String path = "/META-INF/govsocial/accessibility/" + name;
        try (InputStream in = WordTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + path);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    String word =
                            tab < 0 ? line.strip() : line.substring(0, tab).strip();
                    entries.put(word, tab < 0 ? word : line.substring(tab + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** The words, folded and composed, in no particular order. */
    List<String> words() {
        List<String> all = new ArrayList<>();
        for (long key : plainKeys) {
            if (key != 0) {
                all.add(plain(key));
            }
        }
        for (String key : keys) {
            if (key != null) {
                all.add(key);
            }
        }
        return all;
    }

    /** The value of a word that {@link #words} gave. */
    String valueOf(String word) {
        return Objects.requireNonNull(get(word, 0, word.length()));
    }

    /** The values of all words, in no particular order. */
    List<String> values() {
        List<String> all = new ArrayList<>();
        for (String word : words()) {
            all.add(valueOf(word));
        }
        return all;
    }

    boolean contains(String text, int start, int end) {
        return get(text, start, end) != null;
    }

    /** The value of the word in a part of a text; null when it is not in the table. */
    @Nullable
    String get(String text, int start, int end) {
        if (start >= end) {
            return null;
        }
        char first = text.charAt(start);
        if (first < 0x80 && (lengths[first & 31] >>> Math.min(end - start, LONG) & 1) == 0) {
            return null;
        }
        long key = codes(text, start, end);
        if (key != 0) {
            return plainValues[plainSlot(key)];
        }
        int slot = hash(text, start, end) & keys.length - 1;
        while (keys[slot] != null) {
            if (same(keys[slot], text, start, end)) {
                return values[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return null;
    }

    /** Where a plain word is, or would be. */
    private int plainSlot(long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & plainKeys.length - 1;
        while (plainKeys[slot] != key && plainKeys[slot] != 0) {
            slot = slot + 1 & plainKeys.length - 1;
        }
        return slot;
    }

    /** The codes of a plain word, in any case; 0 for any other. */
    private static long codes(String text, int start, int end) {
        long key = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return composedCodes(text, start, end);
            }
            if (CODES[c] == 0 || i - start == MOST) {
                return 0;
            }
            key = key << CODE_SHIFT | CODES[c];
        }
        return key;
    }

    /** What {@link #codes} gives for a text with other than ASCII characters: some of them fold to one. */
    private static long composedCodes(String text, int start, int end) {
        long key = 0;
        int count = 0;
        for (int i = start; i < end; i = Letters.end(text, i, end)) {
            char c = Letters.fold(Letters.composed(text, i, end));
            if (c >= 0x80 || CODES[c] == 0 || count++ == MOST) {
                return 0;
            }
            key = key << CODE_SHIFT | CODES[c];
        }
        return key;
    }

    /** The plain word that has these codes. */
    private static String plain(long key) {
        var word = new StringBuilder(MOST);
        for (long left = key; left != 0; left >>>= CODE_SHIFT) {
            word.append(PLAIN.charAt((int) (left & CODE) - 1));
        }
        return word.reverse().toString();
    }

    private void admit(String key) {
        int marks = 0;
        for (int i = 0; i < key.length(); i++) {
            marks += key.charAt(i) >= 0x80 ? 2 : 0;
        }
        char first = key.charAt(0);
        char decomposed = Letters.base(first);
        for (int length = key.length(); length <= key.length() + marks; length++) {
            lengths[first & 31] |= 1L << Math.min(length, LONG);
            lengths[decomposed & 31] |= 1L << Math.min(length, LONG);
        }
    }

    private static boolean same(String key, String text, int start, int end) {
        if (key.length() == end - start) {
            int i = 0;
            while (i < key.length() && Letters.fold(text.charAt(start + i)) == key.charAt(i)) {
                i++;
            }
            if (i == key.length()) {
                return true;
            }
        }
        int at = start;
        for (int i = 0; i < key.length(); i++) {
            if (at >= end || Letters.fold(Letters.composed(text, at, end)) != key.charAt(i)) {
                return false;
            }
            at = Letters.end(text, at, end);
        }
        return at == end;
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        int i = start;
        while (i < end) {
            char letter = text.charAt(i++);
            while (i < end && text.charAt(i) >= FIRST_MARK) {
                char composed = Letters.compose(letter, text.charAt(i));
                if (composed == 0) {
                    break;
                }
                letter = composed;
                i++;
            }
            hash = hash * 31 + Letters.fold(letter);
        }
        return hash ^ hash >>> 15;
    }

    private static String folded(String word) {
        var out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i = Letters.end(word, i, word.length())) {
            out.append(Letters.fold(Letters.composed(word, i, word.length())));
        }
        return out.toString();
    }
}
