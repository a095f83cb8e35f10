package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Account;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private final JsonLines reader = new JsonLines();

    @Test
    void every_key_is_read() throws Exception {
        Post post = Reading.of(
                        reader,
                        "a.jsonl",
                        "{\"id\":\"7\",\"text\":\"Kia ora \\ud83d\\udc4b\",\"platform\":\"Twitter\",\"language\":\"mi-NZ\","
                                + "\"time\":\"2026-11-22T09:00:00+13:00\",\"author\":\"@agency\",\"kind\":\"reply\","
                                + "\"url\":\"https://example.govt.nz/7\",\"unknown\":{\"deep\":[1]},\"media\":["
                                + "{\"file\":\"a/b.PNG\",\"alt\":\"A map\"},{\"file\":\"c.gif\",\"alt\":\"\"},"
                                + "{\"kind\":\"video\",\"alt\":null,\"captions\":\"c.vtt\"},"
                                + "{\"file\":\"d.jpg\",\"decorative\":true},{\"kind\":\"image\"}]}\n")
                .only();
        assertEquals("7", post.id());
        assertEquals("Kia ora 👋", post.text());
        assertEquals(Platform.X, post.platform());
        assertEquals(Account.of("agency"), post.account());
        assertEquals(Post.Kind.REPLY, post.kind());
        assertEquals(Instant.parse("2026-11-21T20:00:00Z"), post.time());
        assertEquals("https://example.govt.nz/7", String.valueOf(post.url()));
        assertEquals(Locale.forLanguageTag("mi-NZ"), post.language());
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("A map")).withFile("a/b.PNG"),
                        Media.of(Media.Kind.ANIMATION, TextAlternative.MISSING).withFile("c.gif"),
                        Media.of(Media.Kind.VIDEO, TextAlternative.MISSING).withCaptions("c.vtt"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.DECORATIVE).withFile("d.jpg"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING)),
                post.media());
    }

    @Test
    void what_is_left_out_has_a_meaning() throws Exception {
        Reading all = Reading.of(
                reader, "a.jsonl", "{\"text\":\"a\"}\r\n\n{\"id\":12,\"text\":\"\",\"time\":null}\n{\"media\":[{}]}");
        assertEquals(
                List.of("line-1", "12", "line-4"),
                all.posts.stream().map(Post::id).toList());
        assertEquals(
                List.of(Location.line("a.jsonl", 1), Location.line("a.jsonl", 3), Location.line("a.jsonl", 4)),
                all.places);
        Post post = all.posts.get(0);
        assertEquals(Post.of("line-1", "a"), post);
        assertNull(post.time());
    }

    @ParameterizedTest
    @CsvSource({
        "1339151000659, 2012-06-08T10:23:20.659Z",
        "1339151000, 2012-06-08T10:23:20Z",
        "\"2012-06-08\", 2012-06-07T12:00:00Z",
        "\"2012-06-08 10:00\", 2012-06-07T22:00:00Z",
        "\"2012-06-08T10:00:00Z\", 2012-06-08T10:00:00Z"
    })
    void times_are_iso_or_numbers(String time, String expected) throws Exception {
        Post post = Reading.of(reader, "a", "{\"text\":\"a\",\"time\":" + time + "}")
                .only();
        assertEquals(Instant.parse(expected), post.time());
    }

    @ParameterizedTest
    @CsvSource({
        "RT @agency: news, REPOST",
        "RT @a-b.c@example.nz: news, REPOST",
        "RT this, ORIGINAL",
        "RT @agency news, ORIGINAL",
        "@agency hi, ORIGINAL"
    })
    void the_old_way_of_passing_on_is_a_repost(String text, Post.Kind kind) throws Exception {
        assertEquals(
                kind,
                Reading.of(reader, "a", "{\"text\":\"" + text + "\"}").only().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"text\":5}",
                "{\"txt\":\"a\"}",
                "{\"text\":\"a\"} extra",
                "{\"text\":\"a\"",
                "{\"text\":\"a\",\"platform\":\"Face Book!\"}",
                "{\"text\":\"a\",\"time\":\"soon\"}",
                "{\"text\":\"a\",\"kind\":\"thought\"}",
                "{\"text\":\"a\",\"media\":[{\"file\":\"/etc/passwd\"}]}",
                "{\"text\":\"a\",\"media\":[{\"file\":\"C:\\\\a.png\"}]}",
                "{\"text\":\"a\",\"media\":[{\"file\":\"a/../../b.png\"}]}",
                "{\"text\":\"a\",\"media\":[{\"file\":\"https://example.com/a.png\"}]}",
                "{\"text\":\"a\",\"media\":[{\"captions\":\"..\\\\a.vtt\"}]}",
                "{\"text\":\"a\",\"media\":\"a.png\"}",
                "[1]"
            })
    void a_bad_line_is_told_with_its_number_and_reading_goes_on(String line) throws Exception {
        Reading all = Reading.of(reader, "a.jsonl", "{\"text\":\"one\"}\n" + line + "\n{\"text\":\"three\"}\n");
        assertEquals(List.of("one", "three"), all.posts.stream().map(Post::text).toList());
        assertEquals(1, all.problems.size());
        assertTrue(all.problems.get(0).where().startsWith("a.jsonl:2"), all.problems.toString());
        InputException alone = assertThrows(InputException.class, () -> Reading.of(reader, "a.jsonl", line));
        assertEquals(all.problems.get(0).what(), alone.problem().what());
    }

    @Test
    void a_bad_line_before_the_first_good_one_is_told_too() throws Exception {
        Reading all = Reading.of(reader, "a.jsonl", "oops\n{\"text\":\"two\"}");
        assertEquals("two", all.only().text());
        assertEquals(1, all.problems.size());
    }

    @Test
    void invalid_utf8_is_told_with_its_byte() throws Exception {
        byte[] bytes = "{\"text\":\"a\"}\n{\"text\":\"M?ori\"}\n".getBytes(StandardCharsets.UTF_8);
        bytes[23] = (byte) 0xE4;
        Reading all = Reading.of(reader, Reading.input("a.jsonl", bytes));
        assertEquals("a.jsonl:2", all.problems.get(0).where());
        assertEquals("Byte 23 is not valid UTF-8.", all.problems.get(0).what());
    }

    @Test
    void a_line_beyond_16_mb_is_passed_over() throws Exception {
        String line = "{\"text\":\"" + "x".repeat(50_000_000) + "\"}";
        Reading all = Reading.of(reader, "a.jsonl", line + "\n{\"text\":\"two\"}\noops\n");
        assertEquals("two", all.only().text());
        assertEquals(Location.line("a.jsonl", 2), all.places.get(0));
        assertEquals("a.jsonl:1", all.problems.get(0).where());
        assertTrue(all.problems.get(0).what().contains("16 MB"), all.problems.toString());
        assertTrue(all.problems.get(1).where().startsWith("a.jsonl:3"), all.problems.toString());
        InputException alone = assertThrows(InputException.class, () -> Reading.of(reader, "a.jsonl", line));
        assertTrue(alone.problem().what().contains("16 MB"), alone.getMessage());
    }

    @Test
    void a_line_beyond_16_mb_is_copied_when_others_are_fixed() throws Exception {
        String text = "{\"text\":\"a\"}\n" + "x".repeat(20_000_000) + "\r\n{\"text\":\"b\"}\n";
        Input input = Reading.input("a.jsonl", text);
        assertEquals(text, Reading.rewritten(reader, input, post -> post));
        assertEquals(
                text.replace("\"b\"", "\"B\""),
                Reading.rewritten(reader, input, post -> post.text().equals("b") ? post.withText("B") : post));
    }

    @Test
    void a_line_of_16_mb_is_read() throws Exception {
        int length = 16 * 1024 * 1024 - 20;
        assertEquals(
                length,
                Reading.of(reader, "a.jsonl", "{\"text\":\"" + "x".repeat(length) + "\"}\n")
                        .only()
                        .text()
                        .length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " "})
    void nothing_is_not_without_faults(String text) {
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, "a.jsonl", text));
        assertTrue(e.problem().what().contains("nothing was checked"), e.getMessage());
    }

    @Test
    void a_file_of_something_else_is_refused_early() {
        var text = "name,age\n".repeat(1_000_000);
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, "a.jsonl", text));
        assertTrue(e.problem().what().contains("first 100 lines"), e.getMessage());
    }

    @Test
    void a_binary_file_is_called_one() {
        byte[] bytes = "\u00ff\0\u0001\n\0".getBytes(StandardCharsets.ISO_8859_1);
        InputException e =
                assertThrows(InputException.class, () -> Reading.of(reader, Reading.input("a.jsonl", bytes)));
        assertTrue(e.problem().what().contains("not text"), e.getMessage());
    }

    @Test
    void byte_order_marks_and_utf16_are_read() throws Exception {
        String text = "{\"text\":\"tēnā koe\"}\r\n{\"text\":\"b\"}\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Reading all = Reading.of(reader, Reading.input("a.jsonl", ("\uFEFF" + text).getBytes(charset)));
            assertEquals(
                    List.of("tēnā koe", "b"), all.posts.stream().map(Post::text).toList());
            assertEquals(List.of(), all.problems);
        }
    }

    @Test
    void rewriting_changes_only_what_changed() throws Exception {
        String text = "\uFEFF{\"id\":1,\"text\":\"a\",\"n\":1.50}\r\n\noops\n{ \"z\": [1], \"text\" : \"keep\" }\n"
                + "{\"media\":[{\"alt\":\"old\",\"k\":null}],\"text\":\"b\\u0021\",\"x\":{\"text\":\"a\"}}";
        assertEquals(text, Reading.rewritten(reader, Reading.input("a.jsonl", text), post -> post));
        String changed = Reading.rewritten(
                reader,
                Reading.input("a.jsonl", text),
                post -> post.text().equals("keep")
                        ? post
                        : post.withText(post.text() + "2")
                                .withMedia(post.media().stream()
                                        .map(m -> m.withAlt(TextAlternative.of("new")))
                                        .toList()));
        assertEquals(
                "\uFEFF{\"id\":1,\"text\":\"a2\",\"n\":1.50}\r\n\noops\n{ \"z\": [1], \"text\" : \"keep\" }\n"
                        + "{\"media\":[{\"alt\":\"new\",\"k\":null}],\"text\":\"b!2\",\"x\":{\"text\":\"a\"}}",
                changed);
    }

    @Test
    void the_fast_way_reads_what_the_general_way_reads() throws Exception {
        long seed = 42;
        var random = new Random(seed);
        int fast = 0;
        for (int round = 0; round < 20_000; round++) {
            String token = token(random);
            String why = "seed " + seed + " round " + round + " " + token;
            String quick = FlatLine.unquoted(token);
            String general;
            try {
                JsonInput in = JsonInput.of("a", token);
                general = in.string();
                in.end();
            } catch (IOException e) {
                general = null;
            }
            if (quick != null) {
                fast++;
                assertEquals(general, quick, why);
            }
        }
        assertTrue(fast > 5_000, "only " + fast);
    }

    @Test
    void overlong_and_broken_utf8_never_take_the_fast_way() throws Exception {
        for (int[] bad : new int[][] {
            {0xC0, 0xAF},
            {0xE0, 0x80, 0xAF},
            {0xED, 0xA0, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF0, 0x80, 0x80, 0xAF},
            {0xC3},
            {0xE2, 0x82},
            {0x80},
            {0xFF},
            {0xFE},
            {0xF8, 0x88, 0x80, 0x80, 0x80}
        }) {
            var line = new java.io.ByteArrayOutputStream();
            line.writeBytes("{\"text\":\"".getBytes(StandardCharsets.UTF_8));
            for (int b : bad) {
                line.write(b);
            }
            line.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            assertFalse(
                    new FlatLine().read(line.toByteArray(), 0, line.size(), new PostDraft(java.time.ZoneOffset.UTC)));
            assertThrows(InputException.class, () -> Reading.of(reader, Reading.input("a.jsonl", line.toByteArray())));
        }
    }

    @Test
    void any_text_comes_back_as_it_was_written() throws Exception {
        long seed = 7;
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x110000) : ' ' + random.nextInt(95));
            }
            var line = new StringWriter();
            JsonOutput.compact(line)
                    .beginObject()
                    .member("text", text.toString())
                    .endObject()
                    .flush();
            assertEquals(
                    text.toString(),
                    Reading.of(reader, "a.jsonl", line.toString()).only().text(),
                    "seed " + seed + " round " + round);
        }
    }

    private static String token(Random random) {
        var token = new StringBuilder("\"");
        for (int i = random.nextInt(12); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> token.append('\\').append("\"\\/bfnrtuqx'".charAt(random.nextInt(12)));
                case 1 -> token.append(String.format(Locale.ROOT, "\\u%04x", random.nextInt(0x10000)));
                case 2 -> token.append("ā€👋é".substring(0, 2));
                case 3 -> token.appendCodePoint(0x1F600 + random.nextInt(80));
                case 4 -> token.append((char) random.nextInt(random.nextInt(10) == 0 ? 32 : 128));
                default -> token.append((char) ('a' + random.nextInt(26)));
            }
        }
        return token.append(random.nextInt(20) == 0 ? "" : "\"").toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jsonl | {\"text\":\"a\"} | 95",
                "a.jsonl | oops | 40",
                "a.json | {\"text\":\"a\"}@{\"text\":\"b\"} | 80",
                "- | {\"text\":\"a\"} | 65",
                "plan.json | {\"statements\":[{\"text\":\"a\"}]} | 0",
                "a.json | {\"posts\":[{\"text\":\"a\"}]} | 0",
                "a.txt | Kia ora | 0"
            })
    void recognition(String name, String text, int expected) throws Exception {
        assertEquals(expected, reader.recognises(Reading.input(name, text.replace('@', '\n'))));
    }
}
