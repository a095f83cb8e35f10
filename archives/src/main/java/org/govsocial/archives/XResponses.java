package org.govsocial.archives;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.json.JsonException;
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
        if (input.isFolder()) {
            return 0;
        }
        String name = input.name().toLowerCase(Locale.ROOT);
        String head = StrictText.head(input);
        boolean response = head.contains("\"edit_history_tweet_ids\"")
                || head.contains("\"media_keys\"")
                || head.contains("\"includes\"") && head.contains("\"media_key\"");
        return response && (name.endsWith(".json") || name.equals("-")) ? 90 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        try (StrictText text = StrictText.open(input, options)) {
            JsonInput in = JsonInput.of(input.name(), text);
            if (in.kind() == Kind.END) {
                throw Emptiness.of(input.name());
            }
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
            in.end();
            if (!found) {
                throw in.error(
                        "This JSON has no \"data\", so it is no response of X's API.", "Name a response of X's API.");
            }
        } catch (JsonException e) {
            throw e.toInputException();
        } catch (NotTextException e) {
            throw e.toInputException();
        }
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
        if (in.kind() != Kind.ARRAY) {
            tweet(in, input, posts, out);
            return;
        }
        in.beginArray();
        while (in.hasNext()) {
            tweet(in, input, posts, out);
        }
        in.endArray();
    }

    private static void tweet(JsonInput in, Input input, List<Tweet> posts, PostSink out) throws IOException {
        int depth = in.depth();
        int taken = in.taken();
        var tweet = new Tweet();
        try {
            tweet.read(in);
        } catch (JsonException e) {
            in.leave(depth, taken);
            out.unreadable(e.problem());
            return;
        }
        tweet.where = Location.pointer(input.name(), in.path());
        posts.add(tweet);
    }

    /** What posts point to. */
    private static final class Includes {
        private final Map<String, Media> media = new HashMap<>();
        private final Map<String, Account> users = new HashMap<>();
        private boolean saysAlt;

        void read(JsonInput in) throws IOException {
            if (in.kind() != Kind.OBJECT) {
                in.skipValue();
                return;
            }
            in.beginObject();
            while (in.hasNext()) {
                String key = in.name();
                if (in.kind() != Kind.ARRAY || !key.equals("media") && !key.equals("users")) {
                    in.skipValue();
                    continue;
                }
                in.beginArray();
                while (in.hasNext()) {
                    if (key.equals("media")) {
                        medium(in);
                    } else {
                        user(in);
                    }
                }
                in.endArray();
            }
            in.endObject();
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
            if (in.kind() != Kind.OBJECT) {
                in.skipValue();
                return;
            }
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "text" -> longWords = text(in);
                    case "entities" -> entities(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
        }

        private void reference(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("type")) {
                    String type = text(in);
                    repost |= type.equals("retweeted");
                    reply |= type.equals("replied_to");
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
        }

        private void attachments(JsonInput in) throws IOException {
            if (in.kind() != Kind.OBJECT) {
                in.skipValue();
                return;
            }
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("media_keys")) {
                    each(in, keys -> mediaKeys.add(text(keys)));
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
        }

        private void entities(JsonInput in) throws IOException {
            if (in.kind() != Kind.OBJECT) {
                in.skipValue();
                return;
            }
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("urls")) {
                    each(in, this::link);
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
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
            Post.Kind kind = repost ? Post.Kind.REPOST : PostDraft.kindOf(text);
            boolean numbered = !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
            return Post.of(id.isBlank() ? where.toString() : id, text)
                    .withPlatform(Platform.X)
                    .withAccount(includes.user(author))
                    .withKind(kind == Post.Kind.ORIGINAL && reply ? Post.Kind.REPLY : kind)
                    .withTime(created.isEmpty() ? null : PostDraft.isoTime(created, ZoneOffset.UTC))
                    .withUrl(numbered ? PostDraft.uri("https://x.com/i/web/status/" + id) : null)
                    .withLanguage(XArchive.language(language))
                    .withMedia(mediaKeys.stream().map(includes::medium).toList());
        }
    }

    /** Reads an element of a list. */
    private interface Element {
        void read(JsonInput in) throws IOException;
    }

    private static void each(JsonInput in, Element element) throws IOException {
        if (in.kind() != Kind.ARRAY) {
            in.skipValue();
            return;
        }
        in.beginArray();
        while (in.hasNext()) {
            element.read(in);
        }
        in.endArray();
    }

    private static String text(JsonInput in) throws IOException {
        if (in.kind() == Kind.STRING) {
            return in.string();
        }
        in.skipValue();
        return "";
    }
}
