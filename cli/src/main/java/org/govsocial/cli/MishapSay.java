package org.govsocial.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.record.Receipt;
import org.govsocial.mishap.response.HoldingStatement;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes a holding statement from the template of a step, and checks it before anybody uses it. */
final class MishapSay implements Verb {
    private static final String FILL = "--fill";
    private static final String TEXT = "--text";
    private static final String RECORD = "--record";

    private final MishapDesk desk;

    MishapSay(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "say",
                "Draft a holding statement from a step's words, and check it before it goes out.",
                "What stands in brackets is filled in by --fill. The draft goes through every rule of \"check\"; one that"
                        + " fails, or has blanks left, is not for use (exit code 1).",
                "",
                "Examples:",
                "  govsocial mishap say first-answer --dir incident",
                "  govsocial mishap say say-error --dir incident --fill 'time=8.50 pm' --record",
                "  govsocial mishap say first-answer --dir incident --text 'We know, and are looking into it.'",
                "");
        MishapDesk.dir(spec);
        spec.addPositional(Options.parameter("STEP", "0..1", "The step whose words are used."));
        spec.addOption(Options.repeatable(FILL, "NAME=TEXT", "What to put in place of [NAME]. Repeatable.")
                .build());
        spec.addOption(Options.value(TEXT, "TEXT", "Other words than the template's."));
        spec.addOption(Options.flag(RECORD, "Record the checked words in the log."));
        return Options.withStandard(GuidanceOptions.add(MishapDesk.who(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        IncidentView view = desk.view(given);
        IncidentView.StepState step = step(given, view);
        String own = Options.text(given, TEXT);
        HoldingStatement draft = HoldingStatement.of(own == null ? step.words() : own, filled(given));
        if (draft.text().isBlank()) {
            throw new UsageError("STEP", "The step " + step.id() + " has no words.", "Give your own with --text.");
        }
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        Report report = guidance.reviewer(Workspaces.config()).review(Post.of(step.id(), draft.text()));
        boolean usable = report.outcome() != Outcome.FAILED && draft.open().isEmpty();
        var page = new TextPage(desk.terminal().width());
        page.paragraph("", draft.text()).blank();
        for (Finding finding : report.findings()) {
            page.hanging(
                    finding.outcome() == Outcome.FAILED ? "FAILED: " : "LOOK AT: ",
                    "        ",
                    words(finding, guidance) + " (" + finding.rule() + ")");
        }
        draft.open().forEach(blank -> page.line("FILL IN: [" + blank + "], with --fill '" + blank + "=…'"));
        page.line(
                usable
                        ? report.findings().isEmpty()
                                ? "Checked: nothing found."
                                : "Checked: nothing failed; look at the above, then it may go out."
                        : "Not for use yet.");
        if (!usable && report.findings().isEmpty() && draft.open().isEmpty()) {
            page.line("A rule could not be run: see the messages.");
        }
        desk.terminal().print(page);
        int code = Problems.say(guidance.problems(), desk.terminal());
        if (usable && Options.isSet(given, RECORD)) {
            String who = desk.by(given);
            code = Math.max(code, desk.work(given, incident -> {
                Receipt receipt = incident.note(who, null, "Words for " + step.id() + ", checked: " + draft.text());
                desk.terminal().print(new TextPage(desk.terminal().width()).line(receipt.toString()));
                return ExitCode.DONE;
            }));
        }
        return usable ? code : Math.max(code, ExitCode.FINDINGS);
    }

    private static String words(Finding finding, Guidance guidance) {
        return guidance.rule(finding.rule())
                .flatMap(r -> Optional.ofNullable(r.messages().get(finding.messageKey())))
                .map(m -> m.filledWith(finding.args()))
                .orElse(finding.messageKey());
    }

    private static IncidentView.StepState step(ParseResult given, IncidentView view) throws UsageError {
        List<String> withWords = view.steps().stream()
                .filter(s -> !s.words().isEmpty())
                .map(IncidentView.StepState::id)
                .toList();
        String id = Options.parameters(given).isEmpty()
                ? IncidentView.FIRST_ANSWER
                : Options.parameters(given).get(0);
        return view.step(id)
                .orElseThrow(() -> new UsageError(
                        "STEP",
                        "This incident has no step \"" + id + "\".",
                        "These have words: " + String.join(", ", withWords) + "."));
    }

    private static Map<String, String> filled(ParseResult given) throws UsageError {
        var filled = new LinkedHashMap<String, String>();
        for (String pair : Options.texts(given, FILL)) {
            int at = pair.indexOf('=');
            if (at < 1) {
                throw new UsageError(FILL, "\"" + pair + "\" names no blank.", "Write NAME=TEXT.");
            }
            filled.put(pair.substring(0, at), pair.substring(at + 1).strip());
        }
        return filled;
    }
}
