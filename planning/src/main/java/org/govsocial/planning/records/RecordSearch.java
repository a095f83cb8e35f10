package org.govsocial.planning.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.PostReading;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Media;
import org.govsocial.model.Plan;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.TextAlternative;
import org.govsocial.planning.moderation.InformationRequest;
import org.govsocial.planning.moderation.ModerationEntry;
import org.govsocial.planning.moderation.ModerationLog;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReadOptions;

/**
 * Looks for words in everything that an agency keeps about its social media: archives of posts, plans, logs of moderation
 * and of incidents. What cannot be ruled out is found: a document without a date is in every period, one that names no
 * account is of every account. Works in constant memory, file by file, in the order of their names.
 */
public final class RecordSearch {
    private static final String OTHER_FILES = "other files";

    private final Guidance guidance;
    private final ReadOptions options;
    private final Criteria criteria;
    private final Taker taker;
    private final List<Problem> unread = new ArrayList<>();
    private final List<String> notSearched = new ArrayList<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private long files;
    private long searched;
    private long found;
    private long notRuledOut;
    private long mediaElsewhere;

    private RecordSearch(Guidance guidance, ReadOptions options, Criteria criteria, Taker taker) {
        this.guidance = guidance;
        this.options = options;
        this.criteria = criteria;
        this.taker = taker;
    }

    /**
     * What to look for.
     *
     * @param query the words
     * @param from the first day, when there is one
     * @param to the last day, counted, when there is one
     * @param account the handle of an account, with or without {@code @}, in any case
     */
    public record Criteria(Query query, Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> account) {
        private boolean isDated() {
            return from.isPresent() || to.isPresent();
        }

        private boolean allows(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && to.filter(day::isAfter).isEmpty();
        }

        private boolean allows(String handle) {
            return account.filter(a -> !bare(a).equalsIgnoreCase(bare(handle))).isEmpty();
        }

        private static String bare(String handle) {
            return handle.startsWith("@") ? handle.substring(1) : handle;
        }
    }

    /**
     * A document that was found.
     *
     * @param document what and where it is
     * @param copy its words as plain text, with when, who and where from
     * @param files what belongs to it: pictures of a post, the file of a plan
     */
    public record Found(Document document, String copy, List<Input> files) {
        /** Copies the list. */
        public Found {
            files = List.copyOf(files);
        }
    }

