package org.govsocial.archives;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonInput.Kind;
import org.govsocial.model.Account;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.model.TextColours;
import org.jspecify.annotations.Nullable;

/** What a record says of a post, field by field; used again for each record. The keys are those of JSON Lines. */
final class PostDraft {
    /** Numbers from here on are milliseconds since 1970 (March 1973 on), below it seconds (up to the year 5138). */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final Locale UNDETERMINED = Locale.forLanguageTag("und");

    private final ZoneId zone;
    private final Map<String, Platform> platforms = new HashMap<>();
    private @Nullable String id;
    private @Nullable String text;
    private Platform platform = Platform.ANY;
    private Account account = Account.UNKNOWN;
    private String planned = "";
    private Post.@Nullable Kind kind;
    private @Nullable Instant time;
    private @Nullable URI url;
    private @Nullable Locale language;
    private List<Media> media = List.of();

    PostDraft(ZoneId zone) {
        this.zone = zone;
    }

    void clear() {
        id = null;
        text = null;
        platform = Platform.ANY;
        account = Account.UNKNOWN;
        planned = "";
        kind = null;
        time = null;
        url = null;
        language = null;
        media = List.of();
    }

    /**
     * The post.
     *
     * @param fallback its id when the record gives none
     */
    Post post(String fallback) throws FieldException {
        String words = text;
        if (words == null) {
            if (media.isEmpty()) {
                throw new FieldException(
                        "There is neither \"text\" nor \"media\", so this is not a post.",
                        "Give each post its words as \"text\".");
            }
            words = "";
        }
        return new Post(
                id == null || id.isBlank() ? fallback : id,
                platform,
                planned.isEmpty() ? account : account.withPlanned(planned),
                kind == null ? kindOf(words) : kind,
                time,
                url,
                language,
                words,
                media);
    }

    /** {@code RT @name:} in front was how posts were passed on before platforms had a button for it. */
    static Post.Kind kindOf(String text) {
        if (!text.startsWith("RT @")) {
            return Post.Kind.ORIGINAL;
        }
        int i = 4;
        while (i < text.length()
                && (Character.isLetterOrDigit(text.charAt(i)) || "_.-@".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > 4 && i < text.length() && text.charAt(i) == ':' ? Post.Kind.REPOST : Post.Kind.ORIGINAL;
    }

    // ---- JSON

    /** Takes the value of a key; an unknown key's is skipped. */
    void field(String name, JsonInput in) throws IOException {
        try {
            switch (name) {
                case "id" -> id(in.kind() == Kind.NUMBER ? in.numberText() : in.stringOrNull());
                case "text" -> text(in.stringOrNull());
                case "platform" -> platform(in.stringOrNull());
                case "language" -> language(in.stringOrNull());
                case "author" -> author(in.stringOrNull());
                case "planned" -> planned(in.stringOrNull());
                case "kind" -> kind(in.stringOrNull());
                case "url" -> url(in.stringOrNull());
                case "time" -> {
                    if (in.kind() == Kind.NUMBER) {
                        time(in.longValue());
                    } else {
                        time(in.stringOrNull());
                    }
                }
                case "media" -> media(in);
                default -> in.skipValue();
            }
        } catch (FieldException e) {
            throw in.error(e.what(), e.advice());
        }
    }

    /** Takes a whole object. */
    Post object(JsonInput in, String fallback) throws IOException {
        clear();
        in.beginObject();
        while (in.hasNext()) {
            field(in.name(), in);
        }
        in.endObject();
        try {
            return post(fallback);
        } catch (FieldException e) {
            throw in.error(e.what(), e.advice());
        }
    }

    private void media(JsonInput in) throws IOException, FieldException {
        if (in.takeNull()) {
            return;
        }
        var found = new ArrayList<Media>();
        in.beginArray();
        while (in.hasNext()) {
            found.add(medium(in));
        }
        in.endArray();
        media = found;
    }

    private static Media medium(JsonInput in) throws IOException, FieldException {
        String file = null;
        String kind = null;
        String alt = null;
        String captions = null;
        boolean decorative = false;
        List<TextColours> colours = List.of();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "file" -> file = MediaFiles.checked(in.stringOrNull());
                case "kind" -> kind = in.stringOrNull();
                case "alt" -> alt = in.stringOrNull();
                case "captions" -> captions = MediaFiles.checked(in.stringOrNull());
                case "colours" -> colours = colours(in);
                case "decorative" -> decorative = !in.takeNull() && in.bool();
                default -> in.skipValue();
            }
        }
        in.endObject();
        Media.Kind what = kind == null || kind.isBlank()
                ? MediaFiles.kindOf(file)
                : one(Media.Kind.values(), kind, "kind of medium");
        TextAlternative alternative =
                decorative ? TextAlternative.DECORATIVE : TextAlternative.of(alt == null ? "" : alt);
        Media medium = Media.of(what, alternative).withColours(colours);
        medium = file == null ? medium : medium.withFile(file);
        return captions == null ? medium : medium.withCaptions(captions);
    }

