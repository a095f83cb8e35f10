package org.govsocial.archives;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.model.Media;
import org.govsocial.model.TextAlternative;
import org.jspecify.annotations.Nullable;

/** What the columns of a CSV file mean, by the names in its header. */
final class CsvColumns {
    /** Names for the words of a post; the first that a header holds is taken. */
    static final List<String> TEXT = List.of(
            "text",
            "message",
            "caption",
            "content",
            "post",
            "post text",
            "tweet",
            "tweet text",
            "full text",
            "post content",
            "post message",
            "sharecommentary");

    private static final List<String> ID = List.of("id", "post id", "tweet id");
    private static final List<String> PLATFORM = List.of("platform", "network", "social network", "channel");
    private static final List<String> TIME = List.of(
            "time",
            "date",
            "date time",
            "datetime",
            "timestamp",
            "posting time",
            "scheduled time",
            "publish time",
            "publish date",
            "scheduled date",
            "date and time",
            "created at",
            "posted at",
            "published");
    private static final List<String> URL = List.of("url", "link", "permalink", "post url", "post link", "sharelink");
    private static final List<String> LANGUAGE = List.of("language", "lang");
    private static final List<String> AUTHOR = List.of("author", "account", "handle", "username", "screen name");
    private static final List<String> PLANNED = List.of("planned account", "planned");

    /** What the message about a missing header lists. */
    static final String UNDERSTOOD = "text (or message, caption, content, post), id, platform, time or date, url,"
            + " language, author, planned account, image or media, and alt text (or alt, image alt; alt 1, alt 2 …)";

    private static final Pattern MEDIA = Pattern.compile("(media|image|picture|photo|video|gif|file|attachment)s?"
            + "(?: (?:url|link|file|path|name))?(?: ?(\\d{1,2}))?(?: (?:url|link|file))?|mediaurl");
    private static final Pattern ALT = Pattern.compile(
            "(?:(?:media|image|picture|photo) )?(?:alt|alt text|alttext|alternative text|image description)"
                    + "(?: ?(\\d{1,2}))?|(?:media|image|picture|photo) ?(\\d{1,2}) (?:alt|alt text|description)");
    private static final Pattern LOCAL = Pattern.compile(
            "(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})(?:[ ,T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([ap])\\.?m\\.?)?)?");

    /** A medium's column and its text alternative's, each -1 when there is none. */
    private record Slot(int media, Media.Kind kind, int alt) {}

    private final int text;
    private final int id;
    private final int platform;
    private final int time;
    private final int clock;
    private final int url;
    private final int language;
    private final int author;
    private final int planned;
    private final List<Slot> slots;
    private final boolean hasAlt;
    private final boolean monthFirst;

    private CsvColumns(List<String> header, boolean monthFirst) {
        this.monthFirst = monthFirst;
        text = find(header, TEXT);
        id = find(header, ID);
        platform = find(header, PLATFORM);
        int date = header.indexOf("date");
        time = date >= 0 && header.contains("time") ? date : find(header, TIME);
        clock = date >= 0 ? header.indexOf("time") : -1;
        url = find(header, URL);
        language = find(header, LANGUAGE);
        author = find(header, AUTHOR);
        planned = find(header, PLANNED);
        slots = slots(header);
        hasAlt = slots.stream().anyMatch(slot -> slot.alt() >= 0);
    }

    /** By the names in a header; without words when none of them names a column of words. */
    static CsvColumns named(List<String> header) {
        return new CsvColumns(header.stream().map(CsvColumns::plain).toList(), false);
    }

    /** Hootsuite's bulk file: no header; date and time month first, message, link, then pictures' addresses. */
    static @Nullable CsvColumns hootsuite(List<String> first) {
        boolean dated = first.size() >= 2
                && first.get(0).strip().matches("\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d{2}")
                && !first.get(1).isBlank();
        if (!dated) {
            return null;
        }
        var header = new ArrayList<>(List.of("date", "text", "url"));
        for (int i = 3; i < first.size(); i++) {
            header.add("image " + (i - 2));
        }
        return new CsvColumns(header, true);
    }

    boolean hasText() {
        return text >= 0;
    }

