package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program as a process of its own, without the jar of one document: that document's verbs are absent, all else works. */
class MissingDocumentTest {
    private static Program without(String module, String... command) throws IOException, InterruptedException {
        var met = new AtomicInteger();
        Program ran = Program.run(
                Path.of(""),
                path -> {
                    boolean keeps = !path.contains(module);
                    met.addAndGet(keeps ? 0 : 1);
                    return keeps;
                },
                command);
        assertTrue(met.get() > 0, () -> module + " was not there to be left out");
        return ran;
    }

    @Test
    void without_the_case_studies_their_verb_is_named_as_absent() throws Exception {
        Program cases = without("casestudies", "cases", "search", "measles");
        assertEquals(ExitCode.WRONG_INPUT, cases.code(), cases.said());
        assertTrue(
                cases.said().contains("The verb \"cases\" needs the module of the document \"case-studies\""),
                cases.said());
        Program help = without("casestudies", "--help");
        assertEquals(0, help.code(), help.said());
        assertTrue(help.said().matches(".*\\bcases\\b.*case-studies.*"), help.said());
    }

    @Test
    void without_the_case_studies_all_else_works() throws Exception {
        Program check = without("casestudies", "check", "--text", "KIDS SWIM FREE today");
        assertTrue(check.said().contains("accessibility/text-all-caps"), check.said());
        assertFalse(check.said().contains("casestudies"), check.said());
        Program list = without("casestudies", "guidance", "list");
        assertEquals(0, list.code(), list.said());
        assertTrue(Stream.of("accessibility", "high-level", "mishap", "toolbox").allMatch(list.said()::contains));
        assertFalse(list.said().contains("case-studies"), list.said());
    }
}
