package org.govsocial.archives;

import static org.govsocial.archives.PlatformJson.each;
import static org.govsocial.archives.PlatformJson.members;
import static org.govsocial.archives.PlatformJson.text;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * Posts of Bluesky as JSON: an account's feed ({@code app.bsky.feed.getAuthorFeed}, {@code feed}) or the records of its
 * repository ({@code com.atproto.repo.listRecords}, {@code records}). Text alternatives are in the post's own record; an
 * empty one is missing.
 */
final class BlueskyFeed implements PostReader {
    private static final String POST = "app.bsky.feed.post";

    @Override
    public String id() {
        return "bluesky";
    }

    @Override
    public String title() {
        return "Bluesky feed or records, JSON";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder() || !PlatformJson.isNamedJson(input)) {
            return 0;
        }
        String head = StrictText.head(input);
        boolean list = head.contains("\"feed\"") || head.contains("\"records\"");
        return list && head.contains("app.bsky.") ? 90 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        PlatformJson.read(input, options, in -> {
            boolean lists = false;
            in.beginObject();
            while (in.hasNext()) {
                String key = in.name();
                if ((key.equals("feed") || key.equals("records")) && in.kind() == Kind.ARRAY) {
                    lists = true;
                    each(in, item -> item(item, input, out));
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
            if (!lists) {
                throw in.error("This JSON has neither \"feed\" nor \"records\".", "Name a feed or records of Bluesky.");
            }
        });
    }

    private static void item(JsonInput in, Input input, PostSink out) throws IOException {
        int taken = in.taken();
        var item = new Item();
        if (!PlatformJson.record(in, out, item::read)) {
            return;
        }
        Location where = Location.pointer(input.name(), in.path());
        if (item.record.isPost()) {
            out.post(item.post("item-" + (taken + 1)), where);
        } else {
            out.skipped(where, "records that are not posts");
        }
    }

    /** One element of a list: a view of a post, or a record with its address. */
    private static final class Item {
        private String uri = "";
        private String handle = "";
        private String name = "";
        private boolean repost;
        private final Feed record = new Feed();

        void read(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "post" -> view(in);
                    case "uri" -> uri = text(in);
                    case "value" -> record.read(in);
                    case "reason" -> repost |= type(in).endsWith("#reasonRepost");
                    default -> in.skipValue();
                }
            }
            in.endObject();
        }

        private void view(JsonInput in) throws IOException {
            members(in, key -> {
                switch (key) {
                    case "uri" -> uri = text(in);
                    case "author" -> author(in);
                    case "record" -> record.read(in);
                    default -> in.skipValue();
                }
            });
        }

        private void author(JsonInput in) throws IOException {
            members(in, key -> {
                switch (key) {
                    case "handle" -> handle = text(in);
                    case "displayName" -> name = text(in);
                    default -> in.skipValue();
                }
            });
        }

        Post post(String fallback) {
            String[] parts = uri.split("/", -1);
            boolean address = uri.startsWith("at://") && parts.length == 5;
            String key = address ? parts[4] : "";
            String who = handle.isEmpty() && address ? parts[2] : handle;
            Post.Kind kind = repost ? Post.Kind.REPOST : record.reply ? Post.Kind.REPLY : Post.Kind.ORIGINAL;
            return Post.of(key.isBlank() ? fallback : key, record.text)
                    .withPlatform(Platform.BLUESKY)
                    .withAccount(
                            who.isBlank() ? Account.UNKNOWN : Account.of(who).withName(name))
                    .withKind(kind)
                    .withTime(record.created.isEmpty() ? null : PostDraft.isoTime(record.created, ZoneOffset.UTC))
                    .withUrl(address ? PostDraft.uri("https://bsky.app/profile/" + who + "/post/" + key) : null)
                    .withLanguage(record.language)
                    .withMedia(record.media);
        }
    }

    /** The record {@code app.bsky.feed.post}. */
    private static final class Feed {
        private String type = "";
        private String text = "";
        private String created = "";
        private boolean reply;
        private @Nullable Locale language;
        private final List<Media> media = new ArrayList<>();

        boolean isPost() {
            return type.equals(POST);
        }

        void read(JsonInput in) throws IOException {
            members(in, key -> {
                switch (key) {
                    case "$type" -> type = text(in);
                    case "text" -> text = text(in);
                    case "createdAt" -> created = text(in);
                    case "reply" -> {
                        reply = in.kind() == Kind.OBJECT;
                        in.skipValue();
                    }
                    case "langs" -> languages(in);
                    case "embed" -> embed(in);
                    default -> in.skipValue();
                }
            });
        }

        /** With several, none is the declared one. */
        private void languages(JsonInput in) throws IOException {
            if (in.kind() != Kind.ARRAY) {
                in.skipValue();
                return;
            }
            in.beginArray();
            for (int count = 0; in.hasNext(); count++) {
                Locale found = PostDraft.locale(text(in));
                language = count == 0 ? found : null;
            }
            in.endArray();
        }

        /** Pictures and videos, also where they stand beside a quoted post. */
        private void embed(JsonInput in) throws IOException {
            if (in.kind() != Kind.OBJECT) {
                in.skipValue();
                return;
            }
            int depth = in.depth();
            String alt = null;
            boolean video = false;
            in.beginObject();
            while (in.depth() > depth) {
                if (!in.hasNext()) {
                    in.endObject();
                    continue;
                }
                switch (in.name()) {
                    case "media" -> {
                        if (in.kind() == Kind.OBJECT) {
                            in.beginObject();
                        } else {
                            in.skipValue();
                        }
                    }
                    case "images" -> each(in, this::image);
                    case "video" -> {
                        video = true;
                        in.skipValue();
                    }
                    case "alt" -> alt = text(in);
                    default -> in.skipValue();
                }
            }
            if (video) {
                media.add(Media.of(Media.Kind.VIDEO, TextAlternative.of(alt == null ? "" : alt)));
            }
        }

        private void image(JsonInput in) throws IOException {
            String alt = "";
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("alt")) {
                    alt = text(in);
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
            media.add(Media.of(Media.Kind.IMAGE, TextAlternative.of(alt)));
        }
    }

    /** The {@code $type} of an object. */
    private static String type(JsonInput in) throws IOException {
        String found = "";
        if (in.kind() != Kind.OBJECT) {
            in.skipValue();
            return found;
        }
        in.beginObject();
        while (in.hasNext()) {
            if (in.name().equals("$type")) {
                found = text(in);
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        return found;
    }
}
