package org.govsocial.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes strict JSON (RFC 8259), one value at a time. Whatever a string holds, the output is valid UTF-8 and valid
 * JavaScript, and cannot take over a terminal: control characters, U+2028, U+2029, controls of writing direction and
 * lone surrogates are escaped. Several values may follow each other at the top; {@link #endLine} parts them, as JSON
 * Lines does.
 *
 * <p>Calls that do not make JSON (a value in an object without its key, an end without a start) throw
 * {@link IllegalStateException}. Used by one thread; output is buffered until {@link #flush}. The caller closes the
 * target.
 */
public final class JsonOutput {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    /** Frames: what stands open, and whether it holds something. */
    private static final byte EMPTY_OBJECT = 1;

    private static final byte OBJECT = 2;
    private static final byte NAMED = 3;
    private static final byte EMPTY_ARRAY = 4;
    private static final byte ARRAY = 5;
    private static final byte TOP = 0;

    private final Writer target;
    private final boolean indented;
    private final boolean forHtml;
    private final char[] buffer = new char[8192];
    private int used;
    private byte[] frames = new byte[16];
    private int depth;

    private JsonOutput(Writer target, boolean indented, boolean forHtml) {
        this.target = target;
        this.indented = indented;
        this.forHtml = forHtml;
    }

    /**
     * Writes each value on one line.
     *
     * @param target takes the JSON
     * @return a writer
     */
    public static JsonOutput compact(Writer target) {
        return new JsonOutput(target, false, false);
    }

    /**
     * Writes each value on one line.
     *
     * @param target takes the JSON as UTF-8
     * @return a writer
     */
    public static JsonOutput compact(OutputStream target) {
        return compact(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    }

    /**
     * Writes each key and each element on a line of its own, indented by two spaces.
     *
     * @param target takes the JSON
     * @return a writer
     */
    public static JsonOutput indented(Writer target) {
        return new JsonOutput(target, true, false);
    }

    /**
     * Writes each key and each element on a line of its own, indented by two spaces.
     *
     * @param target takes the JSON as UTF-8
     * @return a writer
     */
    public static JsonOutput indented(OutputStream target) {
        return indented(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    }

    /**
     * The same target, with {@code <}, {@code >} and {@code &} escaped as well, so that the JSON can stand inside of an
     * HTML element. To be called before anything is written.
     *
     * @return a new writer
     */
    public JsonOutput safeInHtml() {
        return new JsonOutput(target, indented, true);
    }

    /**
     * Starts an object.
     *
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput beginObject() throws IOException {
        beforeValue();
        put('{');
        push(EMPTY_OBJECT);
        return this;
    }

    /**
     * Ends the open object.
     *
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput endObject() throws IOException {
        return end(EMPTY_OBJECT, OBJECT, '}');
    }

    /**
     * Starts an array.
     *
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput beginArray() throws IOException {
        beforeValue();
        put('[');
        push(EMPTY_ARRAY);
        return this;
    }

    /**
     * Ends the open array.
     *
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput endArray() throws IOException {
        return end(EMPTY_ARRAY, ARRAY, ']');
    }

    /**
     * Writes a key; its value must follow.
     *
     * @param name the key
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput name(String name) throws IOException {
        byte frame = frames[depth];
        if (frame != EMPTY_OBJECT && frame != OBJECT) {
            throw new IllegalStateException("A key can only stand in an object, after a whole value.");
        }
        if (frame == OBJECT) {
            put(',');
        }
        newLine(depth);
        frames[depth] = NAMED;
        quoted(name);
        put(':');
        if (indented) {
            put(' ');
        }
        return this;
    }

    /**
     * Writes a string, or {@code null}.
     *
     * @param text the string; null for JSON's null
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput value(@Nullable String text) throws IOException {
        if (text == null) {
            return nullValue();
        }
        beforeValue();
        quoted(text);
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param number the number
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput value(long number) throws IOException {
        beforeValue();
        raw(Long.toString(number));
        return this;
    }

    /**
     * Writes a number.
     *
     * @param number a finite number
     * @return this
     * @throws IOException when writing fails
     * @throws IllegalArgumentException when the number is infinite or no number, which JSON cannot say
     */
    public JsonOutput value(double number) throws IOException {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no number " + number + ".");
        }
        beforeValue();
        raw(Double.toString(number));
        return this;
    }

    /**
     * Writes {@code true} or {@code false}.
     *
     * @param truth the value
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput value(boolean truth) throws IOException {
        beforeValue();
        raw(truth ? "true" : "false");
        return this;
    }

    /**
     * Writes {@code null}.
     *
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput nullValue() throws IOException {
        beforeValue();
        raw("null");
        return this;
    }

    /**
     * Writes a number as it is written elsewhere.
     *
     * @param written a JSON number, as {@link JsonInput#numberText} gives it
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput number(String written) throws IOException {
        beforeValue();
        raw(written);
        return this;
    }

    /**
     * Writes a value that is JSON already, for values that recur.
     *
     * @param json one whole value, as this class writes it
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput written(String json) throws IOException {
        beforeValue();
        raw(json);
        return this;
    }

    /**
     * Writes a key and its string, or {@code null}.
     *
     * @param name the key
     * @param text the string; null for JSON's null
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput member(String name, @Nullable String text) throws IOException {
        return name(name).value(text);
    }

    /**
     * Writes a key and its whole number.
     *
     * @param name the key
     * @param number the number
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput member(String name, long number) throws IOException {
        return name(name).value(number);
    }

    /**
     * Writes a key and its {@code true} or {@code false}.
     *
     * @param name the key
     * @param truth the value
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput member(String name, boolean truth) throws IOException {
        return name(name).value(truth);
    }

    /**
     * Ends a line between values at the top.
     *
     * @return this
     * @throws IOException when writing fails
     */
    public JsonOutput endLine() throws IOException {
        if (depth != 0) {
            throw new IllegalStateException("A line ends only between whole values.");
        }
        put('\n');
        return this;
    }

    /**
     * Hands everything written so far to the target, and flushes that.
     *
     * @throws IOException when writing fails
     */
    public void flush() throws IOException {
        drain();
        target.flush();
    }

    private void beforeValue() throws IOException {
        switch (frames[depth]) {
            case TOP -> {}
            case NAMED -> frames[depth] = OBJECT;
            case EMPTY_ARRAY -> {
                frames[depth] = ARRAY;
                newLine(depth);
            }
            case ARRAY -> {
                put(',');
                newLine(depth);
            }
            default -> throw new IllegalStateException("In an object, a key comes before each value.");
        }
    }

    private void push(byte frame) {
        depth++;
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, 2 * depth);
        }
        frames[depth] = frame;
    }

    private JsonOutput end(byte empty, byte filled, char sign) throws IOException {
        byte frame = frames[depth];
        if (frame != empty && frame != filled) {
            throw new IllegalStateException("Nothing of that kind is open, or a key waits for its value.");
        }
        depth--;
        if (frame == filled) {
            newLine(depth);
        }
        put(sign);
        return this;
    }

    private void newLine(int level) throws IOException {
        if (indented) {
            put('\n');
            for (int i = 0; i < level; i++) {
                put(' ');
                put(' ');
            }
        }
    }

    private void quoted(String text) throws IOException {
        put('"');
        int length = text.length();
        int copied = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80
                    ? c >= ' ' && c != '"' && c != '\\' && c != 0x7f && !(forHtml && (c == '<' || c == '>' || c == '&'))
                    : c >= 0xa0 && !Character.isSurrogate(c) && !isControl(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            raw(text, copied, i);
            escaped(c);
            copied = i + 1;
        }
        raw(text, copied, length);
        put('"');
    }

    /** Line separators and controls of writing direction, which a terminal would obey. */
    private static boolean isControl(char c) {
        return c >= 0x61c
                && (c >= 0x2028 && c <= 0x202e
                        || c >= 0x2066 && c <= 0x2069
                        || c == 0x61c
                        || c == 0x200e
                        || c == 0x200f);
    }

    private void escaped(char c) throws IOException {
        switch (c) {
            case '"' -> raw("\\\"");
            case '\\' -> raw("\\\\");
            case '\n' -> raw("\\n");
            case '\r' -> raw("\\r");
            case '\t' -> raw("\\t");
            case '\b' -> raw("\\b");
            case '\f' -> raw("\\f");
            default -> {
                room(6);
                buffer[used++] = '\\';
                buffer[used++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    buffer[used++] = HEX[c >> shift & 15];
                }
            }
        }
    }

    /** Text without anything to escape. */
    private void raw(String text) throws IOException {
        raw(text, 0, text.length());
    }

    private void raw(String text, int from, int to) throws IOException {
        for (int start = from; start < to; ) {
            room(2);
            int end = Math.min(to, start + buffer.length - used);
            // One call: the encoder behind the target must never see half of a pair at a flush.
            end -= end < to && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            text.getChars(start, end, buffer, used);
            used += end - start;
            start = end;
        }
    }

    private void put(char c) throws IOException {
        if (used == buffer.length) {
            drain();
        }
        buffer[used++] = c;
    }

    private void room(int needed) throws IOException {
        if (buffer.length - used < needed) {
            drain();
        }
    }

    private void drain() throws IOException {
        target.write(buffer, 0, used);
        used = 0;
    }
}
