package org.govsocial.planning.records;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagException;
import org.govsocial.bags.BagInfo;
import org.govsocial.bags.Payload;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Block;
import org.govsocial.model.Citation;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Span;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.Input;
import org.govsocial.spi.ReadOptions;

/**
 * Puts everything that is found into one bag, with a schedule of the documents: what an agency goes through when somebody
 * asks for official information. What to release, and on which ground not, is for people to decide, document by document;
 * the schedule has a place for it. Thread-safe for different folders.
 */
public final class Disclosure {
    /** What requests rest on. How many days an agency has is in none of our sources. */
    private static final Citation ANY_FORM = new Citation("toolbox", "OIA-1");

    private static final Citation DATE_IN_DOUBT = new Citation("toolbox", "OIA-4");

    private final Guidance guidance;
    private final Clock clock;

    /**
     * Makes bags.
     *
     * @param guidance whose readers read archives, and whose statements the schedule cites
     * @param clock gives the day; its zone is that of days and times
     */
    public Disclosure(Guidance guidance, Clock clock) {
        this.guidance = guidance;
        this.clock = clock;
    }

    /**
     * Who looks for it.
     *
     * @param agency the organisation; may be empty
     * @param words as they were typed
     * @param program name and version of the program that makes the bag
     */
    public record Facts(String agency, String words, String program) {}

    /**
     * What was made.
     *
     * @param bag the bag
     * @param result what came of the search
     * @param requests how many of the documents may be requests for official information themselves
     */
    public record Made(Bag.Made bag, RecordSearch.Result result, long requests) {}

    /** A row of the schedule. */
    private record Row(Document document, String file) {}

    /**
     * Searches, and makes the bag whole or not at all.
     *
     * @param criteria what to look for
     * @param inputs files and folders that exist
     * @param options how archives are read
     * @param to the bag to make; must not lie in one of the inputs
     * @param formats of the schedule, at least one
     * @param facts who looks
     * @return what was made
     * @throws BagException when the bag's folder is taken; the message says which
     * @throws IOException when something cannot be written; then there is no bag
     */
    public Made create(
            RecordSearch.Criteria criteria,
            List<Input> inputs,
            ReadOptions options,
            Path to,
            List<DocumentFormat> formats,
            Facts facts)
            throws IOException {
        Bag.checkFree(to);
        Path drafts = Files.createTempDirectory("govsocial");
        try {
            var rows = new ArrayList<Row>();
            var payloads = new ArrayList<Payload>();
            RecordSearch.Result result = RecordSearch.search(guidance, options, criteria, inputs, found -> {
                String number = String.format(Locale.ROOT, "documents/%05d", rows.size() + 1);
                Path draft = Files.writeString(drafts.resolve(Integer.toString(rows.size() + 1)), found.copy());
                payloads.addAll(Payload.of(number + ".txt", draft));
                int part = 1;
                for (Input file : found.files()) {
                    payloads.add(new Payload(number + "-" + part++ + ending(file.name()), file::open));
                }
                rows.add(new Row(found.document(), number + ".txt"));
            });
            Paper schedule = schedule(criteria, rows, result, facts);
            for (DocumentFormat format : formats) {
                Path draft = drafts.resolve("schedule." + format.ending());
                try (OutputStream out = Files.newOutputStream(draft)) {
                    format.write(schedule, out);
                }
                payloads.addAll(Payload.of("schedule." + format.ending(), draft));
            }
            Bag.Made bag = Bag.create(to, info(criteria, rows.size(), facts), payloads);
            return new Made(bag, result, requests(rows).size());
        } finally {
            remove(drafts);
        }
    }

    private BagInfo info(RecordSearch.Criteria criteria, int found, Facts facts) {
        return BagInfo.NONE
                .with("Source-Organization", facts.agency())
                .with("External-Description", "Documents found for a request for official information")
                .with("Bagging-Date", LocalDate.now(clock).toString())
                .with("Bag-Software-Agent", facts.program())
                .with("Words-Searched", facts.words())
                .with("From", criteria.from().map(LocalDate::toString).orElse(""))
                .with("To", criteria.to().map(LocalDate::toString).orElse(""))
                .with("Account", criteria.account().orElse(""))
                .with("Documents-Found", Integer.toString(found));
    }

    // ---- the schedule

