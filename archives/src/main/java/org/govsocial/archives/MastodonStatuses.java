package org.govsocial.archives;

import static org.govsocial.archives.PlatformJson.each;
import static org.govsocial.archives.PlatformJson.members;
import static org.govsocial.archives.PlatformJson.text;

import java.io.IOException;
import java.net.URI;
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
 * Statuses as Mastodon's API gives them ({@code /api/v1/accounts/ID/statuses}): a list, or one. The text alternative is
 * {@code media_attachments[].description}; null is missing. A content warning is the first paragraph of the text.
 */
final class MastodonStatuses implements PostReader {
    @Override
    public String id() {
        return "mastodon-api";
    }

    @Override
    public String title() {
        return "statuses of Mastodon's API, JSON";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder() || !PlatformJson.isNamedJson(input)) {
            return 0;
        }
        String head = StrictText.head(input);
        boolean statuses = head.contains("\"visibility\"")
                && (head.contains("\"spoiler_text\"") || head.contains("\"media_attachments\""));
        return statuses ? 90 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        PlatformJson.read(input, options, in -> {
            if (in.kind() == Kind.ARRAY) {
                each(in, status -> status(status, input, options, out));
            } else {
                status(in, input, options, out);
            }
        });
    }

    private static void status(JsonInput in, Input input, ReadOptions options, PostSink out) throws IOException {
        int taken = in.taken();
        var status = new Status();
        if (!PlatformJson.record(in, out, status::read)) {
            return;
        }
        Location where = Location.pointer(input.name(), in.path());
        if (status.visibility.equals("direct") && !options.directMessages()) {
            out.skipped(where, "direct messages");
        } else {
            out.post(status.post("status-" + (taken + 1)), where);
        }
    }

    private static final class Status {
        private String id = "";
        private String created = "";
        private String visibility = "";
        private String warning = "";
        private String content = "";
        private String url = "";
        private boolean reply;
        private boolean repost;
        private String handle = "";
        private String name = "";
        private @Nullable Locale language;
        private final List<Media> media = new ArrayList<>();

        void read(JsonInput in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "id" -> id = text(in);
                    case "created_at" -> created = text(in);
                    case "visibility" -> visibility = text(in);
                    case "spoiler_text" -> warning = text(in);
                    case "content" -> content = text(in);
                    case "url" -> url = text(in);
                    case "language" -> language = PostDraft.locale(text(in));
                    case "in_reply_to_id" -> reply = !text(in).isEmpty();
                    case "reblog" -> {
                        repost = in.kind() == Kind.OBJECT;
                        in.skipValue();
                    }
                    case "account" -> account(in);
                    case "media_attachments" -> each(in, this::attachment);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            if (visibility.isEmpty() && content.isEmpty()) {
                throw in.error(
                        "This is no status: it has neither \"visibility\" nor \"content\".",
                        "Name statuses as Mastodon's API gives them.");
            }
        }

        private void account(JsonInput in) throws IOException {
            members(in, key -> {
                switch (key) {
                    case "acct" -> handle = text(in);
                    case "display_name" -> name = text(in);
                    default -> in.skipValue();
                }
            });
        }

        private void attachment(JsonInput in) throws IOException {
            String type = "";
            String description = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "type" -> type = text(in);
                    case "description" -> description = text(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            Media.Kind kind = switch (type) {
                case "image" -> Media.Kind.IMAGE;
                case "gifv" -> Media.Kind.ANIMATION;
                case "video" -> Media.Kind.VIDEO;
                case "audio" -> Media.Kind.AUDIO;
                default -> Media.Kind.OTHER;
            };
            media.add(Media.of(kind, TextAlternative.of(description)));
        }

        Post post(String fallback) {
            String words = HtmlText.of(content);
            String shown = warning.isBlank() ? words : words.isEmpty() ? warning : warning + "\n\n" + words;
            URI address = url.startsWith("http") ? PostDraft.uri(url) : null;
            return Post.of(id.isBlank() ? fallback : id, shown)
                    .withPlatform(Platform.MASTODON)
                    .withAccount(
                            handle.isBlank()
                                    ? Account.UNKNOWN
                                    : Account.of(handle).withName(name))
                    .withKind(repost ? Post.Kind.REPOST : reply ? Post.Kind.REPLY : Post.Kind.ORIGINAL)
                    .withTime(created.isEmpty() ? null : PostDraft.isoTime(created, ZoneOffset.UTC))
                    .withUrl(address)
                    .withLanguage(language)
                    .withMedia(media);
        }
    }
}
