package org.govsocial.archives;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.govsocial.engine.Inputs;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code tweets.js} of an X archive: JavaScript that assigns one JSON list. The text is as readers saw it: HTML entities
 * are resolved, shortened links are whole where the archive tells them, and the link that stands for pictures is gone. The
 * archive leaves text alternatives out, so they are unknown, never missing. The account's name comes from {@code
 * account.js} beside it.
 */
final class XArchive implements PostReader {
    private static final int LONGEST_PREFIX = 200;

    @Override
    public String id() {
        return "x-archive";
    }

    @Override
    public String title() {
        return "X archive, tweets.js";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()) {
            return 0;
        }
        boolean content = StrictText.head(input).matches("(?s)\\s*window\\.YTD\\.tweets?\\.part\\d+\\s*=.*");
        return isNamed(input.name()) ? content ? 100 : 40 : content ? 90 : 0;
    }

    /** Loaded when a name is looked at, since every reader is made at each start. */
    private static final class Names {
        static final Pattern POSTS = Pattern.compile("(?:.*[/!])?tweets?(?:-part\\d+)?\\.js");

        private Names() {}
    }

    static boolean isNamed(String name) {
        return Names.POSTS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        read(input, account(input, options), options, out);
    }

    /** Posts of an account that is known from elsewhere. */
    static void read(Input input, Account account, ReadOptions options, PostSink out)
            throws InputException, IOException {
        try (StrictText text = StrictText.open(input, options)) {
            JsonInput in = list(input.name(), text);
            in.beginArray();
            while (in.hasNext()) {
                int taken = in.taken();
                var tweet = new Tweet();
                if (!PlatformJson.record(in, out, tweet::read)) {
                    continue;
                }
                out.post(tweet.post(account, "tweet-" + (taken + 1)), Location.pointer(input.name(), in.path()));
            }
            in.endArray();
        } catch (JsonException e) {
            throw e.toInputException();
        } catch (NotTextException e) {
            throw e.toInputException();
        }
    }

    /** A repost or reply as its words show, or a reply as the record says. */
    static Post.Kind kind(String words, boolean reply) {
        Post.Kind shown = PostDraft.kindOf(words);
        return shown == Post.Kind.ORIGINAL && reply ? Post.Kind.REPLY : shown;
    }

    /** Where a post of a number is to be seen. */
    static @Nullable URI address(String id) {
        boolean numbered = !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered ? PostDraft.uri("https://x.com/i/web/status/" + id) : null;
    }

    /** The JSON behind {@code window.YTD.tweets.part0 =}. */
    private static JsonInput list(String name, StrictText text) throws InputException, IOException {
        var buffered = new BufferedReader(text);
        var prefix = new StringBuilder();
        while (prefix.length() <= LONGEST_PREFIX) {
            buffered.mark(1);
            int c = buffered.read();
            if (c < 0) {
                break;
            }
            if (c == '[') {
                String before = prefix.toString().strip();
                if (!before.isEmpty() && !before.endsWith("=")) {
                    break;
                }
                buffered.reset();
                return JsonInput.of(name, buffered)
                        .startingAt(1 + prefix.chars().filter(p -> p == '\n').count());
            }
            prefix.append((char) c);
        }
        if (prefix.toString().isBlank()) {
            throw Emptiness.of(name);
        }
        throw new InputException(
                name,
                "This should start with \"window.YTD.tweets.part0 = [\", but it starts with \""
                        + PostDraft.brief(prefix.toString().strip()) + "\".",
                "Name the tweets.js of the archive that X made.");
    }

    private static Account account(Input input, ReadOptions options) throws IOException {
        Path path = input.path();
        Path file = path == null ? null : path.resolveSibling("account.js");
        return file == null || !Files.isRegularFile(file)
                ? Account.UNKNOWN
                : accountIn(Inputs.file(file, file.toString()), options);
    }

    /** The account that {@code account.js} names; unknown when it does not. */
    static Account accountIn(Input input, ReadOptions options) throws IOException {
        String handle = "";
        String name = "";
        try (StrictText text = StrictText.open(input, options)) {
            JsonInput in = list(input.name(), text);
            in.beginArray();
            in.beginObject();
            if (in.hasNext() && in.name().equals("account") && in.kind() == Kind.OBJECT) {
                in.beginObject();
                while (in.hasNext()) {
                    switch (in.name()) {
                        case "username" -> handle = in.string();
                        case "accountDisplayName" -> name = in.string();
                        default -> in.skipValue();
                    }
                }
            }
        } catch (InputException | JsonException | NotTextException e) {
            return Account.UNKNOWN;
        }
        return handle.isBlank() ? Account.UNKNOWN : Account.of(handle).withName(name);
    }

    /** The text as readers saw it. */
    static String words(String text, List<String> mediaLinks, Map<String, String> links) {
        // X escapes these three and nothing else; the ampersand last, or "&amp;lt;" would become "<".
        String words = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        for (String link : mediaLinks) {
            words = link.isEmpty() ? words : words.replace(link, "").stripTrailing();
        }
        for (var link : links.entrySet()) {
            words = words.replace(link.getKey(), link.getValue());
        }
        return words;
    }

    static Media.Kind mediaKind(String type) {
        return switch (type) {
            case "video" -> Media.Kind.VIDEO;
            case "animated_gif" -> Media.Kind.ANIMATION;
            default -> Media.Kind.IMAGE;
        };
    }

    /** X's own codes for "no language" start with q, or say zxx. */
    static @Nullable Locale language(String code) {
        return code.startsWith("q") && code.length() == 3 || code.equals("zxx") ? null : PostDraft.locale(code);
    }

    /** One post as the archive holds it. */
    private static final class Tweet {
        private static final DateTimeFormatter CREATED =
                DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.US);

        private String id = "";
        private String text = "";
        private String created = "";
        private String language = "";
        private boolean reply;
        private final Map<String, String> links = new LinkedHashMap<>();
        private final List<String> mediaLinks = new ArrayList<>();
        private final List<Media> media = new ArrayList<>();
        private final List<Media> allMedia = new ArrayList<>();

        void read(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                String key = in.name();
                if (key.equals("tweet") && in.kind() == Kind.OBJECT) {
                    read(in.depth(), in);
                } else {
                    field(key, in);
                }
            }
            in.endObject();
            if (text.isEmpty() && media.isEmpty() && allMedia.isEmpty()) {
                throw in.error("This is not a post: it has no \"full_text\".", "Check that it is the right file.");
            }
        }

        private void read(int depth, JsonInput in) throws IOException {
            in.beginObject();
            while (in.depth() > depth) {
                if (in.hasNext()) {
                    field(in.name(), in);
                } else {
                    in.endObject();
                }
            }
        }

        private void field(String key, JsonInput in) throws IOException {
            switch (key) {
                case "id_str" -> id = scalar(in);
                case "id" -> id = id.isEmpty() ? scalar(in) : skipped(in, id);
                case "full_text" -> text = scalar(in);
                case "text" -> text = text.isEmpty() ? scalar(in) : skipped(in, text);
                case "created_at" -> created = scalar(in);
                case "lang" -> language = scalar(in);
                case "in_reply_to_status_id",
                        "in_reply_to_status_id_str",
                        "in_reply_to_user_id",
                        "in_reply_to_user_id_str",
                        "in_reply_to_screen_name" -> reply |= !scalar(in).isEmpty();
                case "entities" -> entities(in, media);
                case "extended_entities" -> entities(in, allMedia);
                default -> in.skipValue();
            }
        }

        private static String skipped(JsonInput in, String kept) throws IOException {
            in.skipValue();
            return kept;
        }

        /** A string or a number; empty for null. */
        private static String scalar(JsonInput in) throws IOException {
            if (in.kind() == Kind.NUMBER) {
                return in.numberText();
            }
            String text = in.stringOrNull();
            return text == null ? "" : text;
        }

        private void entities(JsonInput in, List<Media> into) throws IOException {
            if (in.takeNull()) {
                return;
            }
            in.beginObject();
            while (in.hasNext()) {
                String key = in.name();
                boolean pictures = key.equals("media");
                if (!pictures && !key.equals("urls") || in.kind() != Kind.ARRAY) {
                    in.skipValue();
                    continue;
                }
                in.beginArray();
                while (in.hasNext()) {
                    entity(in, pictures, into);
                }
                in.endArray();
            }
            in.endObject();
        }

        private void entity(JsonInput in, boolean picture, List<Media> into) throws IOException {
            String url = "";
            String expanded = "";
            String type = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "url" -> url = scalar(in);
                    case "expanded_url" -> expanded = scalar(in);
                    case "type" -> type = scalar(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            if (picture) {
                mediaLinks.add(url);
                into.add(Media.of(mediaKind(type), TextAlternative.UNKNOWN));
            } else if (!url.isEmpty() && !expanded.isEmpty()) {
                links.put(url, expanded);
            }
        }

        Post post(Account account, String fallback) {
            String words = words(text, mediaLinks, links);
            return new Post(
                    id.isBlank() ? fallback : id,
                    Platform.X,
                    account,
                    kind(words, reply),
                    time(),
                    address(id),
                    language(language),
                    words,
                    allMedia.isEmpty() ? media : allMedia);
        }

        private @Nullable Instant time() {
            try {
                return created.isEmpty()
                        ? null
                        : OffsetDateTime.parse(created, CREATED).toInstant();
            } catch (DateTimeException e) {
                return PostDraft.isoTime(created, java.time.ZoneOffset.UTC);
            }
        }
    }
}
