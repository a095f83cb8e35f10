package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Account;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XArchiveTest {
    private final XArchive reader = new XArchive();

    @TempDir
    Path folder;

    @Test
    void posts_are_read_as_their_readers_saw_them() throws Exception {
        Reading all = Reading.of(reader, Reading.resource("tweets.js"));
        Post first = all.posts.get(0);
        assertEquals(
                "Kia ora & tēnā koutou <3 &lt; #FloodWatch https://www.example.govt.nz/flood?a=1&b=2", first.text());
        assertEquals(Platform.X, first.platform());
        assertEquals(Instant.parse("2026-03-01T02:03:04Z"), first.time());
        assertEquals("https://x.com/i/web/status/1790000000000000001", String.valueOf(first.url()));
        assertEquals(Locale.ENGLISH, first.language());
        assertEquals(Post.Kind.ORIGINAL, first.kind());
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN),
                        Media.of(Media.Kind.ANIMATION, TextAlternative.UNKNOWN)),
                first.media());
        assertEquals(new Location("tweets.js", 0, "/0"), all.places.get(0));
        assertEquals(Post.Kind.REPOST, all.posts.get(1).kind());
        assertEquals("1790000000000000002", all.posts.get(1).id());
        assertNull(all.posts.get(1).language());
        assertEquals(Post.Kind.REPLY, all.posts.get(2).kind());
        assertNull(all.posts.get(2).time());
        assertNull(all.posts.get(2).language());
        assertEquals("An older archive", all.posts.get(3).text());
        assertEquals(4, all.posts.size());
        assertEquals(1, all.problems.size());
        assertTrue(all.problems.get(0).where().endsWith("#/3/tweet/full_text"), all.problems.toString());
    }

    @Test
    void the_account_comes_from_the_file_beside_it() throws Exception {
        Files.writeString(folder.resolve("tweets.js"), "window.YTD.tweets.part0 = [{\"tweet\":{\"full_text\":\"a\"}}]");
        Files.writeString(
                folder.resolve("account.js"),
                "window.YTD.account.part0 = [ { \"account\" : { \"email\" : \"x\", \"username\" : \"agency\","
                        + " \"accountDisplayName\" : \"The Agency\" } } ]");
        Post post = Reading.of(reader, Inputs.file(folder.resolve("tweets.js"), "tweets.js"))
                .only();
        assertEquals(Account.of("agency").withName("The Agency"), post.account());
        Files.writeString(folder.resolve("account.js"), "oops");
        assertEquals(
                Account.UNKNOWN,
                Reading.of(reader, Inputs.file(folder.resolve("tweets.js"), "tweets.js"))
                        .only()
                        .account());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>[", "window.YTD.tweets.part0 = {", "window.YTD.tweets.part0 = [{", "x [1]"})
    void something_else_is_refused(String text) {
        assertThrows(InputException.class, () -> Reading.of(reader, "tweets.js", text));
    }

    @Test
    void the_message_shows_what_stood_there_instead() {
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, "tweets.js", "<html><body>"));
        assertTrue(e.problem().what().contains("starts with \"<html><body>\""), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "data/tweets.js, 100",
        "data/tweets-part1.js, 100",
        "tweet.js, 100",
        "data/deleted-tweets.js, 90",
        "archive.zip!/data/tweets.js, 100"
    })
    void recognition(String name, int expected) throws Exception {
        assertEquals(expected, reader.recognises(Reading.input(name, "window.YTD.tweets.part0 = [")));
        assertEquals(0, reader.recognises(Reading.input("app.js", "window.YTD = [")));
    }
}
