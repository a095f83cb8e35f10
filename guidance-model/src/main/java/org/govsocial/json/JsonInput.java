package org.govsocial.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.spi.Location;
import org.jspecify.annotations.Nullable;

/**
 * Pulls values out of strict JSON (RFC 8259), one at a time, in constant memory. A byte order mark at the start is
 * ignored. Nothing that a stranger writes can make it fail other than by a {@link JsonException}: nesting, strings and
 * numbers are bounded, and no method calls itself.
 *
 * <p>Lone surrogates, which platforms write when they cut an emoji in two, are kept.
 *
 * <p>Every method throws {@link JsonException} when the JSON is malformed, beyond a limit, or not of the kind that the
 * method asks for, and another {@link IOException} only when the underlying reader fails. Used by one thread. The
 * caller closes the reader it gave.
 */
public final class JsonInput {
    /** The deepest nesting of objects and arrays; no platform's export comes near it. */
    public static final int MAX_DEPTH = 255;

    /** The longest string or key, in UTF-16 code units. */
    public static final int MAX_STRING = 20_000_000;

    /** The longest number, in characters. */
    public static final int MAX_NUMBER = 1_000;

    /** What comes next. */
    public enum Kind {
        /** The start of an object. */
        OBJECT("an object"),
        /** The start of an array. */
        ARRAY("a list"),
        /** The end of the open object. */
        END_OBJECT("the end of the object"),
        /** The end of the open array. */
        END_ARRAY("the end of the list"),
        /** A key of the open object. */
        NAME("a key"),
        /** A string. */
        STRING("text in quotes"),
        /** A number. */
        NUMBER("a number"),
        /** {@code true} or {@code false}. */
        BOOLEAN("true or false"),
        /** {@code null}. */
        NULL("null"),
        /** The end of the document. */
        END("the end of the file");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final String where;
    private final Source source;
    private final JsonReader reader;
    private long firstLine = 1;
    private boolean strictKeys;

    /** Once malformed, always malformed: the library might find its feet again at some other place. */
    private @Nullable IOException broken;

    /** One frame for each open object or array. In arrays the name is null and the index counts, from -1. */
    private int depth;

    private @Nullable String[] names = new @Nullable String[8];
    private int[] indices = new int[8];
    private boolean[] arrays = new boolean[8];
    private @Nullable Set<String>[] seen = newSets(8);

    private JsonInput(String where, Reader text) {
        this.where = where;
        this.source = new Source(text);
        this.reader = new JsonReader(source);
        // The library's strict mode refuses lone surrogates, which platforms write when they cut an emoji in two, so
        // the source itself refuses what the legacy mode lets through.
        reader.setStrictness(Strictness.LEGACY_STRICT);
        reader.setNestingLimit(MAX_DEPTH + 1);
    }

    /**
     * Reads from a string.
     *
     * @param where the input's name, for messages
     * @param text JSON
     * @return a reader at the start
     */
    public static JsonInput of(String where, String text) {
        return of(where, new StringReader(text));
    }

    /**
     * Reads from a stream of characters.
     *
     * @param where the input's name, for messages
     * @param text JSON; closed by the caller
     * @return a reader at the start
     */
    public static JsonInput of(String where, Reader text) {
        return new JsonInput(where, text);
    }

    /**
     * Counts lines from another number than 1, for JSON that is part of a larger file.
     *
     * @param line the number of the first line
     * @return this
     */
    public JsonInput startingAt(long line) {
        firstLine = line;
        return this;
    }

    /**
     * Refuses objects that hold a key twice. Without it, both are given.
     *
     * @param strict whether to refuse them
     * @return this
     */
    public JsonInput strictKeys(boolean strict) {
        strictKeys = strict;
        return this;
    }

    /**
     * What comes next; takes nothing.
     *
     * @return the kind of the next value, key or end
     * @throws IOException see above
     */
    public Kind kind() throws IOException {
        return switch (peek()) {
            case BEGIN_OBJECT -> Kind.OBJECT;
            case BEGIN_ARRAY -> Kind.ARRAY;
            case END_OBJECT -> Kind.END_OBJECT;
            case END_ARRAY -> Kind.END_ARRAY;
            case NAME -> Kind.NAME;
            case STRING -> Kind.STRING;
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.BOOLEAN;
            case NULL -> Kind.NULL;
            case END_DOCUMENT -> Kind.END;
        };
    }

