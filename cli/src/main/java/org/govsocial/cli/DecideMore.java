package org.govsocial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.govsocial.catalogue.Basis;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Citation;
import org.govsocial.model.Paper;
import org.govsocial.planning.decision.Answers;
import org.govsocial.planning.decision.AnswersFile;
import org.govsocial.planning.decision.AnswersForm;
import org.govsocial.planning.decision.Comparison;
import org.govsocial.planning.decision.DecisionJson;
import org.govsocial.planning.decision.Decisions;
import org.govsocial.planning.decision.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The verbs beside the decision itself. */
final class DecideMore {
    private static final List<String> TEXT_OR_JSON = List.of("text", "json");

    private DecideMore() {}

    private static byte[] utf8(DecideOutline outline) {
        return Terminal.visible(outline.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static void cited(List<Citation> citations, Guidance guidance, DecideOutline out) {
        for (Citation citation : citations) {
            guidance.statement(citation)
                    .ifPresent(s -> out.remark(s.id() + ": " + s.text() + " "
                            + Basis.of(s, guidance).words()));
        }
    }

    private static String option(String name, String value, List<Question.Option> known) throws UsageError {
        List<String> values = known.stream().map(Question.Option::value).toList();
        String typed = value.strip().toLowerCase(Locale.ROOT);
        if (!values.contains(typed)) {
            throw new UsageError(
                    name,
                    "\"" + value + "\" is not known here." + Nearest.question(typed, values),
                    "Choose " + String.join(", ", values) + ".");
        }
        return typed;
    }

    /** A file of answers to fill in. */
    record Template(DecideDesk desk) implements Verb {
        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "template",
                    "Write a file of answers to fill in.",
                    "As JSON, every question with null, which means not answered;"
                            + " docs/schema/decision-answers.schema.json says what each may be. As docx or csv, a form"
                            + " for a word processor or a spreadsheet. All are read by decide --answers.",
                    "",
                    "Examples:",
                    "  govsocial decide template --format json --output mine.json",
                    "  govsocial decide template --format docx --output form.docx",
                    "  govsocial decide --answers form.docx",
                    "");
            return DecideDesk.standard(spec, "json, csv or docx.");
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String format = DecideDesk.format(given, List.of("json", "csv", "docx"));
            Guidance guidance = GuidanceOptions.load(given, desk.terminal());
            Decisions decisions = desk.decisions(given, guidance);
            if (format.equals("docx")) {
                Paper form = AnswersForm.paper(decisions.questions(), guidance);
                PaperDesk.write(form, PaperDesk.named(format, guidance), given, desk.terminal());
                return Problems.say(guidance.problems(), desk.terminal());
            }
            return desk.put(given, guidance, out -> {
                if (format.equals("csv")) {
                    AnswersForm.csv(decisions.questions(), out);
                } else {
                    AnswersFile.write(Answers.none(), decisions.questions(), out);
                }
            });
        }
    }

