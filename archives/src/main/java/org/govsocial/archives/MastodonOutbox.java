package org.govsocial.archives;

import java.io.IOException;
import java.net.URI;
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
 * {@code outbox.json} of a Mastodon archive: an ActivityStreams 2 collection. Real ones hold the key {@code orderedItems}
 * twice, the first time empty. A content warning is the first paragraph of the text, as readers meet it. Posts to followers
 * are read; private messages, which go neither to the public nor to the followers, are left out unless asked for.
 */
final class MastodonOutbox implements PostReader {
    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    @Override
    public String id() {
        return "mastodon";
    }

    @Override
    public String title() {
        return "Mastodon archive, outbox.json";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()) {
            return 0;
        }
        String name = input.name().toLowerCase(Locale.ROOT);
        String head = StrictText.head(input);
        boolean collection = head.contains("OrderedCollection") && head.contains("orderedItems");
        if (name.endsWith("outbox.json")) {
            return collection ? 95 : 70;
        }
        return collection && !name.endsWith("likes.json") && !name.endsWith("bookmarks.json") ? 80 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        PlatformJson.read(input, options, in -> {
            boolean items = false;
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("orderedItems") && in.kind() == Kind.ARRAY) {
                    items = true;
                    PlatformJson.each(in, item -> item(item, input, options, out));
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
            if (!items) {
                throw in.error(
                        "This JSON has no list \"orderedItems\", so it is not a Mastodon outbox.",
                        "Name the outbox.json of the archive that Mastodon made.");
            }
        });
    }

    private static void item(JsonInput in, Input input, ReadOptions options, PostSink out) throws IOException {
        int taken = in.taken();
        var activity = new Activity();
        if (!PlatformJson.record(in, out, activity::read)) {
            return;
        }
        Location where = Location.pointer(input.name(), in.path());
        if (!activity.isPost()) {
            out.skipped(where, "activities that are not posts");
        } else if (activity.isDirect() && !options.directMessages()) {
            out.skipped(where, "direct messages");
        } else {
            out.post(activity.post("item-" + (taken + 1)), where);
        }
    }

    /** One activity, with the note that it carries. */
    private static final class Activity {
        private String type = "";
        private String id = "";
        private String actor = "";
        private String published = "";
        private final List<String> recipients = new ArrayList<>();
        private final Note note = new Note();

        void read(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "type" -> type = textOf(in);
                    case "id" -> id = textOf(in);
                    case "actor" -> actor = textOf(in);
                    case "published" -> published = textOf(in);
                    case "to", "cc" -> addTexts(in, recipients);
                    case "object" -> {
                        if (in.kind() == Kind.OBJECT) {
                            note.read(in);
                        } else {
                            note.id = textOf(in);
                        }
                    }
                    default -> in.skipValue();
                }
            }
            in.endObject();
        }

        boolean isRepost() {
            return type.equals("Announce");
        }

        boolean isPost() {
            return isRepost()
                    || type.equals("Create")
                            && (note.type.equals("Note")
                                    || note.type.equals("Question")
                                    || note.type.equals("Article"));
        }

        boolean isDirect() {
            var all = new ArrayList<>(recipients);
            all.addAll(note.recipients);
            return !isRepost()
                    && all.stream()
                            .noneMatch(to -> to.equals(PUBLIC) || to.equals("as:Public") || to.endsWith("/followers"));
        }

        Post post(String fallback) {
            String time = note.published.isEmpty() || isRepost() ? published : note.published;
            Post.Kind kind =
                    isRepost() ? Post.Kind.REPOST : note.inReplyTo.isEmpty() ? Post.Kind.ORIGINAL : Post.Kind.REPLY;
            String address = note.url.isEmpty() ? note.id : note.url;
            return new Post(
                    idOf(isRepost() ? id : note.id.isEmpty() ? id : note.id, fallback),
                    Platform.MASTODON,
                    account(actor),
                    kind,
                    time.isEmpty() ? null : PostDraft.isoTime(time, java.time.ZoneOffset.UTC),
                    web(address),
                    note.language,
                    note.text(),
                    note.media);
        }

        /** The number in an address such as {@code https://example.govt.nz/users/name/statuses/123/activity}. */
        private static String idOf(String address, String fallback) {
            String[] parts = address.split("/", -1);
            for (int i = parts.length - 1; i >= 0; i--) {
                if (!parts[i].isEmpty() && parts[i].chars().allMatch(c -> c >= '0' && c <= '9')) {
                    return parts[i];
                }
            }
            return address.isBlank() ? fallback : address;
        }

        private static Account account(String actor) {
            String name = actor.substring(actor.lastIndexOf('/') + 1);
            return name.isBlank() ? Account.UNKNOWN : Account.of(name);
        }

        private static @Nullable URI web(String address) {
            return address.startsWith("http") ? PostDraft.uri(address) : null;
        }
    }

    /** What was posted. */
    private static final class Note {
        private String type = "";
        private String id = "";
        private String url = "";
        private String published = "";
        private String inReplyTo = "";
        private String summary = "";
        private String content = "";
        private @Nullable Locale language;
        private final List<String> recipients = new ArrayList<>();
        private final List<Media> media = new ArrayList<>();

        void read(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "type" -> type = textOf(in);
                    case "id" -> id = textOf(in);
                    case "url" -> url = textOf(in);
                    case "published" -> published = textOf(in);
                    case "inReplyTo" -> inReplyTo = textOf(in);
                    case "summary" -> summary = textOf(in);
                    case "content" -> content = textOf(in);
                    case "contentMap" -> language(in);
                    case "to", "cc" -> addTexts(in, recipients);
                    case "attachment" -> attachments(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
        }

        String text() {
            String words = HtmlText.of(content);
            String warning = HtmlText.of(summary);
            return warning.isEmpty() ? words : words.isEmpty() ? warning : warning + "\n\n" + words;
        }

        /** The key of the only translation; with several, none is the declared one. */
        private void language(JsonInput in) throws IOException {
            if (in.kind() != Kind.OBJECT) {
                in.skipValue();
                return;
            }
            in.beginObject();
            for (int count = 0; in.hasNext(); count++) {
                Locale found = PostDraft.locale(in.name());
                language = count == 0 ? found : null;
                in.skipValue();
            }
            in.endObject();
        }

        private void attachments(JsonInput in) throws IOException {
            if (in.kind() == Kind.OBJECT) {
                attachment(in);
            } else if (in.kind() == Kind.ARRAY) {
                in.beginArray();
                while (in.hasNext()) {
                    attachment(in);
                }
                in.endArray();
            } else {
                in.skipValue();
            }
        }

        private void attachment(JsonInput in) throws IOException {
            String mediaType = "";
            String name = "";
            String file = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "mediaType" -> mediaType = textOf(in);
                    case "name" -> name = textOf(in);
                    case "url" -> file = textOf(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            Media.Kind kind = mediaType.isEmpty() ? MediaFiles.kindOf(file) : MediaFiles.kindOfType(mediaType);
            Media medium = Media.of(kind, TextAlternative.of(name));
            String local = local(file);
            media.add(local == null ? medium : medium.withFile(local));
        }

        /** Names in an archive start with a slash, which stands for the archive's folder; addresses are no files. */
        private static @Nullable String local(String file) {
            try {
                return MediaFiles.checked(file.replaceFirst("^/+", ""));
            } catch (FieldException e) {
                return null;
            }
        }
    }

    /** A string, or the address of an object; empty for anything else. */
    private static String textOf(JsonInput in) throws IOException {
        switch (in.kind()) {
            case STRING -> {
                return in.string();
            }
            case OBJECT -> {
                String found = "";
                in.beginObject();
                while (in.hasNext()) {
                    String key = in.name();
                    if ((key.equals("id") || key.equals("href")) && in.kind() == Kind.STRING) {
                        found = in.string();
                    } else {
                        in.skipValue();
                    }
                }
                in.endObject();
                return found;
            }
            default -> {
                in.skipValue();
                return "";
            }
        }
    }

    private static void addTexts(JsonInput in, List<String> all) throws IOException {
        if (in.kind() != Kind.ARRAY) {
            all.add(textOf(in));
            return;
        }
        in.beginArray();
        while (in.hasNext()) {
            all.add(textOf(in));
        }
        in.endArray();
    }
}