    /**
     * Whether the open object or array has more; at the top, whether there is a value at all.
     *
     * @return false at its end
     * @throws IOException see above
     */
    public boolean hasNext() throws IOException {
        JsonToken next = peek();
        return next != JsonToken.END_OBJECT && next != JsonToken.END_ARRAY && next != JsonToken.END_DOCUMENT;
    }

    /**
     * Enters an object.
     *
     * @throws IOException see above
     */
    public void beginObject() throws IOException {
        value(Kind.OBJECT);
        take(JsonReader::beginObject);
        open(false);
    }

    /**
     * Leaves the open object, which must have no more keys.
     *
     * @throws IOException see above
     */
    public void endObject() throws IOException {
        expect(Kind.END_OBJECT);
        take(JsonReader::endObject);
        depth--;
    }

    /**
     * Enters an array.
     *
     * @throws IOException see above
     */
    public void beginArray() throws IOException {
        value(Kind.ARRAY);
        take(JsonReader::beginArray);
        open(true);
    }

    /**
     * Leaves the open array, which must have no more values.
     *
     * @throws IOException see above
     */
    public void endArray() throws IOException {
        expect(Kind.END_ARRAY);
        take(JsonReader::endArray);
        depth--;
    }

    /**
     * Takes the next key of the open object.
     *
     * @return the key
     * @throws IOException see above; also when the key was seen before in this object and keys are strict
     */
    public String name() throws IOException {
        expect(Kind.NAME);
        String name = bounded(text(JsonReader::nextName));
        names[depth - 1] = name;
        if (strictKeys) {
            var before = seen[depth - 1];
            if (before == null) {
                before = new HashSet<>();
                seen[depth - 1] = before;
            }
            if (!before.add(name)) {
                throw error("The key \"" + brief(name) + "\" appears twice in one object.", "Keep one of the two.");
            }
        }
        return name;
    }

    /**
     * Takes a string.
     *
     * @return the string
     * @throws IOException see above
     */
    public String string() throws IOException {
        value(Kind.STRING);
        return bounded(text(JsonReader::nextString));
    }

    /**
     * Takes a string or {@code null}.
     *
     * @return the string, or null
     * @throws IOException see above
     */
    public @Nullable String stringOrNull() throws IOException {
        return takeNull() ? null : string();
    }

    /**
     * Takes a number as it is written.
     *
     * @return its characters, at most {@link #MAX_NUMBER}
     * @throws IOException see above
     */
    public String numberText() throws IOException {
        value(Kind.NUMBER);
        String number = text(JsonReader::nextString);
        if (number.length() > MAX_NUMBER) {
            throw numberTooLong();
        }
        return number;
    }

    /**
     * Takes a number.
     *
     * @return the nearest double
     * @throws IOException see above; also when the number is too large for a double
     */
    public double number() throws IOException {
        double number = Double.parseDouble(numberText());
        if (Double.isInfinite(number)) {
            throw error("This number is too large.", "Use a smaller number.");
        }
        return number;
    }

    /**
     * Takes a whole number.
     *
     * @return its value
     * @throws IOException see above; also when it has a fraction or does not fit
     */
    public long longValue() throws IOException {
        String number = numberText();
        try {
            return new BigDecimal(number).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw error("A whole number is needed here, not " + brief(number) + ".", "Write it without a fraction.");
        }
    }

    /**
     * Takes a whole number.
     *
     * @return its value
     * @throws IOException see above; also when it has a fraction or does not fit
     */
    public int integer() throws IOException {
        long number = longValue();
        if (number != (int) number) {
            throw error("The number " + number + " is too large here.", "Use a number below 2,147,483,648.");
        }
        return (int) number;
    }