    /** Text in a picture and what is behind it: an object or several. */
    private static List<TextColours> colours(JsonInput in) throws IOException {
        if (in.takeNull()) {
            return List.of();
        }
        var found = new ArrayList<TextColours>();
        boolean several = in.kind() == Kind.ARRAY;
        if (several) {
            in.beginArray();
        }
        while (!several && found.isEmpty() || several && in.hasNext()) {
            String text = "";
            String background = "";
            int pixels = 0;
            boolean bold = false;
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "text" -> text = in.string();
                    case "background" -> background = in.string();
                    case "pixels" -> pixels = in.integer();
                    case "bold" -> bold = in.bool();
                    default -> in.skipValue();
                }
            }
            in.endObject();
            if (text.isBlank() || background.isBlank()) {
                throw in.error(
                        "\"colours\" needs both \"text\" and \"background\".",
                        "Write them like {\"text\": \"#333\", \"background\": \"#FFF\"}.");
            }
            found.add(new TextColours(text, background, pixels, bold));
        }
        if (several) {
            in.endArray();
        }
        return found;
    }

    // ---- fields

    void id(@Nullable String value) {
        id = value;
    }

    void text(@Nullable String value) {
        text = value;
    }

    void media(List<Media> value) {
        media = value;
    }

    void platform(@Nullable String value) throws FieldException {
        if (value == null || value.isBlank()) {
            return;
        }
        Platform known = platforms.get(value);
        if (known == null) {
            try {
                known = Platform.named(value);
            } catch (IllegalArgumentException e) {
                throw new FieldException(
                        "\"" + brief(value) + "\" does not name a platform.",
                        "Write its name in lower-case letters, digits and hyphens, such as x or mastodon.");
            }
            if (platforms.size() < 1_000) {
                platforms.put(value, known);
            }
        }
        platform = known;
    }

    void author(@Nullable String value) {
        if (value != null && !value.isBlank()) {
            account = value.equals(account.handle()) ? account : Account.of(value.strip());
        }
    }

    /** The account that it was planned for. */
    void planned(@Nullable String value) {
        planned = value == null ? "" : value.strip();
    }

    void kind(@Nullable String value) throws FieldException {
        if (value != null && !value.isBlank()) {
            kind = one(Post.Kind.values(), value, "kind of post");
        }
    }

    /** An address that is none is left out: no check needs it. */
    void url(@Nullable String value) {
        url = value == null ? null : uri(value);
    }

    static @Nullable URI uri(String value) {
        try {
            return value.isBlank() ? null : new URI(value.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A language tag (BCP 47); one that is none is left out. */
    void language(@Nullable String value) {
        language = value == null ? null : locale(value);
    }

    static @Nullable Locale locale(String value) {
        Locale locale = Locale.forLanguageTag(value.strip().replace('_', '-'));
        return locale.getLanguage().isEmpty() || locale.equals(UNDETERMINED) ? null : locale;
    }

    void time(long sinceEpoch) throws FieldException {
        try {
            time = Math.abs(sinceEpoch) >= MILLISECONDS_FROM
                    ? Instant.ofEpochMilli(sinceEpoch)
                    : Instant.ofEpochSecond(sinceEpoch);
        } catch (DateTimeException e) {
            throw badTime(Long.toString(sinceEpoch));
        }
    }

    void time(@Nullable String value) throws FieldException {
        if (value == null || value.isBlank()) {
            return;
        }
        time = isoTime(value.strip(), zone);
        if (time == null) {
            throw badTime(value);
        }
    }

    void timeOrNone(@Nullable Instant value) {
        time = value;
    }

    /** A time, a local time or a date by ISO 8601; a blank may stand for the T. Null when it is none. */
    static @Nullable Instant isoTime(String value, ZoneId zone) {
        String iso = value.length() > 10 && value.charAt(10) == ' '
                ? value.substring(0, 10) + 'T' + value.substring(11)
                : value;
        try {
            if (iso.length() <= 10) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            int sign = Math.max(iso.indexOf('+', 10), iso.indexOf('-', 10));
            return iso.endsWith("Z") || iso.endsWith("z") || sign > 0
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static FieldException badTime(String value) {
        return new FieldException(
                "\"" + brief(value) + "\" is not a time.",
                "Write it like 2026-11-22T09:00:00+13:00, or as seconds or milliseconds since 1970.");
    }

    private static <E extends Enum<E>> E one(E[] values, String name, String what) throws FieldException {
        var names = new StringBuilder();
        for (E value : values) {
            String word = value.name().toLowerCase(Locale.ROOT);
            if (word.equals(name.strip().toLowerCase(Locale.ROOT))) {
                return value;
            }
            names.append(names.length() == 0 ? "" : ", ").append(word);
        }
        throw new FieldException("\"" + brief(name) + "\" is not a " + what + ".", "Use one of " + names + ".");
    }

    static String brief(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
