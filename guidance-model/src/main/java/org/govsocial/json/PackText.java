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

    private static final List<String> NONE = List.of();

    /** What comes behind the head in our own packs, and is most of them. */
    private static final List<String> BODY = List.of("documents", "cases", "templates", "checklists", "triage");

    private final String where;
    private final byte[] text;

    /** A key of an object, and where its value begins and ends. */
    private record Span(String key, int start, int end) {}

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
        for (Span member : members(skipSpace(0), BODY)) {
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
     * Reads one statement.
     *
     * @param document the document's id
     * @param id the statement's id
     * @return null when there is none
     * @throws IOException when it is not a statement
     */
    public @Nullable Statement statement(String document, String id) throws IOException {
        for (Span one : elements(members(skipSpace(0)), "documents")) {
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
        Span found = find(elements(members(skipSpace(0), BODY), "sources"), "code", code);
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
        for (Span part = member(object.start() + 1, NONE); part != null; part = member(part.end(), NONE)) {
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
        return members(start, NONE);
    }

    /** The members of the object that begins at a position, up to one that ends the search. */
    private List<Span> members(int start, List<String> stops) {
        var found = new ArrayList<Span>();
        for (Span part = member(start + 1, stops); part != null; part = member(part.end(), stops)) {
            found.add(part);
        }
        return found;
    }

    /** The next member of an object, after its start or the member before; null at its end, or where the search ends. */
    private @Nullable Span member(int from, List<String> stops) {
        int at = skipSpace(from);
        if (at < text.length && text[at] == ',') {
            at = skipSpace(at + 1);
        }
        if (at >= text.length || text[at] != '"') {
            return null;
        }
        int keyEnd = stringEnd(at);
        String key = new String(text, at + 1, keyEnd - at - 2, StandardCharsets.UTF_8);
        if (stops.contains(key)) {
            return null;
        }
        int value = skipSpace(skipSpace(keyEnd) + 1);
        return new Span(key, value, valueEnd(value));
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