    /**
     * Takes {@code true} or {@code false}.
     *
     * @return its value
     * @throws IOException see above
     */
    public boolean bool() throws IOException {
        value(Kind.BOOLEAN);
        source.mark();
        try {
            return reader.nextBoolean();
        } catch (IOException | IllegalStateException e) {
            throw failure(e);
        }
    }

    /**
     * Whether {@code null} comes next; takes nothing.
     *
     * @return true for null
     * @throws IOException see above
     */
    public boolean isNull() throws IOException {
        return peek() == JsonToken.NULL;
    }

    /**
     * Takes {@code null} when it comes next.
     *
     * @return whether it did
     * @throws IOException see above
     */
    public boolean takeNull() throws IOException {
        if (!isNull()) {
            return false;
        }
        value(Kind.NULL);
        take(JsonReader::nextNull);
        return true;
    }

    /**
     * Takes the next value whatever it is, with all that it holds; it is still checked.
     *
     * @throws IOException see above
     */
    public void skipValue() throws IOException {
        int outer = depth;
        do {
            switch (kind()) {
                case OBJECT -> beginObject();
                case ARRAY -> beginArray();
                case END_OBJECT -> endObject();
                case END_ARRAY -> endArray();
                case NAME -> name();
                case STRING -> string(); // the library would skip it unchecked
                case NUMBER -> numberText();
                case BOOLEAN -> bool();
                case NULL -> takeNull();
                case END -> throw error("A value is missing here.", "Complete the file.");
            }
        } while (depth > outer);
    }

    /** Gives a string of a document its new wording. */
    @FunctionalInterface
    public interface Rewording {
        /**
         * The new wording.
         *
         * @param pointer the string's JSON Pointer
         * @param old the string
         * @return what to write in its place, the same string when it does not change
         */
        String of(String pointer, String old);
    }

    /**
     * Takes the next value and writes it with the same keys in the same order and every number as it is written.
     *
     * @param out where it goes
     * @param rewording gives each string (keys excepted) its new wording
     * @throws IOException see above, or when writing fails
     */
    public void copyTo(JsonOutput out, Rewording rewording) throws IOException {
        int outer = depth;
        do {
            switch (kind()) {
                case OBJECT -> {
                    beginObject();
                    out.beginObject();
                }
                case ARRAY -> {
                    beginArray();
                    out.beginArray();
                }
                case END_OBJECT -> {
                    endObject();
                    out.endObject();
                }
                case END_ARRAY -> {
                    endArray();
                    out.endArray();
                }
                case NAME -> out.name(name());
                case STRING -> {
                    String old = string();
                    out.value(rewording.of(path(), old));
                }
                case NUMBER -> out.number(numberText());
                case BOOLEAN -> out.value(bool());
                case NULL -> {
                    takeNull();
                    out.nullValue();
                }
                case END -> throw error("A value is missing here.", "Complete the file.");
            }
        } while (depth > outer);
    }

    /**
     * Checks that nothing follows the value that was read.
     *
     * @throws IOException see above
     */
    public void end() throws IOException {
        expect(Kind.END);
    }

    /**
     * The JSON Pointer (RFC 6901) of the value that was entered or read last, or whose key was.
     *
     * @return for example {@code "/orderedItems/3/object"}; empty for the whole document
     */
    public String path() {
        var out = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (arrays[i]) {
                if (indices[i] >= 0) {
                    out.append('/').append(indices[i]);
                }
            } else {
                String name = names[i];
                if (name != null) {
                    out.append('/').append(name.replace("~", "~0").replace("/", "~1"));
                }
            }
        }
        return out.toString();
    }

    /**
     * How many objects and arrays are open.
     *
     * @return 0 at the top
     */
    public int depth() {
        return depth;
    }

    /**
     * Leaves objects and arrays until so many are open as were at some time before, whatever they still hold. After a
     * record turned out not to be what was expected, reading can so go on behind it.
     *
     * @param open the {@link #depth} from before the record, which is an element of an array; when none of the record has
     *     been taken, it is skipped
     * @param count the {@link #taken} from before the record
     * @throws IOException see above; so it is for certain when the JSON itself is malformed
     */
    public void leave(int open, int count) throws IOException {
        while (depth > open) {
            switch (kind()) {
                case END_OBJECT -> endObject();
                case END_ARRAY -> endArray();
                case NAME -> name();
                case END -> throw error("The JSON ends in the middle.", "Copy or export it again.");
                default -> skipValue();
            }
        }
        if (taken() == count) {
            skipValue();
        }
    }

