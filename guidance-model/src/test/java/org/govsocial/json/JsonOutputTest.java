package org.govsocial.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
    @Test
    void compact_and_indented_forms() throws IOException {
        var compact = new StringWriter();
        sample(JsonOutput.compact(compact));
        assertEquals("{\"a\":[1,-2.5,true,null,1E+2],\"b\":{},\"c\":[],\"d\":\"é\"}\n[]\n", compact.toString());
        var indented = new StringWriter();
        sample(JsonOutput.indented(indented));
        assertEquals(
                "{\n  \"a\": [\n    1,\n    -2.5,\n    true,\n    null,\n    1E+2\n  ],\n"
                        + "  \"b\": {},\n  \"c\": [],\n  \"d\": \"é\"\n}\n[]\n",
                indented.toString());
    }

    private static void sample(JsonOutput out) throws IOException {
        out.beginObject()
                .name("a")
                .beginArray()
                .value(1)
                .value(-2.5)
                .value(true)
                .value((String) null);
        out.number("1E+2").endArray().name("b").beginObject().endObject();
        out.name("c").beginArray().endArray().member("d", "é").endObject().endLine();
        out.beginArray().endArray().endLine().flush();
    }

    @Test
    void what_could_break_a_reader_is_escaped() throws IOException {
        assertEquals(
                "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u001f\\u2028\\u2029</\"",
                written("\"\\\n\r\t\b\f\0\u001f\u2028\u2029</"));
        assertEquals("\"\\ud83d\"", written("\ud83d"));
        assertEquals("\"\\udc4b\\ud83d\"", written("\udc4b\ud83d"));
        assertEquals("\"👋\"", written("👋"));
        var html = new StringWriter();
        JsonOutput.compact(html).safeInHtml().value("</script>&").flush();
        assertEquals("\"\\u003c/script\\u003e\\u0026\"", html.toString());
    }

    @Test
    void a_terminal_cannot_be_taken_over() throws IOException {
        assertEquals(
                "\"\\u001b[2J\\u007f\\u009b\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069 \u0101\"",
                written("\u001b[2J\u007f\u009b\u061c\u200e\u200f\u202a\u202e\u2066\u2069 \u0101"));
    }

    @Test
    void a_value_that_is_json_already_is_taken_as_it_is() throws IOException {
        var text = new StringWriter();
        var out = JsonOutput.compact(text);
        out.beginObject()
                .name("a")
                .written("{\"b\":[1]}")
                .member("c", 2)
                .endObject()
                .flush();
        assertEquals("{\"a\":{\"b\":[1]},\"c\":2}", text.toString());
    }

    @Test
    void misuse_is_refused() {
        assertThrows(IllegalStateException.class, () -> fresh().beginObject().value("a"));
        assertThrows(IllegalStateException.class, () -> fresh().name("a"));
        assertThrows(IllegalStateException.class, () -> fresh().beginArray().name("a"));
        assertThrows(
                IllegalStateException.class,
                () -> fresh().beginObject().name("a").endObject());
        assertThrows(IllegalStateException.class, () -> fresh().beginObject().endArray());
        assertThrows(IllegalStateException.class, () -> fresh().endObject());
        assertThrows(IllegalStateException.class, () -> fresh().beginArray().endLine());
        assertThrows(IllegalArgumentException.class, () -> fresh().value(Double.NaN));
    }

    @Test
    void any_string_comes_back_as_it_was() throws IOException {
        long seed = 20_111_201;
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            int length = random.nextInt(round % 100 == 0 ? 20_000 : 60);
            for (int i = 0; i < length; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> text.append((char) random.nextInt(0x80));
                    case 1 -> text.append((char) random.nextInt(0x10000));
                    case 2 -> text.appendCodePoint(0x1F600 + random.nextInt(60));
                    case 3 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                    case 4 -> text.append("\"\\\u2028\u2029</>&\n\r\t\b\f".charAt(random.nextInt(13)));
                    default -> text.append("ā");
                }
            }
            String original = text.toString();
            String why = "seed " + seed + " round " + round;
            var bytes = new ByteArrayOutputStream();
            JsonOutput out = round % 2 == 0
                    ? JsonOutput.compact(bytes)
                    : JsonOutput.indented(bytes).safeInHtml();
            out.beginObject().member(original, original).endObject().flush();
            JsonInput in = JsonInput.of("a", bytes.toString(StandardCharsets.UTF_8));
            in.beginObject();
            assertEquals(original, in.name(), why);
            assertEquals(original, in.string(), why);
            in.endObject();
            in.end();
        }
    }

    @Test
    void a_copy_keeps_keys_order_and_numbers_and_changes_what_it_is_told() throws IOException {
        String text = "{\"z\":[1.50,{\"text\":\"a\"},null],\"a\":{\"z\":true,\"z\":1e5},\"text\":\"a\"}";
        assertEquals(text, copy(text, (pointer, old) -> old));
        assertEquals(
                text.replace(",\"text\":\"a\"}", ",\"text\":\"b\"}"),
                copy(text, (pointer, old) -> pointer.equals("/text") ? "b" : old));
    }

    private static String copy(String text, JsonInput.Rewording rewording) throws IOException {
        var out = new StringWriter();
        JsonOutput json = JsonOutput.compact(out);
        JsonInput.of("a", text).copyTo(json, rewording);
        json.flush();
        return out.toString();
    }

    private static String written(String text) throws IOException {
        var out = new StringWriter();
        JsonOutput.compact(out).value(text).flush();
        return out.toString();
    }

    private static JsonOutput fresh() {
        return JsonOutput.compact(new StringWriter());
    }
}
