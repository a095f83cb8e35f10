package org.govsocial.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {
    @Test
    void values_come_with_their_pointers() throws IOException {
        JsonInput in = JsonInput.of("a.json", "\uFEFF{\"a/b~\":[1,{\"c\":\"d\"},null,true,2.5e1],\"e\":-7}");
        in.beginObject();
        assertEquals("a/b~", in.name());
        assertEquals("/a~1b~0", in.path());
        in.beginArray();
        assertEquals(1, in.integer());
        assertEquals("/a~1b~0/0", in.path());
        in.beginObject();
        assertEquals("/a~1b~0/1", in.path());
        assertEquals("c", in.name());
        assertEquals("d", in.string());
        assertEquals("/a~1b~0/1/c", in.path());
        in.endObject();
        assertNull(in.stringOrNull());
        assertTrue(in.bool());
        assertEquals(25.0, in.number());
        assertFalse(in.hasNext());
        in.endArray();
        assertEquals("e", in.name());
        assertEquals("/e", in.path());
        assertEquals(-7L, in.longValue());
        in.endObject();
        in.end();
        assertEquals("", in.path());
    }

    @Test
    void numbers_keep_their_spelling() throws IOException {
        for (String number : List.of("0", "-0", "1.10", "1E+2", "123456789012345678901234567890")) {
            assertEquals(number, JsonInput.of("a", number).numberText());
        }
        assertEquals(100, JsonInput.of("a", "1E+2").longValue());
        assertThrows(JsonException.class, () -> JsonInput.of("a", "1.5").longValue());
        assertThrows(JsonException.class, () -> JsonInput.of("a", "1e999999999").longValue());
        assertThrows(JsonException.class, () -> JsonInput.of("a", "1e999").number());
        assertThrows(JsonException.class, () -> JsonInput.of("a", "3000000000").integer());
    }

    @Test
    void a_wrong_kind_is_named_with_its_place() {
        JsonInput in =
                JsonInput.of("plan.json", "{\n  \"steps\": [\"a\", 4]\n}").startingAt(10);
        JsonException e = assertThrows(JsonException.class, () -> {
            in.beginObject();
            in.name();
            in.beginArray();
            in.string();
            in.string();
        });
        assertEquals("plan.json:11#/steps/1", e.problem().where());
        assertEquals("Expected text in quotes here, but found a number.", e.what());
        assertEquals(e.problem(), e.toInputException().problem());
        assertTrue(e.column() > 1, "column " + e.column());
    }

    @Test
    void a_key_may_come_twice_unless_keys_are_strict() throws IOException {
        String twice = "{\"a\":{\"k\":1},\"b\":{\"k\":2,\"k\":3}}";
        var seen = new ArrayList<String>();
        JsonInput lenient = JsonInput.of("a", twice);
        lenient.copyTo(JsonOutput.compact(new StringWriter()), (pointer, old) -> old);
        JsonInput counted = JsonInput.of("a", "{\"k\":1,\"k\":2}");
        counted.beginObject();
        while (counted.hasNext()) {
            seen.add(counted.name() + counted.integer());
        }
        assertEquals(List.of("k1", "k2"), seen);
        JsonInput strict = JsonInput.of("a", twice).strictKeys(true);
        JsonException e = assertThrows(JsonException.class, strict::skipValue);
        assertEquals("a:1#/b/k", e.problem().where());
        assertTrue(e.what().contains("\"k\" appears twice"), e.what());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "[1 2]",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "[01]",
                "[TRUE]",
                "[nul]",
                "\"a\nb\"",
                "\"a\tb\"",
                "[falsE]",
                "[NULL]",
                "\"\\'\"",
                "\"\\\n\"",
                "\"\\q\"",
                "\"\\u12G4\"",
                "\"abc",
                "{\"a\":1}}",
                "[1];",
                "// no\n1",
                "NaN",
                "[1.]",
                "[-]",
                ")]}'\n[]",
                "\u0000"
            })
    void malformed_json_is_refused_in_plain_words(String text) {
        JsonException e = assertThrows(JsonException.class, () -> {
            JsonInput in = JsonInput.of("a.json", text);
            in.skipValue();
            in.end();
        });
        assertTrue(e.problem().where().startsWith("a.json:"), e.getMessage());
        assertFalse(e.getMessage().matches("(?s).*(Strictness|http|lenient|path \\$|JsonReader).*"), e.getMessage());
    }

    @Test
    void a_bare_line_break_in_quotes_is_named_where_it_is() {
        String text = "{\"long\":\"" + "x".repeat(5_000) + "\",\n\"text\":\"one\ntwo\"}";
        JsonException e =
                assertThrows(JsonException.class, () -> JsonInput.of("a", text).skipValue());
        assertEquals("a:2#/text", e.problem().where());
        assertTrue(e.what().contains("bare line break"), e.what());
    }

    @Test
    void an_emoji_cut_in_two_is_kept() throws IOException {
        assertEquals("a\ud83d", JsonInput.of("a", "\"a\\ud83d\"").string());
        assertEquals("a\ud83d", JsonInput.of("a", "\"a\ud83d\"").string());
    }

    @Test
    void reading_goes_on_behind_a_record_that_is_not_what_was_expected() throws IOException {
        JsonInput in = JsonInput.of("a", "[{\"n\":1},{\"n\":{\"x\":[2,{}]},\"m\":3},\"four\",{\"n\":5}]");
        var seen = new ArrayList<String>();
        in.beginArray();
        while (in.hasNext()) {
            int depth = in.depth();
            int taken = in.taken();
            try {
                in.beginObject();
                in.name();
                seen.add("n=" + in.integer());
                in.endObject();
            } catch (JsonException e) {
                in.leave(depth, taken);
                seen.add(e.where().pointer());
            }
        }
        in.endArray();
        in.end();
        assertEquals(List.of("n=1", "/1/n", "/2", "n=5"), seen);
    }

    @Test
    void a_failing_stream_is_not_blamed_on_the_json() {
        var broken = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk");
            }

            @Override
            public void close() {}
        };
        IOException e =
                assertThrows(IOException.class, () -> JsonInput.of("a", broken).kind());
        assertFalse(e instanceof JsonException);
        assertEquals("disk", e.getMessage());
    }

    @Test
    void depth_of_a_million_ends_in_a_message_on_a_small_stack() {
        for (String one : List.of("[", "{\"a\":", "[{\"a\":")) {
            JsonException e = onSmallStack(
                    () -> JsonInput.of("a", endless(one, 1_000_000)).skipValue());
            assertTrue(e.what().contains("255"), e.what());
        }
        JsonException copied = onSmallStack(() -> JsonInput.of("a", endless("[", 1_000_000))
                .copyTo(JsonOutput.compact(new StringWriter()), (pointer, old) -> old));
        assertTrue(copied.what().contains("255"), copied.what());
    }

    @Test
    void depth_255_is_read() throws IOException {
        JsonInput in = JsonInput.of("a", "[".repeat(255) + "]".repeat(255));
        in.skipValue();
        in.end();
    }

    @Test
    void strings_and_numbers_beyond_the_limits_end_in_a_message() throws IOException {
        for (Call read : List.<Call>of(JsonInput::string, JsonInput::skipValue)) {
            JsonException e = onSmallStack(() -> read.on(JsonInput.of("a", endless("x", 100_000_000, "\""))));
            assertTrue(e.what().contains("20,000,000"), e.what());
        }
        JsonException key = onSmallStack(
                () -> JsonInput.of("a", endless("x", 100_000_000, "{\"")).skipValue());
        assertTrue(key.what().contains("20,000,000"), key.what());
        for (int length : List.of(1_001, 1_024, 1_025, 1_000_000)) {
            for (Call read : List.<Call>of(JsonInput::numberText, JsonInput::skipValue)) {
                JsonException e = onSmallStack(() -> read.on(JsonInput.of("a", endless("7", length))));
                assertTrue(e.what().contains("1,000 characters"), length + ": " + e.what());
            }
        }
        assertEquals(1_000, JsonInput.of("a", "7".repeat(1_000)).numberText().length());
    }

    @Test
    void a_hundred_thousand_duplicate_keys_are_no_trouble() {
        String text = "{" + "\"k\":1,".repeat(99_999) + "\"k\":1}";
        JsonException e =
                onSmallStack(() -> JsonInput.of("a", text).strictKeys(true).skipValue());
        assertTrue(e.what().contains("twice"), e.what());
        var read = new AtomicReference<JsonException>();
        run(() -> JsonInput.of("a", text).skipValue(), read);
        assertNull(read.get());
    }

    @FunctionalInterface
    private interface Call {
        void on(JsonInput in) throws IOException;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static JsonException onSmallStack(Work work) {
        var thrown = new AtomicReference<JsonException>();
        run(work, thrown);
        JsonException e = thrown.get();
        assertTrue(e != null, "nothing was refused");
        return e;
    }

    private static void run(Work work, AtomicReference<JsonException> thrown) {
        var other = new AtomicReference<Throwable>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        work.run();
                    } catch (JsonException e) {
                        thrown.set(e);
                    } catch (Throwable e) {
                        other.set(e);
                    }
                },
                "small",
                256 * 1024);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertNull(other.get());
    }

    /** Text made as it is read, so that a test of the limits needs no memory itself. */
    private static Reader endless(String unit, int times, String... start) {
        return new Reader() {
            private final Reader first = new StringReader(String.join("", start));
            private long given;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                int count = first.read(buffer, offset, length);
                if (count > 0) {
                    return count;
                }
                long total = (long) unit.length() * times;
                int n = (int) Math.min(length, total - given);
                for (int i = 0; i < n; i++) {
                    buffer[offset + i] = unit.charAt((int) ((given + i) % unit.length()));
                }
                given += n;
                return n == 0 ? -1 : n;
            }

            @Override
            public void close() {}
        };
    }
}