    /** What other answers change. */
    record Compare(DecideDesk desk) implements Verb {
        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "compare",
                    "Show what other answers change.",
                    "",
                    "Example:",
                    "  govsocial decide compare before.json after.json",
                    "");
            spec.addPositional(Options.parameter("FILE", "2..*", "Two files of answers."));
            return DecideDesk.standard(spec, "text or json.");
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String format = DecideDesk.format(given, TEXT_OR_JSON);
            List<String> files = Options.parameters(given);
            if (files.size() != 2) {
                throw new UsageError("decide compare", "There are " + files.size() + " files.", "Give two.");
            }
            Guidance guidance = GuidanceOptions.load(given, desk.terminal());
            Decisions decisions = desk.decisions(given, guidance);
            Comparison c = decisions.compare(
                    desk.answers("decide compare", files.get(0), decisions),
                    desk.answers("decide compare", files.get(1), decisions));
            return desk.put(given, guidance, out -> {
                if (format.equals("json")) {
                    DecisionJson.write(c, out);
                } else {
                    var outline = new DecideOutline(desk.terminal().width());
                    outline.title(
                            c.before().stage() == c.after().stage()
                                    ? "The stage stays: " + c.after().stage().words()
                                    : "The stage changes: " + c.before().stage().words() + " → "
                                            + c.after().stage().words());
                    changes("Answers that differ", c.answers(), outline);
                    changes("What changes", c.conclusions(), outline);
                    out.write(utf8(outline));
                }
            });
        }

        private static void changes(String heading, List<Comparison.Change> changes, DecideOutline out) {
            out.heading(heading);
            if (changes.isEmpty()) {
                out.item("None.");
            }
            for (Comparison.Change change : changes) {
                out.item(change.what() + ": " + change.before() + " → " + change.after());
            }
        }
    }

    /** "May I post this, and as whom?" */
    record Conduct(DecideDesk desk) implements Verb {
        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "conduct",
                    "Ask whether you may post something, and as whom.",
                    "Answers from the State Services Commission's principles, COC-01 to COC-11. The answer is our reading"
                            + " of them; your agency's own policy comes first. Without options it asks at a terminal.",
                    "",
                    "Roles: official, private, unclear.",
                    "Situations: published, unpublished, answer, promise, policy, politics, criticism, other.",
                    "",
                    "Example:",
                    "  govsocial decide conduct --role private --situation policy",
                    "");
            spec.addOption(Options.value("--role", "ROLE", "As whom you would post."));
            spec.addOption(Options.value("--situation", "NAME", "What it is about."));
            return DecideDesk.standard(spec, "text or json.");
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String format = DecideDesk.format(given, TEXT_OR_JSON);
            Guidance guidance = GuidanceOptions.load(given, desk.terminal());
            Decisions decisions = desk.decisions(given, guidance);
            var asking = new Asking(desk.terminal());
            String role = chosen("--role", "As whom would you post?", given, decisions.roles(), asking);
            String situation = chosen("--situation", "What would you do?", given, decisions.situations(), asking);
            Decisions.Conduct conduct = decisions.conduct(role, situation).orElseThrow();
            return desk.put(given, guidance, out -> {
                if (format.equals("json")) {
                    DecisionJson.write(conduct, guidance, out);
                } else {
                    var outline = new DecideOutline(desk.terminal().width());
                    outline.title(conduct.answer() + ".");
                    outline.paragraph(conduct.text());
                    outline.heading("Rests on (the answer is our reading of it)");
                    for (Citation citation : conduct.statements()) {
                        guidance.statement(citation)
                                .ifPresent(s -> outline.item(s.id() + ": " + s.text() + " "
                                        + Basis.of(s, guidance).words()));
                    }
                    out.write(utf8(outline));
                }
            });
        }

        private String chosen(
                String name, String question, ParseResult given, List<Question.Option> options, Asking asking)
                throws UsageError, IOException {
            String typed = Options.text(given, name);
            if (typed != null) {
                return option(name, typed, options);
            }
            List<Integer> chosen = desk.terminal().inputIsScreen()
                    ? asking.choose(
                            question,
                            options.stream().map(Question.Option::label).toList(),
                            false)
                    : List.of();
            if (chosen.isEmpty()) {
                throw new UsageError(
                        "decide conduct",
                        name + " is missing.",
                        "Choose "
                                + String.join(
                                        ", ",
                                        options.stream()
                                                .map(Question.Option::value)
                                                .toList())
                                + ".");
            }
            return options.get(chosen.get(0)).value();
        }
    }

    /** The five tools, ranked. */
    record Tool(DecideDesk desk) implements Verb {
        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "tool",
                    "Rank the five tools for your purpose.",
                    "With strengths, weaknesses and where each is from. Points are our judgement. Settle the strategy first"
                            + " and choose the tool afterwards.",
                    "",
                    "Examples:",
                    "  govsocial decide tool --answers samples/decide/answers.json",
                    "  govsocial decide tool --purpose deliberate --context policy-consultation",
                    "");
            spec.addOption(Options.value(DecideDesk.ANSWERS, "FILE", "Answers as JSON."));
            for (String question : List.of("purpose", "context", "places")) {
                spec.addOption(Options.list("--" + question, "VALUE", "Instead of the answer in the file."));
            }
            return DecideDesk.standard(spec, "text or json.");
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String format = DecideDesk.format(given, TEXT_OR_JSON);
            Guidance guidance = GuidanceOptions.load(given, desk.terminal());
            Decisions decisions = desk.decisions(given, guidance);
            List<Decisions.RankedTool> tools = decisions.tools(answers(given, decisions));
            return desk.put(given, guidance, out -> {
                if (format.equals("json")) {
                    DecisionJson.write(tools, guidance, out);
                } else {
                    out.write(utf8(page(tools, guidance)));
                }
            });
        }

        private Answers answers(ParseResult given, Decisions decisions) throws UsageError {
            @Nullable String file = Options.text(given, DecideDesk.ANSWERS);
            Answers answers = file == null ? Answers.none() : desk.answers(DecideDesk.ANSWERS, file, decisions);
            for (String id : List.of("purpose", "context", "places")) {
                List<String> typed = Options.texts(given, "--" + id);
                if (typed.isEmpty()) {
                    continue;
                }
                Question question = decisions.questions().stream()
                        .filter(q -> q.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new UsageError(
                                "--" + id, "Your table has no such question.", "Give --answers FILE instead."));
                var values = new ArrayList<String>();
                for (String one : typed) {
                    values.add(option("--" + id, one, question.options()));
                }
                var fault = question.fault(values);
                if (fault.isPresent()) {
                    throw new UsageError("--" + id, "This cannot be answered so.", fault.get());
                }
                answers = answers.with(id, values.toArray(String[]::new));
            }
            if (answers.given().isEmpty()) {
                throw new UsageError(
                        "decide tool", "There is no purpose.", "Give --purpose inform, be-informed or deliberate.");
            }
            return answers;
        }

        private DecideOutline page(List<Decisions.RankedTool> tools, Guidance guidance) {
            var out = new DecideOutline(desk.terminal().width());
            var rows = new ArrayList<List<String>>();
            for (Decisions.RankedTool tool : tools) {
                rows.add(List.of(
                        Integer.toString(tool.points()),
                        tool.title(),
                        tool.reasons().isEmpty()
                                ? "Nothing in the answers speaks for or against it."
                                : String.join(
                                        " ",
                                        tool.reasons().stream()
                                                .map(r -> (r.points() > 0 ? "+" : "") + r.points() + " " + r.text())
                                                .toList())));
            }
            out.title("Tools, best first. Points are our own judgement.");
            out.heading("Ranking");
            out.table(List.of("POINTS", "TOOL", "WHY"), rows);
            for (Decisions.RankedTool tool : tools) {
                out.heading(tool.title());
                out.item("Strengths");
                cited(tool.strengths(), guidance, out);
                out.item("Weaknesses");
                cited(tool.weaknesses(), guidance, out);
            }
            return out;
        }
    }
}
