package org.govsocial.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideTest {
    private static final String SAMPLE = "samples/decide/answers.json";

    @TempDir
    private Path folder;

    private static JsonObject json(String... args) {
        Run run = Run.of(args);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void the_stage_stands_at_the_top_of_the_json_and_everything_in_it_is_traced() {
        JsonObject decision = json("decide", "--answers", SAMPLE, "--format", "json");
        assertEquals("active", decision.get("stage").getAsString());
        int traced = 0;
        for (String part : List.of("wouldRaise", "wouldLower", "benefits", "risks", "cannotTell")) {
            JsonArray all = decision.getAsJsonArray(part);
            assertFalse(all.isEmpty(), part);
            for (JsonElement one : all) {
                assertFalse(one.getAsJsonObject().getAsJsonObject("answers").isEmpty(), part);
                assertFalse(one.getAsJsonObject().getAsJsonArray("statements").isEmpty(), part);
                traced++;
            }
        }
        assertTrue(traced > 40, "only " + traced);
        assertEquals("2027-08-31", decision.getAsJsonObject("end").get("date").getAsString());
        assertEquals(
                3,
                decision.getAsJsonObject("resourcing")
                        .getAsJsonArray("hoursAWeek")
                        .size());
    }

    @Test
    void explain_shows_answers_and_statements_with_where_they_come_from() {
        Run plain = Run.of("decide", "--answers", SAMPLE);
        assertTrue(plain.out().startsWith("Recommended stage: active\n"), plain.out());
        assertFalse(plain.out().contains("Answers: "), plain.out());
        Run run = Run.of("decide", "--answers", SAMPLE, "--explain");
        String words = run.out().replaceAll("\\s+", " ");
        assertTrue(words.contains("Answers: skills = some of it."), words);
        assertTrue(words.contains("LEG-03-IPP3A: For personal information"), words);
        assertTrue(words.contains("Provenance: New Zealand rule in force."), words);
    }

    @Test
    void markdown_is_written_whole_to_a_file() throws IOException {
        Path out = folder.resolve("decision.md");
        Run run = Run.of("decide", "--answers", SAMPLE, "--format", "md", "--output", out.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.out());
        String written = Files.readString(out);
        assertTrue(written.startsWith("# Business case for social media: active\n"), written);
        assertTrue(written.contains("\n| Risk | Now | Residual | Owner |\n| --- | --- | --- | --- |\n| "), written);
    }

    private XWPFDocument word(String... more) throws IOException {
        Path out = folder.resolve("decision.docx");
        var args =
                new ArrayList<>(List.of("decide", "--answers", SAMPLE, "--format", "docx", "--output", out.toString()));
        args.addAll(List.of(more));
        Run run = Run.of(args.toArray(String[]::new));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        try (InputStream in = Files.newInputStream(out)) {
            return new XWPFDocument(in);
        }
    }

    @Test
    void a_business_case_in_word_has_its_parts_and_ends_with_basis_and_sign_off() throws IOException {
        try (XWPFDocument word = word()) {
            List<String> headings = word.getParagraphs().stream()
                    .filter(p -> "Heading1".equals(p.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertEquals(
                    List.of(
                            "Recommendation",
                            "What would raise it",
                            "What would lower it, if it were lost",
                            "Benefits that apply",
                            "Risks",
                            "Hours a week",
                            "End",
                            "What nobody here can tell",
                            "Answers",
                            "Basis and sign-off"),
                    headings.subList(0, 10));
            assertEquals("What this rests on", headings.get(headings.size() - 1));
            String text =
                    word.getParagraphs().stream().map(XWPFParagraph::getText).collect(joining("\n"));
            assertTrue(text.contains("Packs: accessibility 1."), text);
            assertTrue(text.matches("(?s).*Answers, SHA-256: [0-9a-f]{64}\\n.*"), text);
            assertTrue(text.contains("New Zealand rule in force"), text);
            XWPFTable sign = word.getTables().get(word.getTables().size() - 1);
            assertEquals("Signature", sign.getRow(0).getCell(2).getText());
            XWPFTable counts = word.getTables().get(word.getTables().size() - 2);
            assertEquals("Provenance", counts.getRow(0).getCell(0).getText());
            assertTrue(counts.getNumberOfRows() > 4);
        }
    }

    @Test
    void the_short_form_is_a_page_with_the_same_basis() throws IOException {
        try (XWPFDocument word = word("--form", "short")) {
            assertEquals(
                    "At a glance",
                    word.getTables()
                            .get(0)
                            .getCTTbl()
                            .getTblPr()
                            .getTblCaption()
                            .getVal());
            assertEquals("active", word.getTables().get(0).getRow(1).getCell(1).getText());
            assertEquals(4, word.getTables().get(1).getNumberOfRows());
            assertEquals(3, word.getTables().size());
            String text =
                    word.getParagraphs().stream().map(XWPFParagraph::getText).collect(joining("\n"));
            assertTrue(text.contains("Answers, SHA-256: "), text);
        }
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("decide", "--answers", SAMPLE, "--format", "md", "--form", "tiny")
                        .code());
    }

    @Test
    void the_hash_tells_answers_apart_and_is_the_same_in_every_form() throws IOException {
        String json = json("decide", "--answers", SAMPLE, "--format", "json")
                .get("hash")
                .getAsString();
        for (String format : List.of("text", "md", "html")) {
            assertTrue(
                    Run.of("decide", "--answers", SAMPLE, "--format", format)
                            .out()
                            .contains(json),
                    format);
        }
        String other = file("other.json", Files.readString(Path.of(SAMPLE)).replace("\"in-force\"", "\"draft\""));
        assertFalse(json.equals(json("decide", "--answers", other, "--format", "json")
                .get("hash")
                .getAsString()));
    }

    @Test
    void a_form_filled_in_with_a_word_processor_leads_to_the_same_decision() throws IOException {
        Path form = folder.resolve("form.docx");
        assertEquals(
                ExitCode.DONE,
                Run.of("decide", "template", "--format", "docx", "--output", form.toString())
                        .code());
        JsonObject answers = JsonParser.parseString(Files.readString(Path.of(SAMPLE)))
                .getAsJsonObject()
                .getAsJsonObject("answers");
        XWPFDocument document;
        try (InputStream in = Files.newInputStream(form)) {
            document = new XWPFDocument(in);
        }
        XWPFTable table = document.getTables().get(0);
        for (int i = 1; i < table.getNumberOfRows(); i++) {
            JsonElement answer = answers.get(table.getRow(i).getCell(3).getText());
            if (answer != null && !answer.isJsonNull()) {
                table.getRow(i).getCell(2).setText(answer.isJsonArray() ? joined(answer) : answer.getAsString());
            }
        }
        try (OutputStream out = Files.newOutputStream(form)) {
            document.write(out);
        }
        document.close();
        assertEquals(
                Run.of("decide", "--answers", SAMPLE).out(),
                Run.of("decide", "--answers", form.toString()).out());
        Run ask = Run.of("decide", "--answers", form.toString(), "--ask");
        assertEquals(ExitCode.WRONG_INPUT, ask.code());
        assertTrue(ask.err().contains("ends in .json"), ask.err());
    }

    private static String joined(JsonElement list) {
        var words = new ArrayList<String>();
        list.getAsJsonArray().forEach(one -> words.add(one.getAsString()));
        return String.join("; ", words);
    }

    @Test
    void a_form_for_spreadsheets_says_not_yet_while_it_is_blank_and_names_a_wrong_answer() throws IOException {
        Path form = folder.resolve("form.csv");
        assertEquals(
                ExitCode.DONE,
                Run.of("decide", "template", "--format", "csv", "--output", form.toString())
                        .code());
        JsonObject decision = json("decide", "--answers", form.toString(), "--format", "json");
        assertEquals("not-yet", decision.get("stage").getAsString());
        String wrong = file("wrong.csv", Files.readString(form).replace(",,policy", ",maybe,policy"));
        Run run = Run.of("decide", "--answers", wrong);
        assertEquals(ExitCode.WRONG_INPUT, run.code());
        assertTrue(run.err().contains("\"maybe\" is not an answer"), run.err());
    }

    @Test
    void a_template_is_a_file_of_answers_that_says_not_yet() throws IOException {
        String made = folder.resolve("made.json").toString();
        assertEquals(
                ExitCode.DONE,
                Run.of("decide", "template", "--format", "json", "--output", made)
                        .code());
        JsonObject decision = json("decide", "--answers", made, "--format", "json");
        assertEquals("not-yet", decision.get("stage").getAsString());
        assertTrue(decision.getAsJsonArray("notAnswered").size() > 30);
    }

    @Test
    void an_interview_keeps_each_answer_and_goes_on_where_it_stopped() throws IOException {
        Path mine = folder.resolve("mine.json");
        Run first = Run.onScreen("02", "1\n1,3\n7\n2\n", "decide", "--answers", mine.toString(), "--format", "json");
        assertEquals(ExitCode.DONE, first.code(), first.err());
        assertTrue(first.err().contains("\"7\" is none of 1 to 3."), first.err());
        JsonObject kept = JsonParser.parseString(Files.readString(mine)).getAsJsonObject();
        JsonObject answers = kept.getAsJsonObject("answers");
        assertEquals("organisation", answers.get("role").getAsString());
        assertEquals(2, answers.getAsJsonArray("context").size());
        assertEquals("be-informed", answers.get("purpose").getAsString());
        assertTrue(answers.get("success").isJsonNull());

        Run second = Run.withInput("3\n", "decide", "--answers", mine.toString(), "--ask", "--format", "json");
        assertEquals(ExitCode.DONE, second.code(), second.err());
        assertFalse(second.err().contains("In which role"), second.err());
        answers =
                JsonParser.parseString(Files.readString(mine)).getAsJsonObject().getAsJsonObject("answers");
        assertEquals("measured", answers.get("success").getAsString());
        assertEquals("organisation", answers.get("role").getAsString());
    }

    @Test
    void numbers_and_days_are_asked_for_until_they_are_right() throws IOException {
        String almost = file(
                "almost.json",
                Files.readString(Path.of(SAMPLE))
                        .replace("\"people\": 2", "\"people\": null")
                        .replace("\"end\": \"2027-08-31\"", "\"end\": null"));
        Run run = Run.withInput(
                "two\n3\n\n31/8/2027\n2027-09-30\n", "decide", "--answers", almost, "--ask", "--format", "json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.err().contains("\"two\" is no answer here."), run.err());
        String kept = Files.readString(Path.of(almost));
        assertTrue(kept.contains("\"people\": 3") && kept.contains("\"end\": \"2027-09-30\""), kept);
    }

    @Test
    void compare_shows_what_one_answer_changes() throws IOException {
        String other = file(
                "other.json",
                Files.readString(Path.of(SAMPLE)).replace("\"policy\": \"in-force\"", "\"policy\": \"draft\""));
        JsonObject found = json("decide", "compare", SAMPLE, other, "--format", "json");
        assertEquals("passive", found.getAsJsonObject("stage").get("after").getAsString());
        assertEquals(1, found.getAsJsonArray("answers").size());
        Run text = Run.of("decide", "compare", SAMPLE, other);
        assertTrue(text.out().startsWith("The stage changes: active → passive\n"), text.out());
        assertEquals(ExitCode.WRONG_INPUT, Run.of("decide", "compare", SAMPLE).code());
    }

    @Test
    void conduct_is_answered_from_the_principles_by_options_or_by_asking() {
        JsonObject answer =
                json("decide", "conduct", "--role", "private", "--situation", "unpublished", "--format", "json");
        assertEquals("Only if authorised", answer.get("answer").getAsString());
        assertTrue(answer.toString().contains("\"COC-08\""), answer::toString);
        Run asked = Run.onScreen("02", "1\n6\n", "decide", "conduct");
        assertTrue(asked.out().startsWith("No.\n"), asked.out() + asked.err());
        Run none = Run.of("decide", "conduct", "--role", "official");
        assertEquals(ExitCode.WRONG_INPUT, none.code());
        assertTrue(none.err().contains("published, unpublished"), none.err());
    }

    @Test
    void tools_are_ranked_with_strengths_and_weaknesses() {
        JsonObject ranked = json("decide", "tool", "--purpose", "deliberate", "--format", "json");
        JsonArray tools = ranked.getAsJsonArray("tools");
        assertEquals(5, tools.size());
        assertEquals("forum", tools.get(0).getAsJsonObject().get("id").getAsString());
        Run text = Run.of("decide", "tool", "--answers", SAMPLE);
        assertTrue(text.out().contains("TOOL-FORUM-CAUTION: A forum grows slowly"), text.out());
        assertEquals(ExitCode.WRONG_INPUT, Run.of("decide", "tool").code());
    }

    @Test
    void an_agency_puts_its_own_table_in_place() throws IOException {
        String table;
        try (var in = getClass().getResourceAsStream("/META-INF/govsocial/decision.table.json")) {
            table = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        String own = file("own.json", table.replace("\"id\": \"govsocial\"", "\"id\": \"harbour\""));
        assertEquals(
                "harbour 0.1.0",
                json("decide", "--answers", SAMPLE, "--table", own, "--format", "json")
                        .get("table")
                        .getAsString());
        String broken = file("broken.json", table.replace("\"HL-RISK-4\"", "\"HL-RISK-X\""));
        Run run = Run.of("decide", "--answers", SAMPLE, "--table", broken);
        assertEquals(ExitCode.WRONG_INPUT, run.code());
        assertTrue(run.err().contains("/risks/3/cites/0") && run.err().contains("HL-RISK-X"), run.err());
    }

    @Test
    void what_is_wrong_is_said_with_its_place() throws IOException {
        String bad = file("bad.json", "{\"format\":1,\"answers\":{\"policy\":\"maybe\"}}");
        Run run = Run.of("decide", "--answers", bad);
        assertEquals(ExitCode.WRONG_INPUT, run.code());
        assertTrue(run.err().contains("#/answers/policy") && run.err().contains("in-force"), run.err());
        assertEquals(ExitCode.WRONG_INPUT, Run.of("decide").code());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("decide", "--answers", folder.resolve("none.json").toString())
                        .code());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("decide", "--answers", SAMPLE, "--format", "pdf").code());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("decide", "--answers", SAMPLE, "--output", folder.toString())
                        .code());
    }

    @Test
    void explain_shows_the_answers_and_statements_behind_each_conclusion_about_a_channel() {
        JsonObject decision = json("decide", "--answers", SAMPLE, "--channel", "tiktok", "--format", "json");
        int conclusions = decision.getAsJsonArray("reasons").size()
                + decision.getAsJsonArray("conditions").size()
                + decision.getAsJsonArray("options").size();
        String plain =
                Run.of("decide", "--answers", SAMPLE, "--channel", "tiktok").out();
        assertFalse(plain.contains("Answers: "), plain);

        Run run = Run.of("decide", "--answers", SAMPLE, "--channel", "tiktok", "--explain");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(conclusions, run.out().split("Answers: ", -1).length - 1, run.out());
        assertTrue(run.out().replaceAll("\\s+", " ").contains("Answers: places = "), run.out());
        assertTrue(run.out().contains("TOOL-SOCIAL-NETWORK-SUITS: "), run.out());
    }

    @Test
    void a_channel_in_word_and_on_the_web_has_reasons_options_bindings_and_sign_off() throws IOException {
        try (XWPFDocument word = word("--channel", "tiktok", "--explain")) {
            List<String> headings = word.getParagraphs().stream()
                    .filter(p -> "Heading1".equals(p.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertTrue(
                    headings.containsAll(List.of(
                            "Reasons",
                            "Options side by side",
                            "What binds TikTok today",
                            "What would change the answer",
                            "Basis and sign-off")),
                    headings.toString());
            var options = word.getTables().get(0);
            assertEquals("Option", options.getRow(0).getCell(0).getText());
            assertEquals(5, options.getNumberOfRows(), "four options and the header");
            assertTrue(word.getParagraphs().stream().anyMatch(p -> p.getText().contains("Because: places = ")));
        }
        Path page = folder.resolve("channel.html");
        Run run = Run.of(
                "decide", "--answers", SAMPLE, "--close", "facebook", "--format", "html", "--output", page.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        String html = Files.readString(page);
        assertTrue(html.contains("<html lang=\"en-NZ\""), html.substring(0, 200));
        assertTrue(html.contains("<h1>Facebook: "), html.substring(0, 2000));
        assertTrue(html.contains("Options side by side") && html.contains("<th scope=\"col\">Hours a week</th>"), html);
        assertFalse(html.contains("Because: "), html);
    }
}