    /**
     * How many elements of the innermost open array were entered or read.
     *
     * @return 0 at its start, and outside of arrays
     */
    public int taken() {
        return depth > 0 && arrays[depth - 1] ? indices[depth - 1] + 1 : 0;
    }

    /**
     * The line where the reader stands.
     *
     * @return from 1
     */
    public long line() {
        return firstLine + position(1) - 1;
    }

    /**
     * What was entered or read last, for messages and reports.
     *
     * @return input, line and JSON Pointer
     */
    public Location location() {
        return new Location(where, line(), path());
    }

    /**
     * A complaint about the value that was entered or read last, or whose key was.
     *
     * @param what what is wrong, a sentence
     * @param advice what to do, a sentence
     * @return the exception to throw
     */
    public JsonException error(String what, String advice) {
        return new JsonException(location(), position(2), what, advice);
    }

    /**
     * A complaint about a value that was left, such as an object that lacks a key.
     *
     * @param pointer the value's JSON Pointer
     * @param what what is wrong, a sentence
     * @param advice what to do, a sentence
     * @return the exception to throw
     */
    public JsonException errorAt(String pointer, String what, String advice) {
        return new JsonException(new Location(where, line(), pointer), position(2), what, advice);
    }

    // ---- what stands between us and the library

    @FunctionalInterface
    private interface Step {
        void run(JsonReader reader) throws IOException;
    }

    @FunctionalInterface
    private interface Text {
        String of(JsonReader reader) throws IOException;
    }

    private JsonToken peek() throws IOException {
        if (broken != null) {
            throw broken;
        }
        source.mark();
        try {
            return reader.peek();
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw failure(e);
        }
    }

    private void take(Step step) throws IOException {
        source.mark();
        try {
            step.run(reader);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw failure(e);
        }
    }

    private String text(Text text) throws IOException {
        source.mark();
        try {
            return text.of(reader);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw failure(e);
        }
    }

    /** Moves on to the next value, which must be of a kind; stays where it is when it is not. */
    private void value(Kind wanted) throws IOException {
        boolean element = depth > 0 && arrays[depth - 1];
        if (element) {
            indices[depth - 1]++;
        }
        try {
            expect(wanted);
        } catch (JsonException e) {
            if (element) {
                indices[depth - 1]--;
            }
            throw e;
        }
    }

    private void expect(Kind wanted) throws IOException {
        Kind found = kind();
        if (found != wanted) {
            throw error(
                    "Expected " + wanted.words + " here, but found " + found.words + ".",
                    "Correct it, or leave it out.");
        }
    }

    private void open(boolean array) throws IOException {
        if (depth == MAX_DEPTH) {
            broken = tooDeep();
            throw broken;
        }
        if (depth == names.length) {
            int larger = 2 * depth;
            names = Arrays.copyOf(names, larger);
            indices = Arrays.copyOf(indices, larger);
            arrays = Arrays.copyOf(arrays, larger);
            seen = Arrays.copyOf(seen, larger);
        }
        names[depth] = null;
        indices[depth] = -1;
        arrays[depth] = array;
        seen[depth] = null;
        depth++;
    }

    private String bounded(String text) throws JsonException {
        if (text.length() > MAX_STRING) {
            throw tooLong();
        }
        return text;
    }

    /** The library's complaint in our words; a failure of the stream itself stays what it is. */
    private IOException failure(Exception cause) {
        if (broken == null) {
            broken = explained(cause);
        }
        return broken;
    }

