package org.govsocial.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govsocial.model.Pack;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A pack of the program's own, of which only what is asked for is read: checking a post needs a pack's rules and the few
 * statements that its findings rest on, and reading all packs whole takes longer than the check. The text is trusted to
 * be a pack, since the build reads it whole. Immutable.
 */
public final class PackText {
    /** What a check needs at once. */
    private static final List<String> HEAD =
            List.of("format", "id", "version", "title", "maintainer", "rules", "adjust");

    /** What comes behind the head in our own packs, and is most of them. */
    private static final List<String> BODY = List.of("documents", "cases", "templates", "checklists", "triage");

    private static final int NONE = -1;

    private final String where;
    private final byte[] text;

    private PackText(String where, byte[] text) {
        this.where = where;
        this.text = text;
    }

    /**
     * Takes a pack's text.
     *
     * @param where the pack's name, for messages
     * @param bytes UTF-8; not closed
     * @return the pack
     * @throws IOException when the bytes cannot be read
     */
    public static PackText read(String where, InputStream bytes) throws IOException {
        return new PackText(where, bytes.readAllBytes());
    }

    /**
     * Reads the pack's name, its word rules and its adjustments, which stand before everything large in our own packs.
     *
     * @return the pack with nothing else in it
     * @throws IOException when it is not a pack
     */
    public Pack head() throws IOException {
        var json = new ByteArrayOutputStream(8192);
        json.write('{');
        for (int key = firstIn(skipSpace(0)); key != NONE; key = next(valueOf(key))) {
            String name = word(key);
            if (BODY.contains(name)) {
                break;
            }
            if (HEAD.contains(name)) {
                if (json.size() > 1) {
                    json.write(',');
                }
                json.write(text, key, valueEnd(valueOf(key)) - key);
            }
        }
        json.write('}');
        return PackReader.read(where, new ByteArrayInputStream(json.toByteArray()));
    }

    /**
     * Reads one statement.
     *
     * @param document the document's id
     * @param id the statement's id
     * @return null when there is none
     * @throws IOException when it is not a statement
     */
    public @Nullable Statement statement(String document, String id) throws IOException {
        int within = element(member(skipSpace(0), "documents"), "id", document);
        int found = within == NONE ? NONE : element(member(within, "statements"), "id", id);
        return found == NONE ? null : PackReader.statement(where, part(found));
    }

    /**
     * Reads one source.
     *
     * @param code the source's code
     * @return null when there is none
     * @throws IOException when it is not a source
     */
    public @Nullable Source source(String code) throws IOException {
        int found = element(member(skipSpace(0), "sources"), "code", code);
        return found == NONE ? null : PackReader.source(where, part(found));
    }

    private String part(int start) {
        return new String(text, start, valueEnd(start) - start, StandardCharsets.UTF_8);
    }

    /** The plain word, without escapes, that begins at a position. */
    private String word(int start) {
        return new String(text, start + 1, stringEnd(start) - start - 2, StandardCharsets.UTF_8);
    }

    /** Where the object begins that holds a word under a key, in the list that begins at a position. */
    private int element(int list, String key, String word) {
        for (int object = list == NONE ? NONE : firstIn(list); object != NONE; object = next(object)) {
            int value = member(object, key);
            if (value != NONE && word(value).equals(word)) {
                return object;
            }
        }
        return NONE;
    }

    /** Where the value of a key begins, in the object that begins at a position; reads no further. */
    private int member(int object, String key) {
        for (int name = firstIn(object); name != NONE; name = next(valueOf(name))) {
            if (word(name).equals(key)) {
                return valueOf(name);
            }
        }
        return NONE;
    }

    /** Where the value begins whose key does. */
    private int valueOf(int key) {
        return skipSpace(skipSpace(stringEnd(key)) + 1);
    }

    /** Where the first key of an object or the first element of a list begins. */
    private int firstIn(int start) {
        int at = skipSpace(start + 1);
        return at >= text.length || text[at] == '}' || text[at] == ']' ? NONE : at;
    }

    /** Where the next key or element begins, behind a value. */
    private int next(int value) {
        int at = skipSpace(valueEnd(value));
        return at < text.length && text[at] == ',' ? skipSpace(at + 1) : NONE;
    }

    /** One past the value that begins at a position. */
    private int valueEnd(int start) {
        int depth = 0;
        int at = start;
        while (at < text.length) {
            byte b = text[at];
            if (b == '"') {
                at = stringEnd(at);
            } else if (b == '}' || b == ']') {
                if (depth-- == 0) {
                    return at;
                }
                at++;
            } else if (depth == 0 && (b == ',' || b >= 0 && b <= ' ')) {
                return at;
            } else {
                depth += b == '{' || b == '[' ? 1 : 0;
                at++;
            }
            if (depth == 0 && (b == '"' || b == '}' || b == ']')) {
                return at;
            }
        }
        return text.length;
    }

    /** One past the string that begins at a position. Most of a pack is strings, so Java compiles this early on. */
    private int stringEnd(int start) {
        byte[] json = text;
        int at = start + 1;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, json.length);
    }

    private int skipSpace(int start) {
        int at = start;
        while (at < text.length && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
        return at;
    }
}
