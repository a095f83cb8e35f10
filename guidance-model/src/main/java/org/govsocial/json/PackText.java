package org.govsocial.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private final String where;
    private final byte[] text;
    private final List<Span> members;

    /** A key of an object, and where its value begins and ends. */
    private record Span(String key, int start, int end) {}

    private PackText(String where, byte[] text) {
        this.where = where;
        this.text = text;
        this.members = members(skipSpace(0));
    }

    /**
     * Takes a pack's text, and finds its parts.
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
     * Reads the pack's name, its word rules and its adjustments.
     *
     * @return the pack with nothing else in it
     * @throws IOException when it is not a pack
     */
    public Pack head() throws IOException {
        var json = new ByteArrayOutputStream(8192);
        json.write('{');
        for (Span member : members) {
            if (HEAD.contains(member.key())) {
                if (json.size() > 1) {
                    json.write(',');
                }
                json.write('"');
                json.writeBytes(member.key().getBytes(StandardCharsets.UTF_8));
                json.write('"');
                json.write(':');
                json.write(text, member.start(), member.end() - member.start());
            }
        }
        json.write('}');
        return PackReader.read(where, new ByteArrayInputStream(json.toByteArray()));
    }

    /**
     * Finds the documents.
     *
     * @return their ids
     */
    public List<String> documents() {
        var ids = new ArrayList<String>();
        for (Span document : elements(members, "documents")) {
            ids.add(word(document, "id"));
        }
        return ids;
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
        for (Span one : elements(members, "documents")) {
            if (word(one, "id").equals(document)) {
                Span found = find(elements(members(one.start()), "statements"), "id", id);
                return found == null ? null : PackReader.statement(where, part(found));
            }
        }
        return null;
    }

    /**
     * Reads one source.
     *
     * @param code the source's code
     * @return null when there is none
     * @throws IOException when it is not a source
     */
    public @Nullable Source source(String code) throws IOException {
        Span found = find(elements(members, "sources"), "code", code);
        return found == null ? null : PackReader.source(where, part(found));
    }

    private String part(Span span) {
        return new String(text, span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
    }

    private @Nullable Span find(List<Span> objects, String key, String value) {
        for (Span object : objects) {
            if (word(object, key).equals(value)) {
                return object;
            }
        }
        return null;
    }

    /** The plain word that a key of an object holds; empty when the key is missing. Reads no further than the word. */
    private String word(Span object, String key) {
        for (Span part = member(object.start() + 1); part != null; part = member(part.end())) {
            if (part.key().equals(key)) {
                return new String(text, part.start() + 1, part.end() - part.start() - 2, StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private List<Span> elements(List<Span> parts, String key) {
        var found = new ArrayList<Span>();
        for (Span part : parts) {
            if (part.key().equals(key)) {
                int at = skipSpace(part.start() + 1);
                while (at < part.end() - 1) {
                    int end = valueEnd(at);
                    found.add(new Span("", at, end));
                    at = skipSpace(end);
                    at = at < text.length && text[at] == ',' ? skipSpace(at + 1) : part.end();
                }
            }
        }
        return found;
    }

    /** The members of the object that begins at a position. */
    private List<Span> members(int start) {
        var found = new ArrayList<Span>();
        for (Span part = member(start + 1); part != null; part = member(part.end())) {
            found.add(part);
        }
        return found;
    }

    /** The next member of an object, after its start or the member before; null at its end. */
    private @Nullable Span member(int from) {
        int at = skipSpace(from);
        if (at < text.length && text[at] == ',') {
            at = skipSpace(at + 1);
        }
        if (at >= text.length || text[at] != '"') {
            return null;
        }
        int keyEnd = stringEnd(at);
        int value = skipSpace(skipSpace(keyEnd) + 1);
        return new Span(new String(text, at + 1, keyEnd - at - 2, StandardCharsets.UTF_8), value, valueEnd(value));
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