    private IOException explained(Exception cause) {
        if (source.failure != null) {
            return source.failure;
        }
        if (cause instanceof TooLongException) {
            return tooLong();
        }
        if (cause instanceof NotStrictException) {
            return source.inString()
                    ? error(
                            "Text in quotes holds a bare line break, tab or control character, or an unknown escape.",
                            "Write \\n for a line break, \\t for a tab and \\\\ for a backslash.")
                    : error(
                            "This is not valid JSON from here on.",
                            "Put words in double quotes; only true, false and null go without, in lower case.");
        }
        if (cause instanceof EOFException) {
            return error(
                    depth == 0 ? "There is no JSON here." : "The JSON ends in the middle.",
                    depth == 0
                            ? "Check that this is the right file."
                            : "It may have been cut short: copy or export it again.");
        }
        if (source.endsInLongNumber()) {
            return numberTooLong();
        }
        if (source.ended()) {
            return error(
                    "This is not valid JSON, or it was cut short.",
                    "Check for a missing quote, comma or bracket near the end, or export the file again.");
        }
        return error(
                "This is not valid JSON from here on.",
                "Check for a missing or extra quote, comma, bracket or backslash just before this place.");
    }

    private JsonException tooDeep() {
        return error(
                "This nests more than " + MAX_DEPTH + " levels deep, which is the limit.",
                "No export from a known platform does that, so check that this is the right file.");
    }

    private JsonException tooLong() {
        return error("A string here is longer than 20,000,000 characters, which is the limit.", "Shorten it.");
    }

    private JsonException numberTooLong() {
        return error("A number here is longer than 1,000 characters, which is the limit.", "Shorten it.");
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** The library tells line and column only inside of its description. */
    private int position(int group) {
        Matcher found = Pattern.compile(" at line (\\d+) column (\\d+) ").matcher(reader.toString());
        return found.find() ? Integer.parseInt(found.group(group)) : 1;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Set<String>[] newSets(int size) {
        return new Set[size];
    }

    /** The text was longer than any token may be. */
    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The text breaks a rule of JSON that the library would let pass. */
    private static final class NotStrictException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Bounds how much the library takes in for one token, and stops it at the first character that strict JSON does not
     * allow: it gives everything before that character first, so that the library stands right there.
     */
    private static final class Source extends Reader {
        private final Reader text;
        private int taken;
        private boolean string;
        private boolean escape;
        private char before;
        private boolean fault;
        private @Nullable IOException failure;
        private boolean end;
        private char[] last = new char[0];
        private int lastEnd;

        Source(Reader text) {
            this.text = text;
        }

        void mark() {
            taken = 0;
        }

        boolean inString() {
            return string;
        }

        boolean ended() {
            return end;
        }

        /** Whether what was given last is the inside of a number too long for the library's buffer. */
        boolean endsInLongNumber() {
            for (int i = lastEnd - 1; i >= lastEnd - MAX_NUMBER; i--) {
                if (i < 0 || "0123456789+-.eE".indexOf(last[i]) < 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (fault) {
                throw new NotStrictException();
            }
            int count;
            try {
                count = text.read(buffer, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
            if (count < 0) {
                end = true;
                return count;
            }
            int strict = strict(buffer, offset, offset + count) - offset;
            if (strict < count) {
                fault = true;
                if (strict == 0) {
                    throw new NotStrictException();
                }
                count = strict;
            }
            taken += count;
            if (taken > MAX_STRING + 4096) {
                throw new TooLongException();
            }
            last = buffer;
            lastEnd = offset + count;
            return count;
        }

        /** The index of the first character that strict JSON does not allow; the end when there is none. */
        private int strict(char[] buffer, int start, int stop) {
            for (int i = start; i < stop; i++) {
                char c = buffer[i];
                if (escape) {
                    if ("\"\\/bfnrtu".indexOf(c) < 0) {
                        return i;
                    }
                    escape = false;
                } else if (string) {
                    if (c == '"') {
                        string = false;
                    } else if (c == '\\') {
                        escape = true;
                    } else if (c < ' ') {
                        return i;
                    }
                } else if (c == '"') {
                    string = true;
                } else if (c >= 'A' && c <= 'Z' && !(c == 'E' && before >= '0' && before <= '9')) {
                    return i;
                }
                before = c;
            }
            return stop;
        }

        @Override
        public void close() {
            // The caller closes what it gave.
        }
    }
}
