package org.govsocial.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.govsocial.model.Decision;
import org.govsocial.model.Verdict;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;

class DecisionSheetTest {
    private static final String ONE = "0123456789abcdef0123456789abcdef";
    private static final String HEADER = "fingerprint,verdict,who,when,why,until\n";

    private static DecisionSheet read(String text) throws InputException, IOException {
        return DecisionSheet.read("decisions.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void rows_are_read_by_the_names_of_their_columns() throws Exception {
        DecisionSheet sheet = read("\ufeffpost,until,why,when,who,verdict,fingerprint\r\n"
                + "p1,2027-01-31,\"Until the new \"\"site\"\", Tēnā koe\",2026-11-22,Mere,Waived," + ONE + "\r\n");
        assertEquals(List.of(), sheet.problems());
        assertEquals(
                new Decision(
                        ONE,
                        Verdict.WAIVED,
                        "Mere",
                        LocalDate.of(2026, 11, 22),
                        "Until the new \"site\", Tēnā koe",
                        LocalDate.of(2027, 1, 31)),
                sheet.decisions().get(ONE));
    }

    @Test
    void a_row_without_a_verdict_is_open_and_spreadsheets_may_rewrite_dates() throws Exception {
        DecisionSheet sheet = read("fingerprint;verdict;who;when;why;until\n" + ONE + ";;;;;\n;;;;;\n"
                + ONE.replace('0', 'f') + ";passed;Mere;22/11/2026;;\n");
        assertEquals(List.of(), sheet.problems());
        assertEquals(1, sheet.decisions().size());
        assertEquals(
                LocalDate.of(2026, 11, 22),
                sheet.decisions().values().iterator().next().when());
    }

    @Test
    void of_two_decisions_about_one_finding_the_later_holds() throws Exception {
        String early = ONE + ",failed,Mere,2026-01-01,,\n";
        String late = ONE + ",passed,Hone,2026-02-01,,\n";
        for (String rows : List.of(early + late, late + early)) {
            assertEquals(
                    Verdict.PASSED, read(HEADER + rows).decisions().get(ONE).verdict());
        }
        assertEquals(
                "Hone",
                read(HEADER + early + early.replace("Mere", "Hone"))
                        .decisions()
                        .get(ONE)
                        .who());
    }

    @Test
    void each_wrong_row_is_told_with_file_and_line() throws Exception {
        DecisionSheet sheet = read(HEADER
                + ONE + ",maybe,Mere,2026-11-22,,\n"
                + "12E4,passed,Mere,2026-11-22,,\n"
                + ONE + ",passed,,2026-11-22,,\n"
                + ONE + ",passed,Mere,,,\n"
                + ONE + ",passed,Mere,2026-02-30,,\n"
                + ONE + ",waived,Mere,2026-11-22,Because,\n"
                + ONE + ",waived,Mere,2026-11-22,,2027-01-01\n"
                + ONE + ",passed,Mere,2026-11-22,,2026-11-21\n"
                + ONE + ",passed,Mere,2026-11-22,,\n");
        assertEquals(
                List.of(
                        "decisions.csv:2",
                        "decisions.csv:3",
                        "decisions.csv:4",
                        "decisions.csv:5",
                        "decisions.csv:6",
                        "decisions.csv:7",
                        "decisions.csv:8",
                        "decisions.csv:9"),
                sheet.problems().stream().map(p -> p.where()).toList());
        assertTrue(sheet.problems().stream().allMatch(p -> p.advice().endsWith(".")));
        assertEquals(1, sheet.decisions().size());
    }

    @Test
    void what_is_no_sheet_of_decisions_is_refused() {
        for (String text : List.of("", "text,platform\nKia ora,x\n", "fingerprint,verdict\n", "{\"id\":1}")) {
            InputException e = assertThrows(InputException.class, () -> read(text), text);
            assertTrue(e.problem().where().startsWith("decisions.csv"), e.toString());
        }
        assertThrows(
                InputException.class,
                () -> DecisionSheet.read(
                        "decisions.csv",
                        new ByteArrayInputStream((HEADER + ONE + ",passed,M\u00e9re,2026-11-22,,\n")
                                .getBytes(StandardCharsets.ISO_8859_1))));
        assertThrows(InputException.class, () -> read(HEADER + "\"" + "a".repeat(3 << 20)));
    }
}