    private static String plain(String name) {
        return name.replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_()-]+", " ")
                .strip();
    }

    private static int find(List<String> header, List<String> names) {
        for (String name : names) {
            int index = header.indexOf(name);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    private static List<Slot> slots(List<String> header) {
        var media = new ArrayList<Integer>();
        var alts = new ArrayList<Integer>();
        for (int i = 0; i < header.size(); i++) {
            if (ALT.matcher(header.get(i)).matches()) {
                alts.add(i);
            } else if (MEDIA.matcher(header.get(i)).matches()) {
                media.add(i);
            }
        }
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < Math.max(media.size(), alts.size()); i++) {
            int column = i < media.size() ? media.get(i) : -1;
            String name = column < 0 ? "image" : header.get(column);
            Media.Kind kind = name.startsWith("video")
                    ? Media.Kind.VIDEO
                    : name.startsWith("gif")
                            ? Media.Kind.ANIMATION
                            : name.matches("(image|picture|photo).*") ? Media.Kind.IMAGE : Media.Kind.OTHER;
            slots.add(new Slot(column, kind, i < alts.size() ? alts.get(i) : -1));
        }
        return slots;
    }

    /** Fills a draft from a record. */
    void fill(PostDraft draft, List<String> record, ZoneId zone) throws FieldException {
        draft.clear();
        draft.id(cell(record, id).strip());
        draft.text(cell(record, text).replace("\r\n", "\n"));
        draft.platform(cell(record, platform));
        draft.url(cell(record, url));
        draft.language(cell(record, language));
        draft.author(cell(record, author));
        draft.planned(cell(record, planned));
        String when = clock < 0 ? cell(record, time) : cell(record, time) + " " + cell(record, clock);
        draft.timeOrNone(localTime(when.strip(), zone, monthFirst));
        draft.media(media(record));
    }

    private List<Media> media(List<String> record) throws FieldException {
        if (slots.isEmpty()) {
            return List.of();
        }
        var media = new ArrayList<Media>(slots.size());
        for (Slot slot : slots) {
            String file = cell(record, slot.media()).strip();
            String alt = cell(record, slot.alt());
            if (!file.isEmpty() || !alt.isBlank()) {
                media.add(medium(slot, file, alt));
            }
        }
        return media;
    }

    private Media medium(Slot slot, String file, String alt) throws FieldException {
        boolean address = file.regionMatches(true, 0, "https://", 0, 8) || file.regionMatches(true, 0, "http://", 0, 7);
        String name = address ? file.replaceFirst("[?#].*", "") : MediaFiles.checked(file);
        Media.Kind byName = MediaFiles.kindOf(name);
        Media.Kind kind = byName != Media.Kind.OTHER
                ? byName
                : slot.kind() == Media.Kind.OTHER && !alt.isBlank() ? Media.Kind.IMAGE : slot.kind();
        TextAlternative alternative = !hasAlt
                ? TextAlternative.UNKNOWN
                : alt.strip().equals(DraftFolder.DECORATIVE) ? TextAlternative.DECORATIVE : TextAlternative.of(alt);
        Media medium = Media.of(kind, alternative);
        return address || name == null ? medium : medium.withFile(name);
    }

    /** The columns of a record's words: {@code /text}, {@code /media/0/alt} … by their fields; -1 for none. */
    int columnOf(String field, List<String> record) {
        if (field.equals("/text")) {
            return text;
        }
        int medium = 0;
        for (Slot slot : slots) {
            if (!cell(record, slot.media()).isBlank()
                    || !cell(record, slot.alt()).isBlank()) {
                if (field.equals("/media/" + medium + "/alt")) {
                    return slot.alt();
                }
                medium++;
            }
        }
        return -1;
    }

    private static String cell(List<String> record, int column) {
        return column >= 0 && column < record.size() ? record.get(column) : "";
    }

    /** ISO 8601, or a date as spreadsheets show it, the day first unless said; null for anything else. */
    static @Nullable Instant localTime(String value, ZoneId zone, boolean monthFirst) {
        if (value.isEmpty()) {
            return null;
        }
        Instant iso = PostDraft.isoTime(value, zone);
        if (iso != null) {
            return iso;
        }
        Matcher found = LOCAL.matcher(value.toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return null;
        }
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(2));
        int third = Integer.parseInt(found.group(3));
        try {
            LocalDate date = first > 31
                    ? LocalDate.of(first, second, third)
                    : LocalDate.of(
                            third < 100 ? 2000 + third : third,
                            monthFirst ? first : second,
                            monthFirst ? second : first);
            int hour = found.group(4) == null ? 0 : Integer.parseInt(found.group(4));
            if (found.group(7) != null) {
                hour = hour % 12 + (found.group(7).equals("p") ? 12 : 0);
            }
            int minute = found.group(5) == null ? 0 : Integer.parseInt(found.group(5));
            int seconds = found.group(6) == null ? 0 : Integer.parseInt(found.group(6));
            return LocalDateTime.of(date, LocalTime.of(hour, minute, seconds))
                    .atZone(zone)
                    .toInstant();
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }
}
