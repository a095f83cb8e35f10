package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;

class PlatformDownloadsTest {
    @Test
    void a_feed_of_bluesky_carries_text_alternatives_in_its_records() throws Exception {
        Reading all = Reading.of(new BlueskyFeed(), Reading.resource("bluesky-feed.json"));
        assertEquals(List.of(), all.problems);
        assertEquals(3, all.posts.size());
        Post first = all.posts.get(0);
        assertEquals("3kaa", first.id());
        assertEquals(Platform.BLUESKY, first.platform());
        assertEquals("Tēnā koutou 👋 the pool is open", first.text());
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("Children jump into the pool.")),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING)),
                first.media());
        assertEquals(Locale.forLanguageTag("en-NZ"), first.language());
        assertEquals("https://bsky.app/profile/agency.govt.nz/post/3kaa", String.valueOf(first.url()));
        assertEquals(Instant.parse("2026-11-18T20:00:00Z"), first.time());
        assertEquals("bluesky-feed.json#/feed/0", all.places.get(0).toString());
        assertEquals(Post.Kind.REPOST, all.posts.get(1).kind());
        assertEquals(Post.Kind.REPLY, all.posts.get(2).kind());
        assertEquals(
                List.of(Media.of(Media.Kind.VIDEO, TextAlternative.of("A ferry berths."))),
                all.posts.get(2).media());
        Reading records = Reading.of(
                new BlueskyFeed(),
                "records.json",
                "{\"records\":[{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/3k\",\"cid\":\"b\",\"value\":{\"$type\":"
                        + "\"app.bsky.feed.post\",\"text\":\"Kia ora\",\"createdAt\":\"2026-11-18T20:00:00Z\"}},"
                        + "{\"uri\":\"at://did:plc:abc/app.bsky.graph.follow/1\",\"value\":{\"$type\":\"app.bsky.graph.follow\"}}]}");
        assertEquals("Kia ora", records.only().text());
        assertEquals(1, records.skipped.size());
    }

    @Test
    void a_download_of_facebook_is_repaired_where_that_gives_valid_text() throws Exception {
        Reading all = Reading.of(new MetaPosts(), Reading.resource("your_posts_1.json"));
        assertEquals(List.of(), all.problems);
        assertEquals("Tēnā koutou whānau 👋", all.posts.get(0).text());
        assertEquals(
                List.of(Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN)
                        .withFile("your_facebook_activity/posts/media/1.jpg")),
                all.posts.get(0).media());
        assertEquals(Platform.FACEBOOK, all.posts.get(0).platform());
        assertEquals(Instant.ofEpochSecond(1795312800), all.posts.get(0).time());
        assertEquals("A cafÃ© and a café", all.posts.get(1).text(), "mixed text cannot be repaired as a whole");
        assertEquals(1, all.skipped.size());
    }

    @Test
    void shares_of_linkedin_have_quotes_of_two_kinds() throws Exception {
        String shares = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
                + "2026-01-10 09:15:33,https://www.linkedin.com/feed/update/1,\"She said \\\"kia ora\\\", then left\nfor home\",,,MEMBER_NETWORK\n"
                + "2026-01-11 09:15:33,https://www.linkedin.com/feed/update/2,\"A \"\"plain\"\" one, too\",,https://media.example/1.jpg,\n"
                + ",https://www.linkedin.com/feed/update/3,A path C:\\temp,,,\n"
                + "2026-01-12 09:15:33,https://www.linkedin.com/feed/update/4,,,,\n";
        Input input = Reading.input("Shares.csv", shares);
        assertTrue(new LinkedInShares().recognises(input) > new CsvPosts().recognises(input));
        assertEquals(0, new LinkedInShares().recognises(Reading.input("a.csv", "text,alt\nsharecommentary,b\n")));
        Reading all = Reading.of(new LinkedInShares(), input);
        assertEquals(List.of(), all.problems);
        assertEquals(
                List.of("She said \"kia ora\", then left\nfor home", "A \"plain\" one, too", "A path C:\\temp"),
                all.posts.stream().map(Post::text).toList());
        assertEquals(
                List.of(Platform.LINKEDIN),
                all.posts.stream().map(Post::platform).distinct().toList());
        assertEquals(
                "https://www.linkedin.com/feed/update/1",
                String.valueOf(all.posts.get(0).url()));
        assertEquals(null, all.posts.get(2).time(), "the date may be blank");
        assertEquals(1, all.skipped.size());
        assertTrue(all.posts.get(1).media().stream().allMatch(m -> m.alt() instanceof TextAlternative.Unknown));
    }

    @Test
    void a_download_of_instagram_has_its_captions_in_either_place() throws Exception {
        Reading all = Reading.of(new MetaPosts(), Reading.resource("posts_1.json"));
        assertEquals(List.of(), all.problems);
        assertEquals("Māori language week", all.posts.get(0).text());
        assertEquals("Two things", all.posts.get(1).text());
        assertEquals(Platform.INSTAGRAM, all.posts.get(1).platform());
        assertEquals(
                List.of(Media.Kind.VIDEO, Media.Kind.IMAGE),
                all.posts.get(1).media().stream().map(Media::kind).toList());
    }

    @Test
    void text_is_repaired_only_when_it_round_trips() {
        long seed = 20_261_122;
        var random = new Random(seed);
        String letters = "aé āē👋ñ€漢";
        int[] points = letters.codePoints().toArray();
        int repaired = 0;
        for (int round = 0; round < 10_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            String meant = text.toString();
            String broken = new String(meant.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertEquals(meant, Mojibake.repaired(broken), "seed " + seed + " round " + round);
            repaired += broken.equals(meant) ? 0 : 1;
            boolean latin = meant.chars().allMatch(c -> c <= 0xff);
            if (!latin) {
                assertEquals(meant, Mojibake.repaired(meant), "seed " + seed + " round " + round);
            }
        }
        assertTrue(repaired > 9_000, "only " + repaired);
        assertEquals("café", Mojibake.repaired("café"));
        assertEquals("Ã", Mojibake.repaired("Ã"));
    }

    @Test
    void feeds_are_read_with_their_pictures() throws Exception {
        Reading rss = Reading.of(new SyndicationFeed(), Reading.resource("feed.xml"));
        assertEquals(List.of(), rss.problems);
        assertEquals(2, rss.posts.size());
        Post road = rss.posts.get(0);
        assertEquals("n-17", road.id());
        assertEquals("Road closed\n\nThe road is closed & the bridge too.", road.text());
        assertEquals(Instant.parse("2026-11-17T20:00:00Z"), road.time());
        assertEquals(
                List.of(TextAlternative.MISSING, TextAlternative.of("A fallen tree"), TextAlternative.DECORATIVE),
                road.media().stream().map(Media::alt).toList());
        assertEquals(4, rss.places.get(0).line());
        assertEquals("Tēnā koutou katoa", rss.posts.get(1).text(), "a title that is the start is not said twice");
        assertEquals("Mere", rss.posts.get(1).account().handle());
        Post water =
                Reading.of(new SyndicationFeed(), Reading.resource("atom.xml")).only();
        assertEquals("Boil your water\n\nUntil Friday.", water.text());
        assertEquals("https://example.govt.nz/water", String.valueOf(water.url()));
        assertEquals("Agency", water.account().handle());
    }

    @Test
    void entities_of_a_feeds_own_are_refused() {
        for (String text : List.of(
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;"
                        + "</title></item></channel></rss>",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel>"
                        + "<item><title>&b;</title></item></channel></rss>",
                "<rss><channel><item><title>&undeclared;</title></item></channel></rss>",
                "<rss>" + "<a>".repeat(5_000),
                "<html></html>",
                "<rss><channel><item><title>Cut sho")) {
            InputException e =
                    assertThrows(InputException.class, () -> Reading.of(new SyndicationFeed(), "feed.xml", text), text);
            HostileInputTest.assertClear(e.problem(), text);
            assertTrue(e.problem().where().startsWith("feed.xml"));
        }
    }
}
