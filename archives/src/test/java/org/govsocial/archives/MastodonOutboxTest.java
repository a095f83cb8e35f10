package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonOutboxTest {
    private final MastodonOutbox reader = new MastodonOutbox();

    @Test
    void an_outbox_is_read_as_its_readers_saw_it() throws Exception {
        Reading all = Reading.of(reader, Reading.resource("outbox.json"));
        assertEquals(List.of(), all.problems);
        assertEquals(
                List.of(
                        "outbox.json#/orderedItems/2 direct messages",
                        "outbox.json#/orderedItems/5 activities that are not posts"),
                all.skipped);
        assertEquals(
                List.of("101", "102", "104", "105"),
                all.posts.stream().map(Post::id).toList());
        Post first = all.posts.get(0);
        assertEquals(Location.pointer("outbox.json", "/orderedItems/0"), all.places.get(0));
        assertEquals(
                "Kia ora tātou! Water is back on in Ngāmotu & Waitara.\nThank you.\n\n"
                        + "Details: https://www.example.govt.nz/water/update-12 #WaterUpdate @council",
                first.text());
        assertEquals(Platform.MASTODON, first.platform());
        assertEquals("agency", first.account().handle());
        assertEquals(Post.Kind.ORIGINAL, first.kind());
        assertEquals(Instant.parse("2026-03-01T02:03:04Z"), first.time());
        assertEquals("https://social.example.govt.nz/@agency/101", String.valueOf(first.url()));
        assertEquals(Locale.forLanguageTag("en"), first.language());
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("A map of the area"))
                                .withFile("media_attachments/files/1/map.png"),
                        Media.of(Media.Kind.VIDEO, TextAlternative.MISSING)
                                .withFile("media_attachments/files/2/clip.mp4"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING)),
                first.media());
        Post second = all.posts.get(1);
        assertEquals("Flood pictures\n\nStay away from the river.", second.text());
        assertEquals(Post.Kind.REPLY, second.kind());
        Post boost = all.posts.get(2);
        assertEquals(Post.Kind.REPOST, boost.kind());
        assertEquals("", boost.text());
        assertEquals("https://other.example/users/x/statuses/9", String.valueOf(boost.url()));
        assertEquals("For followers", all.posts.get(3).text());
    }

    @Test
    void private_messages_are_read_when_asked_for() throws Exception {
        Reading all =
                Reading.of(reader, Reading.resource("outbox.json"), ReadOptions.DEFAULTS.withDirectMessages(true));
        assertEquals(5, all.posts.size());
        assertTrue(all.posts.stream().anyMatch(post -> post.text().equals("Private words")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>a</p><p>b</p> | a@@b",
                "<p>a<br>b<br/><br/>c</p> | a@b@@c",
                "<p>a   b@c</p> | a b c",
                "a &amp; b &lt;c&gt; | a & b <c>",
                "<ul><li>a</li><li>b</li></ul> | • a@• b",
                "<p><span class=\"h-card\"><a href=\"x\">@<span>a</span></a></span> hi</p> | @a hi",
                "<p>tag <a href=\"x\">#<span>Ngāmotu</span></a></p> | tag #Ngāmotu",
                "<p>unclosed <b>bold | unclosed bold",
                "<script>alert(1)</script><p>a</p> | a",
                "<p></p> | ``",
                "plain | plain"
            })
    void html_becomes_the_words_that_are_seen(String html, String words) {
        assertEquals(words.replace('@', '\n').replace("\na hi", "@a hi"), HtmlText.of(html.replace("b@c", "b\nc")));
    }

    @Test
    void an_item_of_another_shape_is_told_and_reading_goes_on() throws Exception {
        Reading all = Reading.of(
                reader,
                "outbox.json",
                "{\"orderedItems\":[{\"type\":\"Create\",\"object\":{\"type\":\"Note\",\"attachment\":[5]}},7,"
                        + "{\"type\":\"Announce\",\"object\":\"https://a.example/1\",\"id\":\"x/2\"}]}");
        assertEquals("2", all.only().id());
        assertEquals(
                List.of("outbox.json:1#/orderedItems/0/object/attachment/0", "outbox.json:1#/orderedItems/1"),
                all.problems.stream().map(p -> p.where()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"orderedItems\":5}", "{\"orderedItems\":[", "<html>"})
    void something_else_is_refused(String text) {
        assertThrows(InputException.class, () -> Reading.of(reader, "outbox.json", text));
    }
}
