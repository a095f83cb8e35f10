package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Post;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPostsTest {
    private final JsonPosts reader = new JsonPosts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"text\":\"a\"},{\"id\":2,\"text\":\"b\"}]",
                "{\"posts\":[{\"text\":\"a\"},{\"id\":2,\"text\":\"b\"}]}",
                "{\"title\":\"x\",\"posts\":[{\"text\":\"a\"},{\"id\":2,\"text\":\"b\"}],\"text\":\"no\"}"
            })
    void lists_are_read_wherever_they_stand(String text) throws Exception {
        Reading all = Reading.of(reader, "a.json", text);
        assertEquals(List.of(Post.of("post-1", "a"), Post.of("2", "b")), all.posts);
        String prefix = text.startsWith("[") ? "" : "/posts";
        assertEquals(
                List.of(Location.pointer("a.json", prefix + "/0"), Location.pointer("a.json", prefix + "/1")),
                all.places);
    }

    @Test
    void one_post_alone_is_read() throws Exception {
        assertEquals(
                Post.of("x", "a"),
                Reading.of(reader, "a.json", "{\"id\":\"x\",\"text\":\"a\"}").only());
        assertEquals(List.of(), Reading.of(reader, "a.json", "[]").posts);
    }

    @Test
    void a_bad_element_is_told_and_reading_goes_on() throws Exception {
        Reading all = Reading.of(
                reader,
                "a.json",
                "[{\"text\":{\"a\":[1]}},4,{\"text\":\"ok\"},{\"media\":[{\"file\":\"../x\"},{}]},null,{},{\"text\":\"z\"}]");
        assertEquals(List.of("ok", "z"), all.posts.stream().map(Post::text).toList());
        assertEquals(
                List.of("a.json:1#/0/text", "a.json:1#/1", "a.json:1#/3/media/0/file", "a.json:1#/4", "a.json:1#/5"),
                all.problems.stream().map(p -> p.where()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "{\"a\":1}", "[{\"text\":\"a\"},", "{\"text\":\"a\"}x", "[[", "{\"posts\":[{]}"})
    void what_cannot_be_used_as_a_whole_is_refused(String text) {
        assertThrows(InputException.class, () -> Reading.of(reader, "a.json", text));
    }

    @Test
    void what_came_before_the_break_is_given() {
        var reading = new Reading();
        assertThrows(
                InputException.class,
                () -> reader.read(
                        Reading.input("a.json", "[{\"text\":\"a\"},{\"text\":\"b\""),
                        org.govsocial.spi.ReadOptions.DEFAULTS,
                        reading));
        assertEquals("a", reading.only().text());
    }

    @Test
    void rewriting_keeps_values_and_order() throws Exception {
        for (String text : List.of(
                "{\"z\":1.50,\"posts\":[{\"b\":null,\"text\":\"a\",\"media\":[{\"alt\":\"a\"}]},{\"text\":7}],\"a\":[\"a\"]}",
                "[{\"text\":\"a\"}]",
                "{\"n\":1e5,\"text\":\"a\"}")) {
            String same = Reading.rewritten(reader, Reading.input("a.json", text), post -> post);
            assertEquals(compact(text), compact(same));
            String changed = Reading.rewritten(reader, Reading.input("a.json", text), post -> post.withText("NEW"));
            assertEquals(compact(text).replace("\"text\":\"a\"", "\"text\":\"NEW\""), compact(changed));
        }
    }

    private static String compact(String text) throws Exception {
        var out = new java.io.StringWriter();
        var json = org.govsocial.json.JsonOutput.compact(out);
        JsonInput.of("", text).copyTo(json, (pointer, old) -> old);
        json.flush();
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.json | [{\"text\":\"a\"}] | 60",
                "a.json | {\"posts\":[ | 60",
                "a.json | {\"format\":1,\"statements\":[{\"text\":\"a\"}]} | 20",
                "a.pack.json | {\"text\":\"a\"} | 0",
                "- | {\"text\":\"a\"} | 60",
                "a.txt | {\"text\":\"a\"} | 0"
            })
    void recognition(String name, String text, int expected) throws Exception {
        assertEquals(expected, reader.recognises(Reading.input(name, text)));
    }

    @Test
    void five_thousand_levels_are_one_message() {
        String text = "[{\"x\":".repeat(5_000);
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, "a.json", text));
        assertTrue(e.problem().what().contains("255 levels"), e.getMessage());
    }
}
