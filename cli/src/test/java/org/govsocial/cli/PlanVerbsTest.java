package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Workspace;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Plan;
import org.govsocial.model.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workspaces, plans and registers from the command line. */
class PlanVerbsTest {
    private static Plan plan(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PlanReader.read(file.toString(), in);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void what_init_makes_every_reader_reads(@TempDir Path folder) throws Exception {
        Path social = folder.resolve("social");
        Run run = Run.of(
                "init",
                social.toString(),
                "--agency",
                "Ngā Kaitiaki, Inc",
                "--domain",
                "example.govt.nz",
                "--account",
                "x=@nga,facebook",
                "--acronym",
                "NK=Ngā Kaitiaki");
        // The last is no account; nothing may be left of the attempt.
        assertEquals(ExitCode.WRONG_INPUT, run.code(), run.out() + run.err());
        assertFalse(Files.exists(social));
        run = Run.of(
                "init",
                social.toString(),
                "--agency",
                "Ngā Kaitiaki, Inc",
                "--domain",
                "example.govt.nz",
                "--account",
                "x=@nga,facebook=nga \"kai\"",
                "--acronym",
                "NK=Ngā Kaitiaki");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(
                List.of("accounts.csv", "calendar.csv", "decisions.csv", "govsocial.json", "incidents", "plan.json"),
                names(social));
        Workspace workspace = Workspace.find(social.resolve("incidents")).orElseThrow();
        assertEquals("Ngā Kaitiaki, Inc", workspace.settings().agency());
        assertEquals("Ngā Kaitiaki", workspace.settings().acronyms().get("NK"));
        Plan plan = plan(workspace.plan());
        assertEquals("nga-kaitiaki-inc-on-social-media", plan.id());
        assertEquals(18, plan.legal().size());
        assertEquals(Platform.X, plan.presence().channels().get(0).platform());
        try (InputStream in = Files.newInputStream(workspace.accounts())) {
            AccountRegister register = AccountRegister.read("accounts.csv", in);
            assertEquals("nga \"kai\"", register.entries().get(1).account().handle());
        }
        Run calendar = Run.of("plan", "calendar", "check", workspace.calendar().toString());
        assertTrue(calendar.code() <= ExitCode.FINDINGS, calendar.err());
    }

    @Test
    void init_writes_over_nothing_and_leaves_nothing_behind(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("plan.json"), "mine");
        Run run = Run.of("init", folder.toString(), "--agency", "A");
        assertEquals(ExitCode.WRONG_INPUT, run.code());
        assertTrue(run.err().contains("plan.json: It is there already"), run.err());
        assertEquals(List.of("plan.json"), names(folder));
        assertEquals("mine", Files.readString(folder.resolve("plan.json")));
    }

    @Test
    void init_asks_at_a_terminal_and_names_what_it_needs_without_one(@TempDir Path folder) throws IOException {
        Run run = Run.onScreen("0", "Example Agency\nexample.govt.nz\nx=example\n\n", "init", folder.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(
                List.of("example.govt.nz"),
                Workspace.find(folder).orElseThrow().settings().domains());
        assertEquals(
                "Example Agency on social media",
                plan(folder.resolve("plan.json")).title());
        Run silent = Run.of("init", folder.resolve("other").toString());
        assertEquals(ExitCode.WRONG_INPUT, silent.code());
        assertTrue(silent.err().contains("--agency"), silent.err());
        assertFalse(Files.exists(folder.resolve("other")));
    }

    @Test
    void a_plan_takes_over_what_the_decision_says(@TempDir Path folder) throws IOException {
        Path decision = folder.resolve("decision.json");
        assertEquals(
                ExitCode.DONE,
                Run.of(
                                "decide",
                                "--answers",
                                "samples/decide/answers.json",
                                "--format",
                                "json",
                                "--output",
                                decision.toString())
                        .code());
        Path file = folder.resolve("plan.json");
        Run run = Run.of("plan", "init", "--from", decision.toString(), "--output", file.toString(), "--title", "T");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        Plan plan = plan(file);
        assertEquals(64, plan.decision().answers().length());
        assertEquals("be-informed", plan.aim().purpose());
        assertEquals(List.of("community-engagement"), plan.aim().contexts());
        assertEquals(12, plan.team().hoursAWeek().orElseThrow());
        assertEquals(8, plan.watch().replyHours().orElseThrow());
        assertEquals("2027-08-31", plan.timing().end().orElseThrow().toString());
        assertTrue(plan.risks().size() > 3, "risks are taken over");
        assertTrue(plan.risks().stream()
                .allMatch(r -> !r.cites().isEmpty() && !r.treatments().isEmpty()));
        assertFalse(plan.benefits().isEmpty());
        Run again = Run.of("plan", "init", "--from", decision.toString(), "--output", file.toString());
        assertEquals(ExitCode.WRONG_INPUT, again.code());
        assertTrue(again.err().contains("It is there already"), again.err());
        Run wrong = Run.of("plan", "init", "--from", "samples/decide/answers.json", "--output", "-");
        assertEquals(ExitCode.WRONG_INPUT, wrong.code());
        assertTrue(wrong.err().contains("This is no decision"), wrong.err());
    }

    @Test
    void a_full_plan_passes_and_a_thin_one_does_not_in_every_format() {
        Run full = Run.of("plan", "check", "samples/plan/plan.json", "--fail-on", "note");
        assertEquals(ExitCode.DONE, full.code(), full.out());
        for (String format :
                List.of("text", "json", "jsonl", "sarif", "junit", "csv", "html", "github", "md", "earl")) {
            Run thin = Run.of("plan", "check", "samples/plan/thin.json", "--format", format);
            assertEquals(ExitCode.FINDINGS, thin.code(), format + thin.err());
            assertTrue(thin.out().contains("plan-transparency-statement"), format);
        }
        Run lenient = Run.of("plan", "check", "samples/plan/thin.json", "--fail-on", "never");
        assertEquals(ExitCode.DONE, lenient.code());
    }

    @Test
    void a_broken_plan_is_told_with_its_path(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("plan.json"),
                "{\"format\":1,\"id\":\"a\",\"title\":\"A\",\"aim\":{\"stage\":\"loud\"}}");
        Run run = Run.of("plan", "check", file.toString());
        assertEquals(ExitCode.WRONG_INPUT, run.code());
        assertTrue(run.err().contains("plan.json:1#/aim/stage"), run.err());
        assertEquals(ExitCode.WRONG_INPUT, Run.of("plan", "check", "none.json").code());
    }