    private Paper schedule(RecordSearch.Criteria criteria, List<Row> rows, RecordSearch.Result result, Facts facts) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.heading(1, "The request"));
        blocks.add(new Block.Bullets(List.of(
                Passage.of(new Gap("who asked, and in what words", "Copy the request, with where it was made.")),
                Passage.of(new Gap("the day the request arrived", "Of a request by social media it may be in doubt."))
                        .and(cite(DATE_IN_DOUBT)),
                Passage.of(new Gap(
                                "the day by which it has to be answered",
                                "The days that the law allows are not in our sources; ask your legal team."))
                        .and(cite(ANY_FORM)))));
        blocks.add(Block.heading(1, "The search"));
        blocks.add(Block.bullets(search(criteria, result, facts)));
        blocks.add(Block.heading(1, "Documents"));
        blocks.add(Block.paragraph("A person decides about each document, and gives the ground for what is withheld."));
        blocks.add(Block.Table.of(
                "Documents found",
                List.of("No.", "Date", "Kind", "Account", "First words", "File in the bag", "Decision and ground"),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> cells(i, rows.get(i)))
                        .toList()));
        List<String> requests = requests(rows);
        if (!requests.isEmpty()) {
            blocks.add(Block.heading(1, "May be requests for information themselves"));
            blocks.add(
                    new Block.Paragraph(Passage.of("A request may come in any form, so a person has to look at these: "
                                    + String.join(", ", requests) + ".")
                            .and(cite(ANY_FORM))));
        }
        if (!result.unread().isEmpty()) {
            blocks.add(Block.heading(1, "Could not be read"));
            blocks.add(Block.bullets(result.unread().stream()
                    .map(p -> p.where() + ": " + p.what())
                    .toList()));
        }
        if (!result.notSearched().isEmpty()) {
            blocks.add(Block.heading(1, "Not searched"));
            blocks.add(Block.paragraph("These are neither posts nor plans nor logs. Look into them by hand."));
            blocks.add(Block.bullets(result.notSearched()));
        }
        return Paper.of("Schedule of documents", blocks);
    }

    private static List<String> search(RecordSearch.Criteria criteria, RecordSearch.Result result, Facts facts) {
        var lines = new ArrayList<String>();
        if (!facts.agency().isEmpty()) {
            lines.add("By: " + facts.agency());
        }
        lines.add("Words, all of them needed: " + facts.words());
        criteria.from().ifPresent(d -> lines.add("From: " + d));
        criteria.to().ifPresent(d -> lines.add("To: " + d));
        criteria.account().ifPresent(a -> lines.add("Account: " + a));
        lines.add("Looked at: " + result.searched() + " documents in " + result.files() + " files");
        lines.add("Found: " + result.found());
        if (result.notRuledOut() > 0) {
            lines.add("Found without the date or the account that was asked for, and so not ruled out: "
                    + result.notRuledOut());
        }
        if (result.mediaElsewhere() > 0) {
            lines.add("Pictures and other media of these that were not beside them, and so are not in the bag: "
                    + result.mediaElsewhere());
        }
        result.leftOut().forEach((reason, count) -> lines.add("Left out: " + count + " " + reason));
        return lines;
    }

    private List<String> cells(int index, Row row) {
        Document document = row.document();
        return List.of(
                Integer.toString(index + 1),
                document.time()
                        .map(t -> t.atZone(clock.getZone()).toLocalDate().toString())
                        .orElse("not known"),
                document.kind().word(),
                document.account().isEmpty() ? "not named" : document.account(),
                document.title(),
                row.file(),
                "");
    }

    /** The numbers of documents that may be requests. */
    private static List<String> requests(List<Row> rows) {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).document().mayAskForInformation()) {
                numbers.add(Integer.toString(i + 1));
            }
        }
        return numbers;
    }

    private List<Span.Cite> cite(Citation citation) {
        return guidance.cite(citation).map(List::of).orElse(List.of());
    }

    /** As a file of that name ends, for programs that go by it. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot);
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : "";
    }

    private static void remove(Path drafts) throws IOException {
        try (Stream<Path> all = Files.list(drafts)) {
            for (Path draft : (Iterable<Path>) all::iterator) {
                Files.deleteIfExists(draft);
            }
        }
        Files.deleteIfExists(drafts);
    }
}
