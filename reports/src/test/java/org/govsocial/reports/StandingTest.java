package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.govsocial.model.Modality;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.Provenance;
import org.govsocial.model.Severity;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No report makes a duty of advice, and none gives our judgement or a relative's words out as the department's. */
class StandingTest {
    private static final Pattern DUTY =
            Pattern.compile("\\b(must|required|requires|shall|mandatory|obliged)\\b", Pattern.CASE_INSENSITIVE);

    static List<String> formats() {
        return Run.formats();
    }

    private static String report(String format, Modality modality, Provenance provenance) {
        // The statement speaks of a duty, as foreign law does; the report still may not.
        var catalogue = TestCatalogue.of("Agencies must do so.", "Title", List.of(), "");
        var finding = Run.hashtag(TestCatalogue.rule(modality, provenance), Severity.ERROR, Outcome.FAILED);
        String report = new Run()
                .add(Location.of("p.txt"), Post.of("p", "Kia ora!  " + Run.TAG), List.of(finding))
                .as(format, ReportRequest.of(catalogue, "1"));
        return format.equals("sarif") ? withoutOtherRules(report, finding.rule().toString()) : report;
    }

    /** SARIF lists every rule; what it says of the one that found something is at stake. */
    private static String withoutOtherRules(String sarif, String rule) {
        int start = sarif.indexOf("{\"id\":\"" + rule + "\"");
        int end = sarif.indexOf("{\"id\":", start + 1);
        int results = sarif.indexOf("\"results\":");
        return sarif.substring(start, end < 0 ? results : end) + sarif.substring(results);
    }

    /** JSON hands on the source's own words and modality as data; how it stands here is {@code standing}. */
    private static String withoutData(String report) {
        return report.replace("\"modality\":\"MUST\"", "")
                .replace("\"MUST\"", "")
                .replace("\"text\":\"Agencies must do so.\"", "");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_duty_is_spoken_of_only_where_a_binding_statement_requires_it(String format) {
        int duties = 0;
        for (Modality modality : Modality.values()) {
            for (Provenance provenance : Provenance.values()) {
                String report = withoutData(report(format, modality, provenance));
                boolean binds = modality == Modality.MUST
                        && (provenance == Provenance.DIA_CONFIRMED || provenance == Provenance.NZ_CURRENT);
                if (binds) {
                    duties++;
                    assertTrue(report.toLowerCase(java.util.Locale.ROOT).contains("required by"), report);
                } else {
                    // Rule ids of this test hold the word.
                    String words = report.replaceAll("must-[a-z-]+", "");
                    var found = DUTY.matcher(words);
                    assertFalse(
                            found.find(),
                            () -> found.group() + " in " + format + " " + modality + " " + provenance + ": " + words);
                }
            }
        }
        assertTrue(duties == 2);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothing_but_the_text_read_is_given_out_as_the_departments(String format) {
        for (Provenance provenance : Provenance.values()) {
            String report = report(format, Modality.SHOULD, provenance);
            boolean claims = report.contains(Provenance.DIA_CONFIRMED.words())
                    || report.contains("\"DIA_CONFIRMED\"")
                    || report.contains("Department");
            assertTrue(claims == (provenance == Provenance.DIA_CONFIRMED), format + " " + provenance + ": " + report);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void each_finding_names_its_statement_and_how_sure_we_are(String format) {
        for (Modality modality : Modality.values()) {
            for (Provenance provenance : Provenance.values()) {
                String report = report(format, modality, provenance).replace("\\", "");
                String statement = "S-" + modality.ordinal() + provenance.ordinal();
                assertTrue(report.contains(statement), format + ": " + report);
                boolean words = report.contains(provenance == Provenance.PROJECT ? "Our judgement" : provenance.words())
                        || report.contains("\"" + provenance + "\"");
                assertTrue(words, format + " " + provenance + ": " + report);
            }
        }
    }

    @Test
    void a_statement_that_speaks_of_duties_without_binding_is_left_to_its_source() {
        String html = report("html", Modality.MUST, Provenance.OTHER_GOVERNMENT);
        assertFalse(html.contains("Agencies must"), html);
        assertTrue(report("html", Modality.MUST, Provenance.NZ_CURRENT).contains("Agencies must"), html);
    }
}