    /** Takes what is found. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one.
         *
         * @param found a document
         * @throws IOException when it cannot be kept; the search ends
         */
        void take(Found found) throws IOException;
    }

    /**
     * What came of a search.
     *
     * @param files how many files were read, whole or in part
     * @param searched how many documents were looked at
     * @param found how many of them were found
     * @param notRuledOut how many of these lack the date or the account that was asked for
     * @param mediaElsewhere how many media of found posts were not beside them
     * @param unread files and parts of files that could not be read
     * @param notSearched names of files of a kind that holds neither posts nor logs nor plans
     * @param leftOut how many records were left out, by reason
     */
    public record Result(
            long files,
            long searched,
            long found,
            long notRuledOut,
            long mediaElsewhere,
            List<Problem> unread,
            List<String> notSearched,
            SortedMap<String, Long> leftOut) {
        /** Copies the collections. */
        public Result {
            unread = List.copyOf(unread);
            notSearched = List.copyOf(notSearched);
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        }
    }

    /**
     * Searches.
     *
     * @param guidance whose readers read archives
     * @param options how they read; the zone is that of the days
     * @param criteria what to look for
     * @param inputs files and folders
     * @param taker takes what is found, in the order in which it stands
     * @return what came of it
     * @throws IOException when the taker throws it
     */
    public static Result search(
            Guidance guidance, ReadOptions options, Criteria criteria, List<Input> inputs, Taker taker)
            throws IOException {
        var search = new RecordSearch(guidance, options, criteria, taker);
        try {
            for (Input input : inputs) {
                search.open(input);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Result(
                search.files,
                search.searched,
                search.found,
                search.notRuledOut,
                search.mediaElsewhere,
                search.unread,
                search.notSearched,
                search.leftOut);
    }

    private void open(Input input) {
        Path folder = input.path();
        if (folder == null || !input.isFolder() || Inputs.isDraft(folder)) {
            read(input, true);
            return;
        }
        try {
            Inputs.within(folder, input.name()).stream()
                    .filter(inside -> !describesBag(inside))
                    .forEach(inside -> read(inside, false));
        } catch (IOException e) {
            unread.add(Inputs.unreadable(input.name(), e));
        }
    }

    /** Whether it is one of the lists beside the payload of a bag, such as a back-up. */
    private static boolean describesBag(Input input) {
        Path path = input.path();
        return path != null && Files.exists(path.resolveSibling("bagit.txt"));
    }

    private void read(Input input, boolean named) {
        try {
            String head = new String(input.head(), StandardCharsets.UTF_8).stripLeading();
            if (head.startsWith("{\"entry\":")) {
                lines(input, this::incident);
            } else if (isModeration(head.lines().findFirst().orElse(""))) {
                lines(input, this::moderation);
            } else if (!head.startsWith("{") || !head.contains("\"format\"") || !plan(input)) {
                posts(input, named);
            }
        } catch (IOException e) {
            unread.add(Inputs.unreadable(input.name(), e));
        }
    }

    private static boolean isModeration(String line) {
        return line.startsWith("{")
                && line.contains("\"decision\"")
                && line.contains("\"channel\"")
                && line.contains("\"by\"");
    }

    // ---- posts

    private void posts(Input input, boolean named) {
        Attachments beside = Inputs.beside(input);
        PostReading.Result read = named
                ? PostReading.read(guidance, List.of(input), options, (post, where) -> post(post, where, beside))
                : PostReading.readFound(guidance, input, options, (post, where) -> post(post, where, beside));
        if (read.skipped().containsKey(OTHER_FILES) && read.posts() == 0) {
            notSearched.add(input.name());
            return;
        }
        files += read.refused().isEmpty() ? 1 : 0;
        read.skipped().forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        unread.addAll(read.refused());
        unread.addAll(read.incomplete());
    }

    private void post(Post post, Location where, Attachments beside) {
        List<String> texts = texts(post);
        Optional<Instant> time = Optional.ofNullable(post.time());
        String handle = post.account().handle();
        if (isWanted(texts, time, handle)) {
            take(
                    new Document(
                            kind(post.kind()),
                            time,
                            handle,
                            Document.title(texts),
                            where,
                            post.kind() == Post.Kind.COMMENT && InformationRequest.isLikely(post.text())),
                    Transcript.text(post, where, options.zone()),
                    media(post, beside));
        }
    }

    private static List<String> texts(Post post) {
        var texts = new ArrayList<String>();
        texts.add(post.text());
        for (Media medium : post.media()) {
            if (medium.alt() instanceof TextAlternative.Described described) {
                texts.add(described.text());
            }
        }
        return texts;
    }

    private List<Input> media(Post post, Attachments beside) {
        var files = new ArrayList<Input>();
        for (Media medium : post.media()) {
            String name = medium.file();
            if (name != null) {
                try {
                    Input file = beside.find(name);
                    if (file == null) {
                        mediaElsewhere++;
                    } else {
                        files.add(file);
                    }
                } catch (InputException e) {
                    unread.add(e.problem());
                }
            }
        }
        return files;
    }

    private static Document.Kind kind(Post.Kind kind) {
        return switch (kind) {
            case ORIGINAL -> Document.Kind.POST;
            case REPLY -> Document.Kind.REPLY;
            case REPOST -> Document.Kind.REPOST;
            case COMMENT -> Document.Kind.COMMENT;
        };
    }

    // ---- logs

    /** Reads one line of a log. */
    @FunctionalInterface
    private interface Line {
        void read(String text, Location where) throws IOException;
    }

    private void lines(Input input, Line line) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        files++;
        try (InputStream bytes = input.open();
                var reader = new BufferedReader(new InputStreamReader(bytes, decoder))) {
            long number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    try {
                        line.read(text, Location.line(input.name(), number));
                    } catch (JsonException e) {
                        unread.add(e.problem());
                    }
                }
            }
        }
    }

    private void moderation(String line, Location where) throws IOException {
        ModerationEntry entry = ModerationLog.entry(where.input(), line, where.line());
        Optional<Instant> time = Optional.of(entry.time().toInstant());
        List<String> texts = List.of(entry.copy(), entry.reason());
        if (isWanted(texts, time, "")) {
            String copy = header(time, entry.author(), "moderation, " + entry.channel(), where)
                    + indented(
                            "Comment " + entry.id() + " was " + entry.decision().word() + " by " + entry.by() + ".")
                    + (entry.rule().isEmpty() ? "" : indented("Participation rule: " + entry.rule()))
                    + (entry.reason().isEmpty() ? "" : indented("Reason: " + entry.reason()))
                    + "\n" + indented(entry.copy().isEmpty() ? "No copy was kept." : entry.copy());
            var document = new Document(
                    Document.Kind.MODERATION,
                    time,
                    entry.author(),
                    Document.title(texts),
                    where,
                    entry.mayAskForInformation());
            take(document, copy, List.of());
        }
    }

    private void incident(String line, Location where) throws IOException {
        var words = new ArrayList<Words>();
        JsonInput in = JsonInput.of(where.input(), line).startingAt(where.line());
        collect(in, words);
        String who = first(words, "/body/who");
        String said = first(words, "/body/text");
        String written = first(words, "/body/at").isEmpty() ? first(words, "/time") : first(words, "/body/at");
        Optional<Instant> time = Optional.of(written).filter(w -> !w.isEmpty()).flatMap(RecordSearch::moment);
        List<Words> body = words.stream()
                .filter(w -> w.pointer().startsWith("/body/")
                        && !w.pointer().equals("/body/who")
                        && !w.pointer().equals("/body/at"))
                .toList();
        List<String> texts = body.stream().map(Words::text).toList();
        if (isWanted(texts, time, "")) {
            var copy = new StringBuilder(header(time, who, "incident, " + first(words, "/kind"), where));
            body.forEach(w ->
                    copy.append(indented(w.pointer().equals("/body/text") ? w.text() : w.name() + ": " + w.text())));
            var document = new Document(
                    Document.Kind.INCIDENT,
                    time,
                    who,
                    Document.title(said.isEmpty() ? texts : List.of(said)),
                    where,
                    false);
            take(document, copy.toString(), List.of());
        }
    }

    private static Optional<Instant> moment(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // ---- plans

    /** Reads a plan; false when the file is none, which shows at its first keys. */
    private boolean plan(Input input) throws IOException {
        Plan plan;
        var words = new ArrayList<Words>();
        try (InputStream in = input.open()) {
            plan = PlanReader.read(input.name(), in);
        } catch (JsonException e) {
            if (!input.name().endsWith("plan.json")) {
                return false;
            }
            unread.add(e.problem());
            return true;
        }
        try (InputStream in = input.open();
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            collect(JsonInput.of(input.name(), reader), words);
        }
        files++;
        List<String> texts = words.stream()
                .filter(w -> !w.pointer().equals("/$schema"))
                .map(Words::text)
                .toList();
        if (isWanted(texts, Optional.empty(), "")) {
            String pointer = words.stream()
                    .filter(w -> criteria.query().touches(w.text()))
                    .map(Words::pointer)
                    .findFirst()
                    .orElse("");
            Location where = Location.pointer(input.name(), pointer);
            var copy = new StringBuilder(header(Optional.empty(), "", "plan", Location.of(input.name())));
            words.forEach(w -> copy.append(indented(w.pointer() + ": " + w.text())));
            var document =
                    new Document(Document.Kind.PLAN, Optional.empty(), "", "Plan: " + plan.title(), where, false);
            take(document, copy.toString(), List.of(input));
        }
        return true;
    }

    // ---- all of them

    private boolean isWanted(List<String> texts, Optional<Instant> time, String handle) {
        searched++;
        return time.map(t -> criteria.allows(t.atZone(options.zone()).toLocalDate()))
                        .orElse(true)
                && (handle.isEmpty() || criteria.allows(handle))
                && criteria.query().matches(texts);
    }

    private void take(Document document, String copy, List<Input> belonging) {
        found++;
        boolean named = switch (document.kind()) {
            case POST, REPLY, REPOST, COMMENT -> !document.account().isEmpty();
            case MODERATION, INCIDENT, PLAN -> false;
        };
        if (criteria.isDated() && document.time().isEmpty()
                || criteria.account().isPresent() && !named) {
            notRuledOut++;
        }
        try {
            taker.take(new Found(document, copy, belonging));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String header(Optional<Instant> time, String who, String kind, Location where) {
        return "Time:    " + Transcript.time(time.orElse(null), options.zone()) + "\nBy:      "
                + (who.isEmpty() ? "not known" : who) + "\nKind:    " + kind + "\nFrom:    " + where + "\n\n";
    }

    private static String indented(String text) {
        var out = new StringBuilder();
        text.lines().forEach(line -> out.append(line.isBlank() ? "\n" : "    " + line + "\n"));
        return out.toString();
    }

    /** A text in a JSON document. */
    private record Words(String pointer, String text) {
        String name() {
            return pointer.substring(pointer.lastIndexOf('/') + 1);
        }
    }

    private static String first(List<Words> words, String pointer) {
        return words.stream()
                .filter(w -> w.pointer().equals(pointer))
                .map(Words::text)
                .findFirst()
                .orElse("");
    }

    private static void collect(JsonInput in, List<Words> words) throws IOException {
        switch (in.kind()) {
            case OBJECT -> {
                in.beginObject();
                while (in.hasNext()) {
                    in.name();
                    collect(in, words);
                }
                in.endObject();
            }
            case ARRAY -> {
                in.beginArray();
                while (in.hasNext()) {
                    collect(in, words);
                }
                in.endArray();
            }
            case STRING -> {
                String text = in.string();
                words.add(new Words(in.path(), text)); // the path is that of what was read last
            }
            default -> in.skipValue();
        }
    }
}