    @Test
    void status_says_in_one_line_how_many_legal_topics_are_open(@TempDir Path folder) {
        String plan = folder.resolve("plan.json").toString();
        assertEquals(
                ExitCode.DONE,
                Run.of("plan", "init", "--title", "A plan", "--output", plan).code());
        Run run = Run.of("plan", "status", plan);
        assertEquals(1, run.out().lines().filter(l -> l.contains("legal: ")).count(), run.out());
        assertTrue(run.out().contains("legal: 18 topics are open"), run.out());
        assertTrue(run.out().contains("\"govsocial plan check\" names them."), run.out());
    }

    @Test
    void status_sorts_what_is_due_by_day() {
        Run run = Run.of("plan", "status", "samples/plan/plan.json", "--today", "2027-04-20");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        String out = run.out();
        assertTrue(out.indexOf("Overdue") < out.indexOf("2027-03-31"), out);
        assertTrue(out.indexOf("Due\n") < out.indexOf("2027-04-30"), out);
        assertTrue(out.indexOf("Later") < out.indexOf("2027-08-31"), out);
        Run later = Run.of("plan", "status", "samples/plan/plan.json", "--today", "2027-09-01", "--format", "json");
        assertTrue(later.out().contains("The end has passed"), later.out());
        assertEquals(2, later.out().split("\"overdue\"", -1).length - 2, later.out());
    }

    @Test
    void every_kind_of_flaw_is_found_in_the_register(@TempDir Path folder) throws IOException {
        Run run = Run.of("plan", "accounts", "check", "samples/plan/accounts.csv", "--today", "2026-11-22");
        assertEquals(ExitCode.FINDINGS, run.code(), run.err());
        for (String key : List.of(
                "orphaned",
                "single-owner",
                "stale-review",
                "never-reviewed",
                "no-multi-factor",
                "multi-factor-unknown",
                "no-recovery-contact",
                "no-closure-plan")) {
            assertTrue(run.out().contains("(" + key + ")"), key + "\n" + run.out());
        }
        assertFalse(run.out().contains("accounts.csv:2 "), "the first account is in order");
        Run left = Run.of(
                "plan", "accounts", "check", "samples/plan/accounts.csv", "--left", "tom", "--today", "2026-11-22");
        assertEquals(2, left.out().split("\\(orphaned\\)", -1).length - 1, left.out());
        Path good = Files.writeString(
                folder.resolve("accounts.csv"),
                String.join(",", AccountRegister.COLUMNS)
                        + "\nX,a,Ana,Ben,c@example.govt.nz,yes,2026-11-01,,,Yearly\n");
        Run fine = Run.of("plan", "accounts", "check", good.toString(), "--today", "2026-11-22", "--fail-on", "note");
        assertEquals(ExitCode.DONE, fine.code(), fine.out() + fine.err());
    }
}
