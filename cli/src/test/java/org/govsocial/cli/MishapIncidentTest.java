package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.bags.Bag;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.json.JsonInput;
import org.govsocial.mishap.Assessor;
import org.govsocial.mishap.response.HoldingStatement;
import org.govsocial.model.Outcome;
import org.govsocial.model.Playbook;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MishapIncidentTest {
    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran ran(String screens, String in, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                screens,
                200,
                Map.of(),
                null);
        int code = Main.run(args, terminal);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String dir() {
        return folder.resolve("incident").toString();
    }

    private Ran mishap(String verb, String... args) {
        var all = new ArrayList<>(List.of("mishap", verb, "--dir", dir()));
        all.addAll(List.of(args));
        return ran("", "", all.toArray(String[]::new));
    }

    private Ran done(String verb, String... args) {
        Ran ran = mishap(verb, args);
        assertEquals(0, ran.code(), ran.err());
        assertEquals("", ran.err());
        return ran;
    }

    private void open() {
        done("open", "--title", "Wrong account", "--type", "hack-or-wrong-account", "--by", "Ana");
    }

    @Test
    void an_incident_is_led_from_opening_to_close() throws IOException {
        Ran opened = done("open", "--title", "Wrong account", "--type", "hack-or-wrong-account", "--by", "Ana");
        assertTrue(opened.out().contains("1. Capture the post"), opened.out());
        assertTrue(opened.out().indexOf("2. Take the post down") > 0, opened.out());
        assertTrue(opened.out().contains("3. Ask everybody with access: was it one of us?"), opened.out());
        assertTrue(done("do", "capture", "two", "screenshots").out().contains("Next: "));
        Path shot = Files.writeString(folder.resolve("shot.png"), "picture");
        assertTrue(done("attach", shot.toString(), "the post").out().startsWith("Saved as entry "));
        done("log", "A journalist rang", "--at", "00:00", "--by", "Ben");
        done("assign", "communications-manager", "Moana, 021 555 010");
        done("status", "Removed, watching");
        done("lesson", "One device per account", "--owner", "Moana", "--due", "2026-12-18");
        String status = done("status").out();
        assertTrue(status.contains("done") && status.contains("Status: Removed, watching"), status);
        assertTrue(status.contains("communications-manager: Moana, 021 555 010"), status);
        assertEquals(2, mishap("close", "over").code(), "steps are open");
        done("close", "over", "--anyway");
        assertEquals(2, mishap("close", "again").code());
        assertTrue(
                ran("", "", "mishap", "list", "--dir", folder.toString()).out().contains("closed"));
        assertTrue(done("verify").out().startsWith("INTACT"));
        assertTrue(done("brief").out().startsWith("# No surprises: Wrong account"));
        assertTrue(done("card").out().contains("Moana, 021 555 010"));
        assertTrue(done("export", "--format", "html").out().contains("<caption>Entries</caption>"));
        JsonInput json = JsonInput.of("out", done("export").out()).strictKeys(true);
        json.skipValue();
        json.end();
        json = JsonInput.of("out", done("status", "--format", "json").out()).strictKeys(true);
        json.skipValue();
        json.end();
    }

    @Test
    void a_role_that_no_step_has_is_told_and_recorded_all_the_same() {
        open();
        assertEquals(
                1,
                done("assign", "communications-manager", "Moana").out().lines().count());
        String said =
                done("assign", "comunications-manager", "Moana, 021 555 010").out();
        assertTrue(said.startsWith("Saved as entry "), said);
        assertTrue(said.contains("Did you mean communications-manager?"), said);
        assertTrue(said.contains("The roles are adviser, communications-manager"), said);
        assertTrue(done("status").out().contains("comunications-manager: Moana"));
    }

    @Test
    void times_are_told_to_the_minute_and_so_is_yesterday() {
        open();
        String status = done("status").out();
        assertTrue(
                status.lines()
                        .anyMatch(l -> l.matches("  Noticed: +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\(\\+1[23]:00\\)")),
                status);
        String said = done("log", "It went out", "--at", "2026-01-05T23:50").out();
        assertTrue(said.contains("Happened: 2026-01-05 23:50 (+13:00)"), said);
    }

    @Test
    void a_release_that_was_refused_leaves_nothing_and_words_that_still_stand_are_told() throws IOException {
        open();
        done("log", "Jane Doe rang", "--by", "Ana");
        done("log", "Called jane doe back", "--by", "Ben");
        Path withhold = folder.resolve("withhold.json");
        String to = folder.resolve("released").toString();
        String[] release = {"--request", "OIA-1", "--to", to, "--withhold", withhold.toString()};
        long first = done("status", "--format", "json")
                .out()
                .lines()
                .filter(l -> l.contains("\"entries\""))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) - 1)
                .sum();
        Files.writeString(withhold, "[{\"entry\":999,\"field\":\"/text\",\"ground\":\"s 9(2)(a)\"}]");
        assertEquals(2, mishap("release", release).code());
        Files.writeString(
                withhold,
                "[{\"entry\":" + first + ",\"field\":\"/text\",\"start\":0,\"end\":8,\"ground\":\"s 9(2)(a)\"}]");
        String said = done("release", release).out();
        assertTrue(
                said.contains("LOOK AGAIN: words that you withheld still stand in these entries: " + (first + 1)),
                said);
    }

    @Test
    void a_change_of_one_byte_is_named_and_ends_with_one() throws IOException {
        open();
        Path log = folder.resolve("incident").resolve("log.jsonl");
        String text = Files.readString(log);
        Files.writeString(log, text.replaceFirst("Wrong account", "Right account"));
        Ran ran = mishap("verify");
        assertEquals(1, ran.code(), ran.out() + ran.err());
        assertTrue(ran.out().startsWith("DAMAGED"), ran.out());
    }

    @Test
    void a_checkpoint_kept_elsewhere_makes_removal_show() throws IOException {
        open();
        String key = folder.resolve("keys").resolve("ours").toString();
        Path kept = folder.resolve("checkpoint.txt");
        done("log", "the last thing");
        done("checkpoint", "--key", key, "--new-key", "example.govt.nz", "--output", kept.toString());
        assertTrue(done("verify", "--checkpoint", kept.toString(), "--key", key + ".pub")
                .out()
                .contains("Bound by a checkpoint"));
        Path log = folder.resolve("incident").resolve("log.jsonl");
        List<String> lines = Files.readAllLines(log);
        Files.writeString(log, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        assertEquals(1, mishap("verify", "--checkpoint", kept.toString()).code());
        assertEquals(
                2,
                mishap("checkpoint", "--key", dir() + "/key", "--new-key", "x").code());
    }

    @Test
    void a_release_withholds_with_a_ground_and_leaves_the_log_alone() throws IOException {
        open();
        done("log", "Ring Jo on 021 555 011");
        Path withhold = Files.writeString(
                folder.resolve("withhold.json"),
                "[{\"entry\":"
                        + Files.readAllLines(folder.resolve("incident/log.jsonl"))
                                .size() + ",\"field\":\"/text\",\"ground\":\"s 9(2)(a)\"}]");
        byte[] before = Files.readAllBytes(folder.resolve("incident/log.jsonl"));
        String to = folder.resolve("released").toString();
        Ran ran = done("release", "--request", "OIA-2026-117", "--to", to, "--withhold", withhold.toString());
        assertTrue(ran.out().contains("1 with passages withheld"), ran.out());
        assertTrue(ran.out().contains("ask your legal team"), ran.out());
        String copy = Files.readString(folder.resolve("released/log.jsonl"));
        assertFalse(copy.contains("021 555 011"), copy);
        assertTrue(copy.contains("s 9(2)(a)"), copy);
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(folder.resolve("incident/log.jsonl"))));
        assertEquals(2, mishap("release", "--to", to + "2").code());
    }

    @Test
    void a_disposal_needs_an_authority_and_two_people() throws IOException {
        open();
        done("log", "personal details of Jo");
        String last = Integer.toString(
                Files.readAllLines(folder.resolve("incident/log.jsonl")).size());
        Ran refused = mishap(
                "dispose", "--entries", last, "--reason", "privacy", "--approver", "Ana", "--second-approver", "Ben");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("section 18"), refused.err());
        assertEquals(
                2,
                mishap(
                                "dispose",
                                "--entries",
                                last,
                                "--authority",
                                "DA123",
                                "--reason",
                                "privacy",
                                "--approver",
                                "Ana",
                                "--second-approver",
                                "ana")
                        .code());
        done(
                "dispose",
                "--entries",
                last,
                "--authority",
                "DA123",
                "--reason",
                "privacy",
                "--approver",
                "Ana",
                "--second-approver",
                "Ben");
        assertFalse(Files.readString(folder.resolve("incident/log.jsonl")).contains("personal details of Jo"));
        assertTrue(done("verify").out().startsWith("INTACT"));
    }

    @Test
    void the_clock_of_a_notice_is_shown_and_stops_where_the_source_stops() {
        open();
        assertTrue(done("notice", "received", "by", "mail").out().contains("Until: "));
        assertTrue(done("status").out().contains("left, until"));
        done("notice", "copy-sent");
        assertTrue(done("notice", "refused").out().contains("ask your legal team"));
        assertEquals(2, mishap("notice", "copy-sent").code());
        assertEquals(2, mishap("notice", "lost").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "do", "attach", "assign", "notice", "lesson"})
    void a_verb_without_its_words_says_what_is_missing(String verb) {
        open();
        Ran ran = mishap(verb);
        assertEquals(2, ran.code());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void wrong_times_steps_types_and_folders_are_the_users_to_mend() {
        assertEquals(2, mishap("status").code());
        assertEquals(2, mishap("open", "--title", "x", "--type", "hack").code());
        open();
        assertEquals(2, mishap("open", "--title", "again").code());
        assertEquals(2, mishap("log", "x", "--at", "noon").code());
        assertEquals(2, mishap("log", "x", "--at", "2999-01-01T00:00").code());
        assertEquals(2, mishap("do", "dance").code());
        assertEquals(2, mishap("do", "take-down").code());
        assertEquals(2, mishap("export", "--format", "doc").code());
        assertEquals(2, ran("", "", "mishap").code());
    }

    @Test
    void a_card_can_be_printed_before_there_is_an_incident() {
        Ran ran = ran("", "", "mishap", "card", "--person", "adviser=Ana, 021 555 012");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("| adviser | Ana, 021 555 012 |"), ran.out());
        assertTrue(ran.out().contains("Capture the post"), ran.out());
    }

    @Test
    void a_drill_is_started_told_answered_closed_and_scored() throws IOException {
        Ran listed = ran("", "", "mishap", "drill");
        assertTrue(listed.out().contains("M-06") && listed.out().contains("70 minutes"), listed.out());
        Ran started = done("drill", "M-02", "--by", "Lead", "--speed", "60");
        assertTrue(started.out().contains("EXERCISE M-02: A remark on world politics"), started.out());
        assertTrue(started.out().contains("seen, from a colleague at home:"), started.out());
        assertTrue(done("drill").out().contains("More comes at "));
        assertTrue(done("drill", "--answer", "seen", "Asked all four", "--by", "Ana")
                .out()
                .startsWith("Saved as entry "));
        Ran again = mishap("drill", "--answer", "seen", "again");
        assertEquals(2, again.code());
        assertTrue(again.err().contains("answered by Ana"), again.err());
        done("do", "capture", "--by", "Ana");
        done("close", "--anyway", "Time is up");
        String score = done("drill", "--score").out();
        assertTrue(score.contains("in time") && score.contains("Team: Asked all four"), score);
        assertTrue(score.contains("What happened in truth: In December 2017"), score);
        var names = new ArrayList<String>();
        JsonInput in = JsonInput.of(
                "score", done("drill", "--score", "--format", "json").out());
        in.beginObject();
        while (in.hasNext()) {
            names.add(in.name());
            in.skipValue();
        }
        assertTrue(names.containsAll(List.of("drill", "score", "items")), names.toString());
        assertEquals(2, mishap("drill", "M-09").code());
        assertEquals(2, mishap("drill", "M-01").code());
    }

    @Test
    void alone_it_asks_three_questions_and_prints_the_first_three_actions_with_words() {
        Ran led = ran("02", "7\nnz-agency on X\n2\n", "mishap", "--dir", dir(), "--by", "Ana");
        assertEquals(0, led.code(), led.err());
        long questions = led.err()
                .lines()
                .filter(l -> l.endsWith("?") || l.startsWith("Where?"))
                .count();
        assertEquals(3, questions, led.err());
        String out = led.out();
        assertTrue(out.contains("nz-agency on X"), out);
        int capture = out.indexOf("1. Capture the post");
        int down = out.indexOf("2. Take the post down");
        int who = out.indexOf("3. Ask everybody with access: was it one of us?");
        assertTrue(capture > 0 && capture < down && down < who, out);
        assertFalse(out.contains("4. "), out);
        assertTrue(out.substring(who).contains("Say: “"), out);
        assertTrue(done("status").out().contains("hack-or-wrong-account"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "7", "8"})
    void what_we_posted_ourselves_is_captured_and_then_taken_down(String what) {
        Ran led = ran("", what + "\nnz-agency on X\n2\n", "mishap", "--dir", dir(), "--by", "Ana");
        assertEquals(0, led.code(), led.err());
        assertTrue(led.out().contains("1. Capture the post"), led.out());
        assertTrue(led.out().toLowerCase(Locale.ROOT).contains("2. take "), led.out());
    }

    @Test
    void without_a_person_or_answers_it_opens_nothing() {
        Ran ran = ran("", "", "mishap", "--dir", dir());
        assertEquals(2, ran.code());
        assertFalse(Files.exists(Path.of(dir())));
    }

    @Test
    void alone_it_goes_on_with_whatever_the_person_does_not_know() {
        Ran led = ran("02", "\n\n\n", "mishap", "--dir", dir());
        assertEquals(0, led.code(), led.err());
        assertTrue(led.out().contains("1. Capture the post"), led.out());
        Ran ended = ran("02", "", "mishap", "--dir", dir() + "-2");
        assertEquals(0, ended.code(), ended.err());
    }

    @Test
    void words_to_use_are_filled_in_and_checked_before_anybody_uses_them() {
        open();
        Ran blank = mishap("say", "say-error");
        assertEquals(1, blank.code(), blank.out());
        assertTrue(blank.out().contains("FILL IN: [time]") && blank.out().contains("Not for use yet."), blank.out());
        Ran filled = done("say", "say-error", "--fill", "time=8.50 pm", "--record", "--by", "Ana");
        assertTrue(filled.out().contains("A post on this account at 8.50 pm was made in error."), filled.out());
        assertTrue(filled.out().contains("Checked: nothing found."), filled.out());
        assertTrue(done("export").out().contains("Words for say-error, checked: A post on this account at 8.50 pm"));
        Ran bad = mishap(
                "say",
                "say-error",
                "--text",
                "SORRY EVERYONE THIS WAS A MISTAKE!!! #sorrynotsorryeveryone",
                "--record");
        assertEquals(1, bad.code(), bad.out());
        assertTrue(bad.out().contains("FAILED: ") && !bad.out().contains("Saved as"), bad.out());
        assertEquals(2, mishap("say", "no-such-step").code());
    }

    /** The templates themselves must pass what they will be checked by. */
    @Test
    void every_template_of_the_playbooks_passes_every_rule() {
        Guidance guidance = Guidance.load(List.of(new Origin.Application()));
        var reviewer = guidance.reviewer(ReviewConfig.DEFAULTS);
        var refused = new ArrayList<String>();
        int templates = 0;
        for (Playbook playbook : Assessor.of(guidance).orElseThrow().playbooks()) {
            for (Playbook.Step step : playbook.steps()) {
                if (step.words().isEmpty()) {
                    continue;
                }
                templates++;
                HoldingStatement draft = HoldingStatement.example(step.words());
                assertEquals(List.of(), draft.open());
                Report report = reviewer.review(Post.of(step.id(), draft.text()));
                if (report.outcome() == Outcome.FAILED || !report.failures().isEmpty()) {
                    refused.add(draft.text() + ": " + report.findings());
                }
            }
        }
        assertTrue(templates >= 10, templates + " templates");
        assertEquals(List.of(), refused);
    }

    @Test
    void brief_card_review_and_record_are_written_as_word_documents() throws IOException {
        open();
        for (String verb : List.of("brief", "card", "review", "export")) {
            Path file = folder.resolve(verb + ".docx");
            done(verb, "--format", "docx", "--output", file.toString());
            try (var zip = new java.util.zip.ZipFile(file.toFile())) {
                String body = new String(
                        zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(body.contains("Wrong account"), verb);
            }
            assertEquals(2, mishap(verb, "--format", "docx").code(), verb + " to the screen");
            assertEquals(2, mishap(verb, "--format", "rtf").code(), verb);
            assertTrue(done(verb, "--format", "html").out().contains("<html lang=\"en-NZ\">"), verb);
        }
    }

    @Test
    void a_bag_holds_the_log_and_all_that_proves_it() throws IOException {
        open();
        Path shot = Files.writeString(folder.resolve("shot.png"), "picture");
        done("attach", shot.toString(), "the post");
        String key = folder.resolve("keys").resolve("ours").toString();
        Files.createDirectories(folder.resolve("keys"));
        done(
                "checkpoint",
                "--new-key",
                "ours",
                "--key",
                key,
                "--output",
                folder.resolve("point.txt").toString());
        Path bag = folder.resolve("bag");
        Ran packed = done("export", "--format", "bagit", "--output", bag.toString());
        assertTrue(packed.out().contains("Seal: "), packed.out());
        assertEquals(List.of(), Bag.verify(bag).flaws());
        Path inside = bag.resolve("data").resolve("incident");
        assertTrue(Files.exists(bag.resolve("data").resolve("Verify.java")));
        assertEquals(
                Files.readString(Path.of(dir()).resolve("log.jsonl")), Files.readString(inside.resolve("log.jsonl")));
        Ran verified = ran(
                "",
                "",
                "mishap",
                "verify",
                "--dir",
                inside.toString(),
                "--checkpoint",
                folder.resolve("point.txt").toString());
        assertEquals(0, verified.code(), verified.out());
        Files.writeString(inside.resolve("log.jsonl"), "x");
        assertFalse(Bag.verify(bag).flaws().isEmpty());
        assertEquals(2, mishap("export", "--format", "bagit").code());
        assertEquals(
                2,
                mishap("export", "--format", "bagit", "--output", bag.toString())
                        .code());
    }

    @Test
    void readiness_is_scored_by_area_and_each_gap_rests_on_a_statement() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("plan.json"),
                "{\"format\":1,\"id\":\"p\",\"title\":\"Plan\",\"public\":{\"emergencies\":\"Call 111.\"}}");
        Path accounts = Files.writeString(
                folder.resolve("accounts.csv"),
                String.join(",", AccountRegister.COLUMNS) + "\nX,nz-agency"
                        + ",".repeat(AccountRegister.COLUMNS.size() - 2) + "\n");
        Ran ran = ran("", "", "mishap", "ready", "--plan", plan.toString(), "--accounts", accounts.toString());
        assertEquals(1, ran.code(), ran.err() + ran.out());
        assertTrue(ran.out().contains("Access and log-in: 0 of 2"), ran.out());
        assertTrue(ran.out().contains("Words: 1 of 1"), ran.out());
        assertTrue(ran.out().contains("ERROR: It is settled who writes and who approves"), ran.out());
        assertTrue(ran.out().contains("MH-BEFORE-8: "), ran.out());
        Ran never = ran("", "", "mishap", "ready", "--plan", plan.toString(), "--fail-on", "never", "--format", "json");
        assertEquals(0, never.code(), never.err());
        assertTrue(never.out().contains("\"outcome\": \"CANT_TELL\""), never.out());
        assertTrue(never.out().contains("\"statement\": \"MH-READY-GUARD\""), never.out());
        assertEquals(2, ran("", "", "mishap", "ready", "--plan", "nowhere.json").code());
        assertEquals(
                2, ran("", "", "mishap", "ready", "--confirm", "no-such-item").code());
        Files.writeString(plan, "{");
        assertEquals(
                2, ran("", "", "mishap", "ready", "--plan", plan.toString()).code());
    }

    @Test
    void a_review_becomes_a_draft_that_the_check_of_cases_reads() {
        open();
        done("do", "capture", "--by", "Ana");
        done("lesson", "One device per account", "--owner", "Moana", "--by", "Ana");
        String file = folder.resolve("case.pack.json").toString();
        Ran drafted = done("review", "--case", file, "--organisation", "Example Agency");
        assertTrue(drafted.out().contains("govsocial cases check"), drafted.out());
        Ran checked = ran("", "", "cases", "check", file);
        assertEquals(1, checked.code(), checked.err());
        assertTrue(checked.out().contains("Nobody can learn from the case without \"tool\"."), checked.out());
        assertFalse(checked.out().contains("without \"lessons\""), checked.out());
        assertFalse(checked.out().contains("without \"done\""), checked.out());
    }
}
