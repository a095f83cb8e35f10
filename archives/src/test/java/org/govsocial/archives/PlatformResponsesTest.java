package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.PostReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformResponsesTest {
    private static final String PICTURE =
            "{\"data\":[{\"id\":\"1\",\"text\":\"a\",\"attachments\":{\"media_keys\":[\"3_1\"]}}],"
                    + "\"includes\":{\"media\":[{\"media_key\":\"3_1\",\"type\":\"photo\"%s}]}}";

    @Test
    void a_response_of_x_carries_text_alternatives_beside_its_posts() throws Exception {
        Reading all = Reading.of(new XResponses(), Reading.resource("x-response.json"));
        assertEquals(3, all.posts.size());
        Post first = all.posts.get(0);
        assertEquals("1990500000000000001", first.id());
        assertEquals(Platform.X, first.platform());
        assertEquals("The pool in Ōtaki opens & it is free https://www.example.govt.nz/pool", first.text());
        assertEquals("agency", first.account().handle());
        assertEquals(Instant.parse("2026-11-18T20:00:00Z"), first.time());
        assertEquals(Locale.ENGLISH, first.language());
        assertEquals("https://x.com/i/web/status/1990500000000000001", String.valueOf(first.url()));
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("Children jump into the pool.")),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING),
                        Media.of(Media.Kind.ANIMATION, TextAlternative.of("A wave"))),
                first.media());
        assertEquals("x-response.json#/data/0", all.places.get(0).toString());
        assertEquals(Post.Kind.REPOST, all.posts.get(1).kind());
        Post reply = all.posts.get(2);
        assertEquals(Post.Kind.REPLY, reply.kind());
        assertEquals("@other Thanks, a long answer that goes on & on", reply.text());
        assertNull(reply.language(), "qme is X's code for a post of media alone");
        assertEquals(
                List.of(Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN)),
                reply.media(),
                "the response does not describe it");
        assertEquals(1, all.problems.size(), all.problems.toString());
        assertTrue(all.problems.get(0).toString().contains("neither \"id\" nor \"text\""));
    }

    @Test
    void without_any_alt_text_a_response_of_x_may_not_have_asked_for_it() throws Exception {
        assertEquals(
                TextAlternative.UNKNOWN,
                Reading.of(new XResponses(), "a.json", PICTURE.formatted(""))
                        .only()
                        .media()
                        .get(0)
                        .alt());
        assertEquals(
                TextAlternative.of("A tap"),
                Reading.of(new XResponses(), "a.json", PICTURE.formatted(",\"alt_text\":\"A tap\""))
                        .only()
                        .media()
                        .get(0)
                        .alt());
    }

    @Test
    void pages_and_a_single_post_are_responses_too() throws Exception {
        String page = PICTURE.formatted("");
        assertEquals(
                2,
                Reading.of(new XResponses(), "a.json", "[" + page + "," + page + "]")
                        .posts
                        .size());
        assertEquals(
                "Kia ora",
                Reading.of(new XResponses(), "a.json", "{\"data\":{\"id\":\"1\",\"text\":\"Kia ora\"}}")
                        .only()
                        .text());
        assertEquals(
                0,
                Reading.of(new XResponses(), "a.json", "{\"meta\":{\"result_count\":0}}")
                        .posts
                        .size());
        assertThrows(InputException.class, () -> Reading.of(new XResponses(), "a.json", "{\"errors\":[]}"));
    }

    @Test
    void statuses_of_mastodon_carry_descriptions() throws Exception {
        Reading all = Reading.of(new MastodonStatuses(), Reading.resource("statuses.json"));
        assertEquals(3, all.posts.size());
        Post first = all.posts.get(0);
        assertEquals("112", first.id());
        assertEquals(Platform.MASTODON, first.platform());
        assertEquals("Water\n\nTēnā koutou 👋 the pool is open", first.text());
        assertEquals("agency", first.account().handle());
        assertEquals("https://mastodon.example/@agency/112", String.valueOf(first.url()));
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("Children jump into the pool.")),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING),
                        Media.of(Media.Kind.ANIMATION, TextAlternative.of("A wave")),
                        Media.of(Media.Kind.VIDEO, TextAlternative.MISSING)),
                first.media());
        assertEquals("statuses.json#/0", all.places.get(0).toString());
        assertEquals(Post.Kind.REPOST, all.posts.get(1).kind());
        assertEquals(Post.Kind.REPLY, all.posts.get(2).kind());
        assertEquals(List.of("statuses.json#/3 direct messages"), all.skipped);
        assertEquals(1, all.problems.size(), all.problems.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "x-response.json, x-api",
        "statuses.json, mastodon-api",
        "bluesky-feed.json, bluesky",
        "outbox.json, mastodon"
    })
    void each_is_recognised_by_what_it_holds(String file, String reader) throws Exception {
        Input input = Reading.resource(file);
        String best = "";
        int sure = 0;
        for (PostReader one : new Archives().postReaders()) {
            int how = one.recognises(input);
            if (how > sure) {
                sure = how;
                best = one.id();
            }
        }
        assertEquals(reader, best);
    }
}
