package org.govsocial.mishap.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Place;
import org.jspecify.annotations.Nullable;

/** Writes one release copy. Bytes that are no entry are left out: nobody has read what they say. */
final class Releasing {
    private static final String CHECKPOINT = "checkpoint.txt";
    static final String VERIFIER = "Verify.java";
    private static final String FIELDS = "/fields/";

    /** In characters; what is shorter stands in too many other words. */
    private static final int SHORTEST = 3;

    private final Path source;
    private final Map<Long, List<Release.Withholding>> withheld;
    private final Set<Path> files = new HashSet<>();
    private final Set<String> passages = new LinkedHashSet<>();
    private final Set<Long> repeats = new TreeSet<>();
    private long entries;
    private long whole;
    private long partly;
    private long hidden;
    private long disposed;

    private Releasing(Path source, Release release) {
        this.source = source;
        this.withheld = release.withheld().stream()
                .collect(Collectors.groupingBy(Release.Withholding::entry, HashMap::new, Collectors.toList()));
    }

    static Release.Summary write(
            Release release,
            Path source,
            Storage.StoredFile log,
            long size,
            Path target,
            @Nullable Checkpoint checkpoint,
            Clock clock)
            throws IOException {
        check(release);
        Files.createDirectories(target);
        try (Stream<Path> there = Files.list(target)) {
            if (there.findAny().isPresent()) {
                throw new LogException(target + " is not empty. A release copy needs a folder of its own.");
            }
        }
        if (target.toRealPath().startsWith(source.toRealPath())) {
            throw new LogException(target + " lies in the log's own folder. Choose one outside it.");
        }
        // Once without writing, so that what cannot be withheld leaves nothing behind that might be taken for the copy.
        var trial = new Releasing(source, release);
        scan(log, size, (line, body) -> trial.copy(line, body));
        trial.nothingLeft();
        var releasing = new Releasing(source, release);
        releasing.passages.addAll(trial.passages);
        // First what marks the folder as a copy, so that a half-made one is never taken for a log.
        StateFile.write(target.resolve(Release.FILE), releasing.head(release, checkpoint, clock, null));
        StateFile.write(
                target.resolve(Journal.LOG),
                channel -> scan(log, size, (line, body) -> {
                    StateFile.writeFully(channel, ByteBuffer.wrap(releasing.copy(line, body)));
                    StateFile.writeFully(channel, ByteBuffer.wrap(new byte[] {'\n'}));
                }));
        releasing.copyFiles(target);
        if (checkpoint != null) {
            StateFile.write(target.resolve(CHECKPOINT), checkpoint.text().getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream verifier = verifier()) {
            StateFile.write(target.resolve(VERIFIER), verifier.readAllBytes());
        }
        var summary = new Release.Summary(
                releasing.entries,
                releasing.whole,
                releasing.partly,
                releasing.hidden,
                releasing.disposed,
                List.copyOf(releasing.repeats));
        StateFile.write(target.resolve(Release.FILE), releasing.head(release, checkpoint, clock, summary));
        return summary;
    }

    /** What is done with an entry. */
    @FunctionalInterface
    private interface Each {
        void entry(EntryLine line, EntryLine.BodyState body) throws IOException;
    }

    private static void scan(Storage.StoredFile log, long size, Each each) throws IOException {
        LogScanner.scan(log, 0, size, new LogScanner.Visitor() {
            @Override
            public void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException {
                each.entry(line, body);
            }

            @Override
            public void junk(LogScanner.Junk junk) {}
        });
    }

    /** The single-file verifier, to put beside what it verifies. */
    static InputStream verifier() {
        return Objects.requireNonNull(Releasing.class.getResourceAsStream(VERIFIER));
    }

    private static void check(Release release) throws LogException {
        if (release.request().isBlank()
                || release.act().isBlank()
                || release.who().isBlank()) {
            throw new LogException("A release needs the reference of the request, its Act, and who makes the copy.");
        }
        for (Release.Withholding part : release.withheld()) {
            if (part.ground().isBlank()) {
                throw new LogException("What is withheld from entry " + part.entry()
                        + " needs a ground, which stands beside it in the copy.");
            }
        }
    }

    private byte[] head(Release release, @Nullable Checkpoint checkpoint, Clock clock, Release.@Nullable Summary done)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        JsonOutput out = JsonOutput.indented(bytes);
        out.beginObject();
        out.member("format", 1);
        out.member("release", release.request());
        out.member("act", release.act());
        out.member("who", release.who());
        out.member(
                "time",
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
        if (checkpoint != null) {
            out.member("log", checkpoint.origin());
        }
        out.member("complete", done != null);
        if (done != null) {
            out.member("entries", done.entries());
            out.member("whole", done.whole());
            out.member("partly", done.partly());
            out.member("withheld", done.withheld());
            out.member("disposed", done.disposed());
        }
        out.endObject();
        out.endLine();
        out.flush();
        return bytes.toByteArray();
    }

    private byte[] copy(EntryLine line, EntryLine.BodyState body) throws IOException {
        entries++;
        List<Release.Withholding> parts = withheld.remove(line.number());
        if (body == EntryLine.BodyState.ERASED) {
            disposed++;
            return line.bytes();
        }
        Content content = Content.parse(line.body());
        if (parts == null) {
            whole++;
            keepFile(line, content);
            lookForPassages(line.number(), content);
            return line.bytes();
        }
        Content redacted = redact(line.number(), content, parts);
        parts.forEach(part -> addPassage(content, part.place()));
        if (redacted.who().isEmpty() && redacted.withheld().get(0).field().isEmpty()) {
            hidden++;
        } else {
            partly++;
            keepFile(line, redacted);
            lookForPassages(line.number(), redacted);
        }
        return line.replacing(redacted.toJson());
    }

    /** Words of a whole entry are not looked for elsewhere: most of them are anybody's. */
    private void addPassage(Content content, Place place) {
        String field = place.field();
        String all = field.equals("/text")
                ? content.text()
                : field.equals("/who")
                        ? content.who()
                        : field.startsWith(FIELDS) ? content.fields().getOrDefault(name(field), "") : "";
        String passage = (place.isWhole() ? all : all.substring(place.start(), place.end())).strip();
        if (passage.length() >= SHORTEST) {
            passages.add(passage.toLowerCase(Locale.ROOT));
        }
    }

    private void lookForPassages(long number, Content content) {
        String said = (content.who() + "\n" + content.text() + "\n"
                        + String.join("\n", content.fields().values()))
                .toLowerCase(Locale.ROOT);
        if (passages.stream().anyMatch(said::contains)) {
            repeats.add(number);
        }
    }

    private void keepFile(EntryLine line, Content content) {
        Path file = line.kind().equals(Kinds.ATTACHMENT) ? Attachments.of(content, source) : null;
        if (file != null) {
            files.add(file);
        }
    }

    private static Content redact(long number, Content content, List<Release.Withholding> parts) throws LogException {
        var grounds = new ArrayList<Content.Withheld>();
        for (Release.Withholding part : parts) {
            grounds.add(new Content.Withheld(part.place().field(), part.ground()));
        }
        for (Release.Withholding part : parts) {
            if (part.place().field().isEmpty()) {
                var all = List.of(new Content.Withheld("", part.ground()));
                return new Content("", null, "", Map.of(), null, all);
            }
        }
        String who = content.who();
        OffsetDateTime at = content.at();
        String text = content.text();
        var fields = new LinkedHashMap<>(content.fields());
        // From the back, so that ranges further ahead keep their places.
        List<Release.Withholding> ordered = parts.stream()
                .sorted(Comparator.comparing(Release.Withholding::place).reversed())
                .toList();
        Place behind = null;
        for (Release.Withholding part : ordered) {
            Place place = part.place();
            if (behind != null
                    && behind.field().equals(place.field())
                    && (place.isWhole() || behind.isWhole() || place.end() > behind.start())) {
                throw new LogException("Two things withheld from " + place.field() + " of entry " + number
                        + " overlap. Make them one.");
            }
            behind = place;
            String field = place.field();
            if (field.equals("/text")) {
                text = cut(number, text, part);
            } else if (field.equals("/who")) {
                who = cut(number, who, part);
            } else if (field.equals("/at") && at != null) {
                at = null;
            } else if (field.startsWith(FIELDS) && fields.containsKey(name(field))) {
                fields.put(name(field), cut(number, fields.get(name(field)), part));
            } else {
                throw new LogException("Entry " + number + " has no part " + field
                        + " to withhold. It has /who, /text, and one /fields/NAME for each of " + fields.keySet()
                        + ".");
            }
        }
        for (Content.Withheld part : List.copyOf(grounds)) {
            if (part.field().equals(FIELDS + Attachments.FILE) && fields.containsKey(Attachments.SHA256)) {
                // The hash of a withheld file would let people test their guesses.
                fields.put(Attachments.SHA256, "[withheld: " + part.ground() + "]");
                grounds.add(new Content.Withheld(FIELDS + Attachments.SHA256, part.ground()));
            }
        }
        return new Content(who, at, text, fields, content.clockStepBack(), grounds);
    }

    private static String name(String field) {
        return field.substring(FIELDS.length()).replace("~1", "/").replace("~0", "~");
    }

    private static String cut(long number, @Nullable String text, Release.Withholding part) throws LogException {
        String from = Objects.requireNonNull(text);
        String mark = "[withheld: " + part.ground() + "]";
        Place place = part.place();
        if (place.isWhole()) {
            return mark;
        }
        if (place.end() > from.length()) {
            throw new LogException("Entry " + number + ": " + place.field() + " has " + from.length()
                    + " characters, so " + place.start() + " to " + place.end() + " cannot be withheld.");
        }
        return from.substring(0, place.start()) + mark + from.substring(place.end());
    }

    private void nothingLeft() throws LogException {
        for (long entry : withheld.keySet()) {
            throw new LogException("There is no entry " + entry + " to withhold anything from. Look at its number.");
        }
    }

    private void copyFiles(Path target) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Path attachments = Files.createDirectories(target.resolve(Attachments.FOLDER));
        Disk.forceNames(target);
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                StateFile.write(
                        attachments.resolve(String.valueOf(file.getFileName())),
                        channel -> StateFile.copy(in, channel));
            }
        }
    }
}
