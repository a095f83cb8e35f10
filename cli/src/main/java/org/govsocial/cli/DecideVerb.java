package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Paper;
import org.govsocial.planning.decision.Answers;
import org.govsocial.planning.decision.AnswersFile;
import org.govsocial.planning.decision.Decision;
import org.govsocial.planning.decision.DecisionJson;
import org.govsocial.planning.decision.DecisionPaper;
import org.govsocial.planning.decision.Decisions;
import org.govsocial.planning.decision.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Decides whether to use social media, and how far. */
final class DecideVerb implements Verb {
    private static final String EXPLAIN = "--explain";
    private static final String ASK = "--ask";
    private static final String FORM = "--form";

    private final DecideDesk desk;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    DecideVerb(Terminal terminal) {
        desk = new DecideDesk(terminal);
        verbs.put("template", new DecideMore.Template(desk));
        verbs.put("compare", new DecideMore.Compare(desk));
        verbs.put("conduct", new DecideMore.Conduct(desk));
        verbs.put("tool", new DecideMore.Tool(desk));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "decide",
                "Decide whether to use social media, and how far.",
                "From your answers: a recommended stage (not yet, passive, active or engaged), what would raise or lower"
                        + " it, benefits, risks, hours a week and an end. Asks at a terminal when there is no file of"
                        + " answers. Which answers lead where is our judgement, unless a statement says otherwise; your"
                        + " agency can put its own table in its place.",
                "",
                "Examples:",
                "  govsocial decide --answers samples/decide/answers.json",
                "  govsocial decide --answers mine.json    (asks, and keeps each answer in mine.json)",
                "  govsocial decide --answers mine.json --ask    (goes on with what is not answered)",
                "  govsocial decide --answers mine.json --format docx --output case.docx",
                "  govsocial decide --answers form.docx --format md --form short",
                "  govsocial decide --answers mine.json --channel tiktok    (should we open it?)",
                "  govsocial decide conduct --role private --situation policy",
                "");
        spec.usageMessage().synopsisSubcommandLabel("[template | compare | conduct | tool]");
        spec.addOption(Options.value(
                DecideDesk.ANSWERS,
                "FILE",
                "Answers as JSON, or - for standard input, or a form filled in (.docx, .csv). A new file of JSON is made by"
                        + " asking."));
        spec.addOption(Options.flag(ASK, "Ask the questions that the file leaves open, and keep the answers in it."));
        spec.addOption(Options.value(
                FORM, "NAME", "Of a business case as md, html or docx: long (the default), or short for one page."));
        DecideChannel.options(spec);
        spec.addOption(Options.flag(EXPLAIN, "Show the answers and statements behind each conclusion."));
        verbs.forEach((name, verb) -> spec.addSubcommand(name, new CommandLine(verb.spec())));
        return DecideDesk.standard(spec, "text, json, md, html or docx.");
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        if (given.hasSubcommand()) {
            ParseResult asked = given.subcommand();
            Verb verb = verbs.get(asked.commandSpec().name());
            if (verb == null) {
                throw new IllegalStateException(asked.commandSpec().name());
            }
            return verb.run(asked);
        }
        String format = DecideDesk.format(given, List.of("text", "json", "md", "html", "docx"));
        boolean brief = isShort(given);
        boolean channel = DecideChannel.isAsked(given);
        boolean explain = Options.isSet(given, EXPLAIN);
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        Decisions decisions = desk.decisions(given, guidance);
        Answers answers = answers(given, decisions);
        if (channel) {
            return new DecideChannel(desk, guidance).run(given, format, decisions, answers, explain);
        }
        Decision decision = decisions.decide(answers);
        if (!format.equals("text") && !format.equals("json")) {
            Paper paper = brief
                    ? DecisionPaper.inShort(decision, decisions.questions(), guidance)
                    : DecisionPaper.whole(decision, decisions.questions(), guidance, explain);
            PaperDesk.write(paper, PaperDesk.named(format, guidance), given, desk.terminal());
            return Problems.say(guidance.problems(), desk.terminal());
        }
        return desk.put(given, guidance, out -> {
            if (format.equals("json")) {
                DecisionJson.write(decision, guidance, out);
            } else {
                var outline = new DecideOutline(desk.terminal().width());
                new DecidePage(decisions.questions(), guidance, explain, outline).write(decision);
                out.write(Terminal.visible(outline.toString()).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static boolean isShort(ParseResult given) throws UsageError {
        String form = Options.text(given, FORM);
        if (form == null || form.equalsIgnoreCase("long")) {
            return false;
        }
        if (form.equalsIgnoreCase("short")) {
            return true;
        }
        throw new UsageError(FORM, "There is no form \"" + form + "\" here.", "Choose long or short.");
    }

    private Answers answers(ParseResult given, Decisions decisions) throws UsageError, IOException {
        String file = Options.text(given, DecideDesk.ANSWERS);
        boolean ask = Options.isSet(given, ASK);
        boolean screen = desk.terminal().inputIsScreen();
        if (file == null) {
            if (!screen && !ask) {
                throw new UsageError(
                        "decide",
                        "There are no answers.",
                        "Give --answers FILE; \"govsocial decide template\" writes one to fill in.");
            }
            return interview(Answers.none(), null, decisions);
        }
        if (ask && DecideDesk.isForm(file)) {
            throw new UsageError(
                    ASK, "Answers are kept in a file of JSON, not in " + file + ".", "Name a file that ends in .json.");
        }
        boolean made = !DecideDesk.isForm(file) && !file.equals("-") && !Files.exists(Path.of(file));
        if (made && (screen || ask)) {
            return interview(Answers.none(), file, decisions);
        }
        Answers answers = desk.answers(DecideDesk.ANSWERS, file, decisions);
        if (!ask) {
            return answers;
        }
        if (file.equals("-")) {
            throw new UsageError(ASK, "Answers and questions cannot share standard input.", "Give --answers a file.");
        }
        return interview(answers, file, decisions);
    }

    /** Asks what is open. Each answer is on the disk before the next question. */
    private Answers interview(Answers known, @Nullable String file, Decisions decisions)
            throws UsageError, IOException {
        var asking = new Asking(desk.terminal());
        Answers answers = known;
        if (file != null) {
            keep(answers, file, decisions);
        }
        for (Question question : decisions.questions()) {
            if (!answers.of(question.id()).isEmpty()) {
                continue;
            }
            List<String> values = ask(question, asking);
            if (!values.isEmpty()) {
                answers = answers.with(question.id(), values.toArray(String[]::new));
                if (file != null) {
                    keep(answers, file, decisions);
                }
            }
        }
        return answers;
    }

    private List<String> ask(Question question, Asking asking) throws IOException {
        String words = question.ask() + (question.help().isEmpty() ? "" : " (" + question.help() + ")");
        if (!question.options().isEmpty()) {
            List<String> labels =
                    question.options().stream().map(Question.Option::label).toList();
            return asking.choose(words, labels, question.kind() == Question.Kind.CHOICES).stream()
                    .distinct()
                    .map(i -> question.options().get(i).value())
                    .toList();
        }
        while (true) {
            String typed = asking.text(words + " " + question.expected() + " Enter when you do not know.");
            if (typed.isEmpty()) {
                return List.of();
            }
            var fault = question.fault(List.of(typed));
            if (fault.isEmpty()) {
                return List.of(typed);
            }
            desk.terminal().say("\"" + typed + "\" is no answer here. " + fault.get());
        }
    }

    private static void keep(Answers answers, String file, Decisions decisions) throws UsageError, IOException {
        var bytes = new ByteArrayOutputStream();
        AnswersFile.write(answers, decisions.questions(), bytes);
        DecideDesk.write(DecideDesk.ANSWERS, file, bytes);
    }
}
