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

    private final String[] keys;
    private final String[] values;
    private final int mask;
    /**
     * To turn most words away at once: for the low bits of an ASCII first letter, the lengths that words in the table may
     * have, one bit each, decomposed spellings included.
     */
    private final long[] lengths = new long[32];

    private WordTable(Map<String, String> entries) {
        int size = Integer.highestOneBit(Math.max(entries.size(), 2) * 4 - 1);
        keys = new String[size];
        values = new String[size];
        mask = size - 1;
        for (var entry : entries.entrySet()) {
            String key = folded(entry.getKey());
            int slot = hash(key, 0, key.length()) & mask;
            while (keys[slot] != null && !keys[slot].equals(key)) {
                slot = slot + 1 & mask;
            }
            keys[slot] = key;
            values[slot] = entry.getValue();
            admit(key);
        }
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

    /**
     * A table kept beside the rules as tab-separated text: a word and its value, or a word alone. Lines that start with
     * {@code #} say where the words come from.
     *
     * @param name of the resource in {@code /META-INF/govsocial/accessibility/}
     */
    static WordTable read(String name) {
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
        return new WordTable(entries);
    }

    /** The words, folded and composed, in no particular order. */
    List<String> words() {
        List<String> all = new ArrayList<>();
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
        for (String value : values) {
            if (value != null) {
                all.add(value);
            }
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
        int slot = hash(text, start, end) & mask;
        while (keys[slot] != null) {
            if (same(keys[slot], text, start, end)) {
                return values[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
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
