package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.govsocial.casestudies.ContributionReview.Remark;
import org.govsocial.engine.Guidance;
import org.govsocial.json.PackReader;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Outcome;
import org.govsocial.model.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new CaseStudies()));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private static final String ANSWERS = """
            Ōtaki Library
            Story time online
            nz
            31 March
            2026-03
            2026-05
            social network
            Facebook, twitter
            community engagement
            engaged
            families, children
            Keep story time going while the building was closed.
            Staff read a story live each week and answered children's comments.
            More children came than before.
            great
            worked

            Read at the same time each week.
            Let children choose the book.

            Story time report

            https://library.example.govt.nz/story-time
            nz
            children at the last story
            forty
            40


            """;

    private static Pack interviewed(String answers) throws IOException {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return new CaseInterview(new StringReader(answers), silent, CLOCK).ask();
    }

    private static List<Remark> reviewed(CaseStudy one, Pack pack) {
        return new ContributionReview(GUIDANCE)
                .review(Pack.ofCases(pack.id(), pack.title(), pack.maintainer(), pack.sources(), List.of(one)));
    }

    @Test
    void an_interview_makes_a_pack_that_reads_the_same_and_passes() throws IOException {
        Pack pack = interviewed(ANSWERS);
        CaseStudy one = pack.cases().get(0);
        assertEquals("OTAKI-LIBRARY-CASE-1", one.id());
        assertEquals("2026-03", one.from(), "an answer that does not fit is asked again");
        assertEquals(
                List.of("x"),
                Facet.PLATFORM.of(one).stream().filter("x"::equals).toList());
        assertEquals(CaseStudy.Ending.WORKED, one.outcome());
        assertEquals(2, one.lessons().size());
        assertEquals("40", one.figures().get(0).value().toPlainString());
        assertEquals(LocalDate.of(2026, 11, 22), one.checked().orElseThrow());
        var out = new ByteArrayOutputStream();
        CasePacks.write(pack, out);
        Pack again = PackReader.read("own.pack.json", new ByteArrayInputStream(out.toByteArray()));
        assertEquals(pack, again);
        assertEquals(
                List.of(),
                reviewed(one, pack).stream()
                        .filter(r -> r.outcome() == Outcome.FAILED)
                        .toList());
    }

    @Test
    void answers_that_end_too_soon_save_nothing() {
        assertThrows(EOFException.class, () -> interviewed("Ōtaki Library\nStory time\n"));
    }

    @Test
    void what_is_missing_fails() {
        CaseStudy bare = CaseStudy.of("X-1", "Bare");
        var keys = reviewed(bare, Pack.ofCases("x", "x", "x", List.of(), List.of())).stream()
                .filter(r -> r.outcome() == Outcome.FAILED)
                .map(Remark::where)
                .toList();
        for (String key :
                List.of("organisation", "country", "from", "purpose", "done", "result", "tool", "context", "lessons")) {
            assertTrue(keys.contains("X-1/" + key), () -> key + " in " + keys);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to aroha@example.com for more. | FAILED | aroha@example.com",
                "Call us on 04 495 7200 for more. | CANT_TELL | 04 495 7200",
                "Call +64 21 123 4567. | CANT_TELL | 64 21 123 4567",
                "Jane Smith answered each comment. | CANT_TELL | Jane Smith",
                "Come to 12 Kauri Hill Street. | CANT_TELL | 12 Kauri Hill Street",
                "They met at 3/41a Rimu Road, and talked. | CANT_TELL | 3/41a Rimu Road",
                "Then Jane Smith answered each comment. | CANT_TELL | Jane Smith",
                "A comment by Mrs Ngata went round. | CANT_TELL | Ngata",
                "We thank Hēmi Tūwhare for it. | CANT_TELL | Hēmi Tūwhare",
            })
    void what_could_tell_who_somebody_is_gets_flagged(String text, Outcome outcome, String what) throws IOException {
        Pack pack = interviewed(ANSWERS);
        CaseStudy one = pack.cases().get(0);
        CaseStudy told = one.withStory(one.purpose(), text, one.result());
        assertTrue(
                reviewed(told, pack).stream()
                        .anyMatch(r -> r.outcome() == outcome
                                && r.what().contains(what)
                                && r.where().endsWith("/done")),
                () -> reviewed(told, pack).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Wellington City Council posted on Facebook and Twitter.",
                "Over 106,000 ideas came in 2011, 10,000 of them at the expo on 14-15 May.",
                "It began on 2026-03-01. Then Police answered.",
                "The Library told 40 Families. In March 12 People came by 3 Roads to one place.",
                "The Ministry of Health and New Zealand Police worked together."
            })
    void bodies_figures_and_dates_are_no_persons(String text) throws IOException {
        Pack pack = interviewed(ANSWERS);
        CaseStudy one = pack.cases().get(0);
        assertEquals(
                List.of(),
                reviewed(one.withStory(one.purpose(), text, one.result()), pack).stream()
                        .filter(r -> r.where().endsWith("/done"))
                        .toList());
    }

    @Test
    void without_the_rules_on_language_it_says_that_they_were_not_judged() throws IOException {
        Pack pack = interviewed(ANSWERS);
        assertTrue(reviewed(pack.cases().get(0), pack).stream().anyMatch(r -> r.outcome() == Outcome.UNTESTED));
    }

    @Test
    void a_figure_from_nowhere_fails() throws IOException {
        Pack pack = interviewed(ANSWERS);
        CaseStudy one = pack.cases().get(0);
        CaseStudy told = one.withOutcome(
                one.outcome(),
                List.of(new CaseStudy.Figure("views", CaseStudy.Bound.EXACT, java.math.BigDecimal.TEN, "", "RUMOUR")));
        assertTrue(reviewed(told, pack).stream()
                .anyMatch(r -> r.outcome() == Outcome.FAILED && r.what().contains("RUMOUR")));
    }
}
