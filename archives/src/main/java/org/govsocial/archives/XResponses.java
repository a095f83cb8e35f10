package org.govsocial.archives;

import static org.govsocial.archives.PlatformJson.each;
import static org.govsocial.archives.PlatformJson.members;
import static org.govsocial.archives.PlatformJson.text;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonInput.Kind;
import org.govsocial.model.Account;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * Responses of version 2 of X's API: {@code data}, and {@code includes} with the media and users that the posts point to.
 * One response or a list of them; a response is held in memory while it is read. X gives {@code alt_text} only to whoever
 * asks for it ({@code media.fields=alt_text}), and leaves it out where there is none: so where no medium of a response has
 * one, text alternatives are unknown; otherwise those that lack it are missing.
 */
final class XResponses implements PostReader {
    @Override
    public String id() {
        return "x-api";
    }

    @Override
    public String title() {
        return "responses of X's API, version 2, JSON";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder() || !PlatformJson.isNamedJson(input)) {
            return 0;
        }
        String head = StrictText.head(input);
        boolean response = head.contains("\"edit_history_tweet_ids\"")
                || head.contains("\"media_keys\"")
                || head.contains("\"includes\"") && head.contains("\"media_key\"");
        return response ? 90 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        PlatformJson.read(input, options, in -> {
            boolean found = false;
            if (in.kind() == Kind.ARRAY) {
                in.beginArray();
                while (in.hasNext()) {
                    found |= response(in, input, out);
                }
                in.endArray();
            } else {
                found = response(in, input, out);
            }
            if (!found) {
                throw in.error(
                        "This JSON has no \"data\", so it is no response of X's API.", "Name a response of X's API.");
            }
        });
    }

    /** Reads one response; false when it holds no posts' data. */
    private static boolean response(JsonInput in, Input input, PostSink out) throws IOException {
        var includes = new Includes();
        var posts = new ArrayList<Tweet>();
        boolean data = false;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "data" -> {
                    data = true;
                    data(in, input, posts, out);
                }
                case "includes" -> includes.read(in);
                // An account without posts has no data, but a count.
                case "meta" -> {
                    data = true;
                    in.skipValue();
                }
                default -> in.skipValue();
            }
        }
        in.endObject();
        for (Tweet tweet : posts) {
            out.post(tweet.post(includes), tweet.where);
        }
        return data;
    }

    private static void data(JsonInput in, Input input, List<Tweet> posts, PostSink out) throws IOException {
        if (in.kind() == Kind.ARRAY) {
            each(in, one -> tweet(one, input, posts, out));
        } else {
            tweet(in, input, posts, out);
        }
    }

    private static void tweet(JsonInput in, Input input, List<Tweet> posts, PostSink out) throws IOException {
        var tweet = new Tweet();
        if (PlatformJson.record(in, out, tweet::read)) {
            tweet.where = Location.pointer(input.name(), in.path());
            posts.add(tweet);
        }
    }

    /** What posts point to. */
    private static final class Includes {
        private final Map<String, Media> media = new HashMap<>();
        private final Map<String, Account> users = new HashMap<>();
        private boolean saysAlt;

        void read(JsonInput in) throws IOException {
            members(in, key -> {
                switch (key) {
                    case "media" -> each(in, this::medium);
                    case "users" -> each(in, this::user);
                    default -> in.skipValue();
                }
            });
        }

        private void medium(JsonInput in) throws IOException {
            String key = "";
            String type = "";
            String alt = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "media_key" -> key = text(in);
                    case "type" -> type = text(in);
                    case "alt_text" -> alt = text(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            saysAlt |= !alt.isBlank();
            media.put(key, Media.of(XArchive.mediaKind(type), TextAlternative.of(alt)));
        }

        private void user(JsonInput in) throws IOException {
            String id = "";
            String handle = "";
            String name = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "id" -> id = text(in);
                    case "username" -> handle = text(in);
                    case "name" -> name = text(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            if (!handle.isBlank()) {
                users.put(id, Account.of(handle).withName(name));
            }
        }

        Account user(String id) {
            return users.getOrDefault(id, Account.UNKNOWN);
        }

        /** A medium that the response does not describe is taken for a picture about which nothing is known. */
        Media medium(String key) {
            Media found = media.get(key);
            if (found == null) {
                return Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN);
            }
            return saysAlt ? found : found.withAlt(TextAlternative.UNKNOWN);
        }
    }

    private static final class Tweet {
        private Location where = Location.of("");
        private String id = "";
        private String words = "";
        private String longWords = "";
        private String created = "";
        private String author = "";
        private String language = "";
        private boolean repost;
        private boolean reply;
        private final List<String> mediaKeys = new ArrayList<>();
        private final List<String> mediaLinks = new ArrayList<>();
        private final Map<String, String> links = new LinkedHashMap<>();

        void read(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "id" -> id = text(in);
                    case "text" -> words = text(in);
                    case "note_tweet" -> note(in);
                    case "created_at" -> created = text(in);
                    case "author_id" -> author = text(in);
                    case "lang" -> language = text(in);
                    case "in_reply_to_user_id" -> reply |= !text(in).isEmpty();
                    case "referenced_tweets" -> each(in, this::reference);
                    case "attachments" -> attachments(in);
                    case "entities" -> entities(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            if (id.isEmpty() && words.isEmpty()) {
                throw in.error(
                        "This is not a post: it has neither \"id\" nor \"text\".", "Name a response with posts.");
            }
        }

        /** A post longer than 280 has its whole text here. */
        private void note(JsonInput in) throws IOException {
            members(in, key -> {
                switch (key) {
                    case "text" -> longWords = text(in);
                    case "entities" -> entities(in);
                    default -> in.skipValue();
                }
            });
        }

        private void reference(JsonInput in) throws IOException {
            members(in, key -> {
                if (key.equals("type")) {
                    String type = text(in);
                    repost |= type.equals("retweeted");
                    reply |= type.equals("replied_to");
                } else {
                    in.skipValue();
                }
            });
        }

        private void attachments(JsonInput in) throws IOException {
            members(in, key -> {
                if (key.equals("media_keys")) {
                    each(in, keys -> mediaKeys.add(text(keys)));
                } else {
                    in.skipValue();
                }
            });
        }

        private void entities(JsonInput in) throws IOException {
            members(in, key -> {
                if (key.equals("urls")) {
                    each(in, this::link);
                } else {
                    in.skipValue();
                }
            });
        }

        private void link(JsonInput in) throws IOException {
            String url = "";
            String expanded = "";
            boolean picture = false;
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "url" -> url = text(in);
                    case "expanded_url" -> expanded = text(in);
                    case "media_key" -> picture |= !text(in).isEmpty();
                    default -> in.skipValue();
                }
            }
            in.endObject();
            if (picture) {
                mediaLinks.add(url);
            } else if (!url.isEmpty() && !expanded.isEmpty()) {
                links.put(url, expanded);
            }
        }

        Post post(Includes includes) {
            String text = XArchive.words(longWords.isEmpty() ? words : longWords, mediaLinks, links);
            return Post.of(id.isBlank() ? where.toString() : id, text)
                    .withPlatform(Platform.X)
                    .withAccount(includes.user(author))
                    .withKind(repost ? Post.Kind.REPOST : XArchive.kind(text, reply))
                    .withTime(created.isEmpty() ? null : PostDraft.isoTime(created, ZoneOffset.UTC))
                    .withUrl(XArchive.address(id))
                    .withLanguage(XArchive.language(language))
                    .withMedia(mediaKeys.stream().map(includes::medium).toList());
        }
    }
}
