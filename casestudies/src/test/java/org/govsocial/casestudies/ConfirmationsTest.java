package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Platform;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.junit.jupiter.api.Test;

/**
 * Holds the cases that ship to {@code docs/case-confirmations.csv}: what a case says was read a second time, word for
 * word as it stands there. Who edits a case has to read again and to write the row anew.
 */
class ConfirmationsTest {
    private static final Path ROWS = Path.of("../docs/case-confirmations.csv");
    private static final Path PAGE = Path.of("../docs/case-confirmations.md");
    private static final Path DIGEST = Path.of("../docs/catalogue/digest-coverage.csv");
    private static final Set<String> RESULTS = Set.of("confirmed", "corrected", "disputed", "ours");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.?!])\\s+(?=[\\p{Lu}‘“])");
    private static final CaseLibrary LIBRARY = CaseLibrary.of(Guidance.of(List.of(new CaseStudies())));

    /** Something a case says that can be true or false, in the words or the number of the pack. */
    private record Claim(String of, String part, String words) {}

    private record Confirmation(Claim claim, List<String> read, LocalDate on, String result, String note) {}

    private static List<Claim> claims(CaseStudy one) {
        var claims = new ArrayList<Claim>();
        CaseStudy.Setting setting = one.setting();
        var whole = List.of(
                new Claim(one.id(), "title", one.title()),
                new Claim(
                        one.id(),
                        "organisation",
                        one.organisation().isEmpty() ? "" : one.organisation() + " (" + one.country() + ")"),
                new Claim(one.id(), "from", one.from()),
                new Claim(one.id(), "until", one.until()),
                new Claim(one.id(), "tool", String.join("; ", setting.tools())),
                new Claim(
                        one.id(),
                        "platform",
                        setting.platforms().stream().map(Platform::id).collect(Collectors.joining("; "))),
                new Claim(one.id(), "audience", String.join("; ", setting.audiences())),
                new Claim(one.id(), "mishap", String.join("; ", setting.mishaps())));
        whole.stream().filter(c -> !c.words().isEmpty()).forEach(claims::add);
        for (String sentence : sentences(one.purpose())) {
            claims.add(new Claim(one.id(), "purpose", sentence));
        }
        for (String sentence : sentences(one.done())) {
            claims.add(new Claim(one.id(), "done", sentence));
        }
        for (String sentence : sentences(one.result())) {
            claims.add(new Claim(one.id(), "result", sentence));
        }
        claims.add(new Claim(one.id(), "outcome", word(one.outcome())));
        one.figures().forEach(figure -> claims.add(claim(one, figure)));
        return claims;
    }

    private static Claim claim(CaseStudy one, CaseStudy.Figure figure) {
        return new Claim(
                one.id(),
                "figure",
                word(figure.bound()) + " " + figure.value().toPlainString()
                        + (figure.unit().isEmpty() ? "" : " " + figure.unit()) + ": " + figure.what());
    }

    private static Claim claim(Statement statement) {
        return new Claim(statement.id(), "statement", statement.text());
    }

    private static List<String> sentences(String text) {
        return text.isEmpty() ? List.of() : List.of(BETWEEN_SENTENCES.split(text));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The statements that tell of cases and their lessons. */
    private static List<Statement> statements() {
        List<Statement> all = LIBRARY.catalogue().documents().stream()
                .map(GuidanceDocument::statements)
                .flatMap(List::stream)
                .filter(s -> s.section().equals("CSR-CASES") || s.section().equals("CSR-LESSONS"))
                .toList();
        assertFalse(all.isEmpty());
        return all;
    }

    private static List<Claim> allClaims() {
        var all = new ArrayList<Claim>();
        LIBRARY.cases().forEach(one -> all.addAll(claims(one)));
        statements().forEach(s -> all.add(claim(s)));
        return all;
    }

    private static List<Confirmation> confirmations() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(ROWS)) {
            return rows.stream()
                    .map(row -> new Confirmation(
                            new Claim(row.getField("case"), row.getField("part"), row.getField("claim")),
                            List.of(row.getField("read").split("; ")),
                            LocalDate.parse(row.getField("confirmed")),
                            row.getField("result"),
                            row.getField("note")))
                    .toList();
        }
    }

    private static String lines(List<Claim> claims) {
        return claims.stream()
                .map(c -> "%n  " + c)
                .collect(Collectors.joining())
                .formatted();
    }

    @Test
    void each_claim_of_each_case_was_confirmed_and_no_row_speaks_of_a_claim_that_is_gone() throws IOException {
        List<Claim> claims = allClaims();
        assertTrue(claims.size() > 500, () -> claims.size() + " claims");
        List<Claim> rows = confirmations().stream().map(Confirmation::claim).toList();
        assertEquals(claims.size(), new HashSet<>(claims).size(), "a claim stands twice");
        assertEquals(rows.size(), new HashSet<>(rows).size(), "a row stands twice");
        List<Claim> open = claims.stream().filter(c -> !rows.contains(c)).toList();
        List<Claim> gone = rows.stream().filter(c -> !claims.contains(c)).toList();
        assertTrue(open.isEmpty(), () -> "Read the source again, then add a row for:" + lines(open));
        assertTrue(gone.isEmpty(), () -> "No case says this any more; take the row out:" + lines(gone));
    }

    @Test
    void whatever_is_edited_in_a_case_has_no_row() throws IOException {
        Set<Claim> rows = confirmations().stream().map(Confirmation::claim).collect(Collectors.toSet());
        CaseStudy one = LIBRARY.find("C-01").orElseThrow();
        CaseStudy.Figure first = one.figures().get(0);
        var more = new CaseStudy.Figure(
                first.what(), first.bound(), first.value().add(BigDecimal.ONE), first.unit(), first.source());
        var exact =
                new CaseStudy.Figure(first.what(), CaseStudy.Bound.EXACT, first.value(), first.unit(), first.source());
        for (CaseStudy edited : List.of(
                one.withOutcome(CaseStudy.Ending.MIXED, one.figures()),
                one.withOutcome(one.outcome(), List.of(more)),
                one.withOutcome(one.outcome(), List.of(exact)),
                one.withDates("2011-04", one.until()),
                one.withDates(one.from(), "2011-07"),
                one.withOrganisation("Selwyn District Council", one.country()),
                one.withStory(one.purpose(), one.done().replace("two-day", "three-day"), one.result()),
                one.withStory(one.purpose(), one.done(), one.result() + " It cost $1."))) {
            assertEquals(
                    1,
                    claims(edited).stream().filter(c -> !rows.contains(c)).count(),
                    () -> claims(edited).toString());
        }
    }

    @Test
    void each_row_names_what_was_read_and_that_is_a_source_of_the_case() throws IOException {
        Set<String> digest;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(DIGEST)) {
            digest = rows.stream().map(r -> "digest " + r.getField("digest_id")).collect(Collectors.toSet());
        }
        Map<String, Statement> statements =
                statements().stream().collect(Collectors.toMap(Statement::id, Function.identity()));
        for (Confirmation row : confirmations()) {
            Claim claim = row.claim();
            Set<String> sources = claim.part().equals("statement")
                    ? Set.of(address(statements.get(claim.of()).source()))
                    : LIBRARY.find(claim.of()).orElseThrow().readings().stream()
                            .map(r -> address(r.source()))
                            .collect(Collectors.toSet());
            for (String read : row.read()) {
                assertTrue(digest.contains(read) || sources.contains(read), () -> claim + " was read at " + read);
            }
        }
    }

    @Test
    void each_row_is_as_new_as_the_reading_and_says_what_is_not_plain() throws IOException {
        for (Confirmation row : confirmations()) {
            Claim claim = row.claim();
            assertTrue(RESULTS.contains(row.result()), row::toString);
            assertTrue(
                    !row.note().isEmpty()
                            || row.result().equals("confirmed") && !claim.part().equals("outcome"),
                    () -> claim + " needs a note");
            if (row.result().equals("disputed")) {
                assertTrue(Set.copyOf(row.read()).size() > 1, () -> claim + " is disputed: two sources");
            }
            LIBRARY.find(claim.of())
                    .flatMap(CaseStudy::checked)
                    .ifPresent(
                            read -> assertFalse(row.on().isBefore(read), () -> claim + " was read again on " + read));
        }
    }

    @Test
    void each_figure_was_confirmed_at_the_source_that_it_names_or_in_the_digest() throws IOException {
        Map<Claim, Confirmation> rows =
                confirmations().stream().collect(Collectors.toMap(Confirmation::claim, Function.identity()));
        int figures = 0;
        for (CaseStudy one : LIBRARY.cases()) {
            for (CaseStudy.Figure figure : one.figures()) {
                assertTrue(rows.containsKey(claim(one, figure)), () -> one.id() + " has no row for " + figure);
                List<String> read = rows.get(claim(one, figure)).read();
                assertTrue(
                        read.contains(address(figure.source())) || read.get(0).startsWith("digest "),
                        () -> one.id() + ": " + figure + " was read at " + read);
                figures++;
            }
        }
        assertTrue(figures > 50, figures + " figures");
    }

    /** Rows are for what is told; a number that stood only in a lesson would escape them. */
    @Test
    void no_lesson_hides_a_number() {
        for (CaseStudy one : LIBRARY.cases()) {
            for (CaseStudy.Lesson lesson : one.lessons()) {
                assertFalse(lesson.text().chars().anyMatch(Character::isDigit), lesson::text);
            }
        }
    }

    @Test
    void the_page_counts_what_the_rows_hold() throws IOException {
        String page = Files.readString(PAGE);
        List<Confirmation> rows = confirmations();
        for (String result : RESULTS) {
            long count = rows.stream().filter(r -> r.result().equals(result)).count();
            String row = "| " + result + " | " + count + " |";
            assertTrue(page.contains(row), row);
        }
        String all = rows.size() + " claims of " + LIBRARY.cases().size() + " cases";
        assertTrue(page.contains(all), all);
    }

    private static String address(String code) {
        return LIBRARY.catalogue().source(code).map(Source::url).orElseThrow();
    }
}
