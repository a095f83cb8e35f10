package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRenderTest {
    private static final String PLAN = "samples/plan/plan.json";

    @TempDir
    private Path folder;

    private static Run render(String... args) {
        var all = new java.util.ArrayList<>(List.of("plan", "render"));
        all.addAll(List.of(args));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void a_business_case_is_a_word_document_with_headings_and_nothing_missing() throws IOException {
        Path file = folder.resolve("case.docx");
        Run run = render("business-case", PLAN, "--format", "docx", "--output", file.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.err().contains("Nothing is missing."), run.err());
        assertEquals("", run.out());
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument word = new XWPFDocument(in)) {
            assertEquals(
                    "Business case: Reading together",
                    word.getProperties().getCoreProperties().getTitle());
            List<String> headings = word.getParagraphs().stream()
                    .filter(p -> "Heading1".equals(p.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertTrue(
                    headings.containsAll(List.of("Purpose and success", "Risks and treatment", "Law and records")),
                    headings::toString);
            assertEquals("What this rests on", headings.get(headings.size() - 1));
        }
    }

    @Test
    void every_document_can_be_made_in_every_format_twice_the_same() throws IOException {
        int made = 0;
        for (String line : render("--list").out().lines().skip(1).toList()) {
            if (line.startsWith(" ") || line.isBlank()) {
                continue;
            }
            String kind = line.split(" ", -1)[0];
            for (String ending : List.of("md", "html", "docx")) {
                Path file = folder.resolve(kind + "." + ending);
                Path again = folder.resolve(kind + "-again." + ending);
                for (Path target : List.of(file, again)) {
                    Run run = render(
                            kind, PLAN, "--accounts", "samples/plan/accounts.csv", "--output", target.toString());
                    assertEquals(ExitCode.DONE, run.code(), run.err());
                }
                assertTrue(Files.size(file) > 1000, kind + " as " + ending);
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again), kind + " as " + ending);
                made++;
            }
        }
        assertEquals(36, made);
    }

    @Test
    void what_a_thin_plan_does_not_say_is_listed_at_the_end() {
        Run run = render("closing-notice", "samples/plan/thin.json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().startsWith("# Closing notice: Get us onto social media\n"), run.out());
        assertTrue(run.out().contains("closes on **\\[Missing 1: the end date\\]**"), run.out());
        assertTrue(run.out().contains("1. The end date. Write it in plan.json at /timing/end.\n"), run.out());
    }

    @Test
    void the_workspace_has_plan_and_register() throws IOException {
        // The tests run in the root of the project, which is no workspace.
        Run none = render("account-register");
        assertEquals(ExitCode.WRONG_INPUT, none.code());
        assertTrue(none.err().contains("There is no plan."), none.err());
    }

    @Test
    void a_user_who_errs_is_told_what_to_do() throws IOException {
        Run kind = render("moderation-polcy", PLAN);
        assertEquals(ExitCode.WRONG_INPUT, kind.code());
        assertTrue(kind.err().contains("Did you mean moderation-policy?"), kind.err());
        Run format = render("moderation-policy", PLAN, "--format", "pdf");
        assertEquals(ExitCode.WRONG_INPUT, format.code());
        assertTrue(format.err().contains("Choose docx, html, md."), format.err());
        Run plan = render("moderation-policy", "no-such.json");
        assertEquals(ExitCode.WRONG_INPUT, plan.code());
        assertTrue(plan.err().contains("There is no no-such.json."), plan.err());
        String wrong = Files.writeString(folder.resolve("wrong.json"), "{\"format\": 1, \"titel\": \"x\"}")
                .toString();
        Run content = render("moderation-policy", wrong);
        assertEquals(ExitCode.WRONG_INPUT, content.code());
        assertTrue(content.err().contains("/titel"), content.err());
        assertFalse(content.err().contains("Exception"), content.err());
        Run nothing = render();
        assertEquals(ExitCode.WRONG_INPUT, nothing.code());
        assertTrue(nothing.err().contains("business-case-short"), nothing.err());
    }

    @Test
    void a_word_document_does_not_go_to_a_screen() {
        Run run = Run.onScreen("1", "", "plan", "render", "moderation-policy", PLAN, "--format", "docx");
        assertEquals(ExitCode.WRONG_INPUT, run.code());
        assertTrue(run.err().contains("--output FILE.docx"), run.err());
    }

    @Test
    void an_agencys_template_takes_the_place_of_ours_and_a_bad_one_is_named() throws IOException {
        Path good = Files.writeString(folder.resolve("good.pack.json"), """
                {"format": 1, "id": "our-agency", "version": "1.0.0", "title": "Ours", "maintainer": "Comms",
                 "templates": [{"id": "closing-notice", "title": "Goodbye from {{agency}}", "purpose": "x",
                   "parts": [{"kind": "paragraph", "text": "We close on {{end}}."}]}]}
                """);
        Run ours = render("closing-notice", PLAN, "--packs", good.toString());
        assertEquals(ExitCode.DONE, ours.code(), ours.err());
        assertTrue(ours.out().startsWith("# Goodbye from Example District Libraries\n\nWe close on 31 August 2027.\n"));
        Path bad = Files.writeString(
                folder.resolve("bad.pack.json"), Files.readString(good).replace("{{end}}", "{{ende}}"));
        Run theirs = render("closing-notice", PLAN, "--packs", bad.toString());
        assertEquals(ExitCode.INCOMPLETE, theirs.code());
        assertTrue(theirs.err().contains("our-agency, template closing-notice, part 1"), theirs.err());
        assertTrue(theirs.out().startsWith("# Closing notice"), theirs.out());
    }

    @Test
    void the_facts_are_listed_for_authors_of_templates() {
        String facts = render("--facts").out();
        assertTrue(facts.contains("agency"), facts);
        assertTrue(facts.contains("each with platform, handle, use"), facts);
    }
}
