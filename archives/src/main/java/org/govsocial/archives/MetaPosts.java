package org.govsocial.archives;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
 * The posts of a Facebook or Instagram download as JSON: a list of posts, or an object that holds such lists. Text that the
 * download wrote as Latin-1 is repaired where that gives valid UTF-8. No field for text alternatives is known, so they are
 * unknown, never missing. Names of files count from the top of the download, so they are found in its zip.
 */
final class MetaPosts implements PostReader {
    private static final long MAX_SECONDS = 253_402_300_799L;

    @Override
    public String id() {
        return "meta";
    }

    @Override
    public String title() {
        return "Facebook or Instagram download, posts as JSON";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder() || !MediaFiles.extension(input.name()).equals("json")) {
            return 0;
        }
        String head = StrictText.head(input);
        boolean content = head.contains("\"creation_timestamp\"")
                || head.contains("\"timestamp\"") && (head.contains("\"data\"") || head.contains("\"attachments\""));
        return isNamed(input.name()) ? content ? 95 : 40 : content && head.contains("\"media\"") ? 65 : 0;
    }

    /** Loaded when a name is looked at, since every reader is made at each start. */
    private static final class Names {
        static final Pattern POSTS =
                Pattern.compile("(?:.*[/!])?(?:your_posts[a-z_]*(?:_\\d+)?|posts_\\d+|profile_posts_\\d+)\\.json");

        private Names() {}
    }

    static boolean isNamed(String name) {
        return Names.POSTS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        PlatformJson.read(input, options, in -> {
            boolean lists = false;
            switch (in.kind()) {
                case ARRAY -> {
                    PlatformJson.each(in, entry -> entry(entry, input, out));
                    lists = true;
                }
                case OBJECT -> {
                    in.beginObject();
                    while (in.hasNext()) {
                        in.name();
                        if (in.kind() == Kind.ARRAY) {
                            PlatformJson.each(in, entry -> entry(entry, input, out));
                            lists = true;
                        } else {
                            in.skipValue();
                        }
                    }
                    in.endObject();
                }
                default -> in.skipValue();
            }
            if (!lists) {
                throw in.error(
                        "This JSON holds no list of posts.", "Name the posts of a Facebook or Instagram download.");
            }
        });
    }

    private static void entry(JsonInput in, Input input, PostSink out) throws IOException {
        int taken = in.taken();
        var entry = new Entry();
        if (!PlatformJson.record(in, out, entry::read)) {
            return;
        }
        Location where = Location.pointer(input.name(), in.path());
        Post post = entry.post(input.name().toLowerCase(Locale.ROOT), "post-" + (taken + 1));
        if (post.text().isBlank() && post.media().isEmpty()) {
            out.skipped(where, "activities that are not posts");
        } else {
            out.post(post, where);
        }
    }

    /** One post as either download holds it. */
    private static final class Entry {
        private String words = "";
        private String title = "";
        private String mediaTitle = "";
        private @Nullable Instant time;
        private @Nullable Instant mediaTime;
        private boolean facebook;
        private final List<Media> media = new ArrayList<>();

        void read(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "timestamp" -> {
                        facebook = true;
                        time = seconds(in);
                    }
                    case "creation_timestamp" -> time = seconds(in);
                    case "title" -> title = text(in);
                    case "data" -> {
                        facebook = true;
                        each(in, this::data);
                    }
                    case "attachments" -> {
                        facebook = true;
                        each(in, this::attachment);
                    }
                    case "media" -> each(in, this::medium);
                    default -> in.skipValue();
                }
            }
            in.endObject();
        }

        private static void each(JsonInput in, PlatformJson.Part part) throws IOException {
            PlatformJson.each(in, one -> {
                if (one.kind() == Kind.OBJECT) {
                    part.read(one);
                } else {
                    one.skipValue();
                }
            });
        }

        private void data(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("post") && in.kind() == Kind.STRING) {
                    words = text(in);
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
        }

        private void attachment(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("data")) {
                    each(in, this::attached);
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
        }

        private void attached(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("media") && in.kind() == Kind.OBJECT) {
                    medium(in);
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
        }

        private void medium(JsonInput in) throws IOException {
            String uri = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "uri" -> uri = text(in);
                    case "creation_timestamp" -> {
                        Instant made = seconds(in);
                        mediaTime = mediaTime == null ? made : mediaTime;
                    }
                    case "title", "description" -> {
                        String said = text(in);
                        // An album's name is no caption; what is written about a picture on Facebook is its
                        // description.
                        mediaTitle = mediaTitle.isEmpty() ? said : mediaTitle;
                    }
                    default -> in.skipValue();
                }
            }
            in.endObject();
            Media.Kind kind = MediaFiles.kindOf(uri.replaceFirst("[?#].*", ""));
            if (!uri.isEmpty()) {
                Media medium = Media.of(kind == Media.Kind.OTHER ? Media.Kind.IMAGE : kind, TextAlternative.UNKNOWN);
                String file = local(uri);
                media.add(file == null ? medium : medium.withFile(file));
            }
        }

        /** The name of a file of the download; null for an address. */
        private static @Nullable String local(String uri) {
            try {
                return MediaFiles.checked(uri);
            } catch (FieldException e) {
                return null;
            }
        }

        private static String text(JsonInput in) throws IOException {
            return Mojibake.repaired(PlatformJson.text(in));
        }

        private static @Nullable Instant seconds(JsonInput in) throws IOException {
            if (in.kind() != Kind.NUMBER) {
                in.skipValue();
                return null;
            }
            long seconds = in.longValue();
            return seconds > 0 && seconds < MAX_SECONDS ? Instant.ofEpochSecond(seconds) : null;
        }

        /** On Facebook the title tells what was done, such as "shared a link"; on Instagram it is the caption. */
        Post post(String file, String fallback) {
            String caption = facebook ? words : title;
            Instant when = time == null ? mediaTime : time;
            boolean instagram = !facebook && !file.contains("facebook");
            return Post.of(
                            when == null ? fallback : when.getEpochSecond() + "-" + fallback,
                            caption.isEmpty() ? mediaTitle : caption)
                    .withPlatform(instagram ? Platform.INSTAGRAM : Platform.FACEBOOK)
                    .withAccount(Account.UNKNOWN)
                    .withTime(when)
                    .withMedia(media);
        }
    }
}
