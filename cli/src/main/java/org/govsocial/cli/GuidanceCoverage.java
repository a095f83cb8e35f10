package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.catalogue.Coverage;
import org.govsocial.catalogue.Coverage.By;
import org.govsocial.catalogue.Step;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.RuleId;
import org.govsocial.model.Statement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says which statements are checked, and which nothing checks. */
final class GuidanceCoverage implements Verb {
    private static final String DOCUMENT = "--document";
    private static final String ALL = "--all";

    private final Terminal terminal;

    GuidanceCoverage(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "coverage",
                "Say which statements a rule checks, a step reaches, or nothing reaches.",
                "For each document: how many statements a rule checks, how many only a checklist item or playbook step"
                        + " reaches, and how many nothing does; then the statements that ask for something (MUST or"
                        + " SHOULD) and that nothing reaches.",
                "",
                "Examples:",
                "  govsocial guidance coverage",
                "  govsocial guidance coverage --document accessibility --all",
                "  govsocial guidance coverage --format json",
                "");
        spec.addOption(Options.value(DOCUMENT, "ID", "Only this document."));
        spec.addOption(Options.flag(ALL, "List every statement, with what reaches it."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Coverage coverage = only(Options.text(given, DOCUMENT), Coverage.of(guidance));
        if (json) {
            json(coverage);
        } else {
            terminal.print(text(coverage, Options.isSet(given, ALL)));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private static Coverage only(@org.jspecify.annotations.Nullable String document, Coverage coverage)
            throws UsageError {
        if (document == null) {
            return coverage;
        }
        var known = new ArrayList<String>();
        for (Coverage.OfDocument d : coverage.documents()) {
            if (d.document().id().equalsIgnoreCase(document.strip())) {
                return new Coverage(List.of(d));
            }
            known.add(d.document().id());
        }
        throw new UsageError(
                DOCUMENT,
                "There is no document \"" + document + "\"." + Nearest.question(document, known),
                "Choose from " + String.join(", ", known) + ".");
    }

    private TextPage text(Coverage coverage, boolean all) {
        var page = new TextPage(terminal.width());
        var rows = new ArrayList<List<String>>();
        for (Coverage.OfDocument d : coverage.documents()) {
            rows.add(row(
                    d.document().id(),
                    d.count(By.RULE),
                    d.count(By.STEP),
                    d.count(By.NOTHING),
                    d.askingReached(),
                    d.asking()));
        }
        if (coverage.documents().size() > 1) {
            rows.add(row(
                    "all",
                    coverage.count(By.RULE),
                    coverage.count(By.STEP),
                    coverage.count(By.NOTHING),
                    coverage.askingReached(),
                    coverage.asking()));
        }
        page.table(List.of("DOCUMENT", "BY A RULE", "BY A STEP", "BY NOTHING", "OF MUST AND SHOULD, REACHED"), rows);
        for (Coverage.OfDocument d : coverage.documents()) {
            if (all) {
                page.blank().line(d.document().title());
                for (Coverage.Reach reach : d.statements()) {
                    page.hanging("  ", "    ", reach.statement().id() + ": " + reached(reach));
                }
            } else {
                List<String> open = d.statements().stream()
                        .filter(r -> r.asks() && r.by() == By.NOTHING)
                        .map(r -> r.statement().id())
                        .toList();
                if (!open.isEmpty()) {
                    page.blank().line(d.document().id() + ": asked for, and reached by nothing (" + open.size() + ")");
                    page.paragraph("  ", String.join(", ", open));
                }
            }
        }
        return page;
    }

    private static List<String> row(String name, int rule, int step, int nothing, int reached, int asking) {
        return List.of(
                name,
                Integer.toString(rule),
                Integer.toString(step),
                Integer.toString(nothing),
                reached + " of " + asking + (asking == 0 ? "" : " (" + 100L * reached / asking + " %)"));
    }

    private static String reached(Coverage.Reach reach) {
        var by = new ArrayList<String>();
        for (RuleId rule : reach.rules()) {
            by.add(rule.toString());
        }
        reach.steps().forEach(s -> by.add(s.name()));
        return by.isEmpty() ? "nothing" : String.join(", ", by);
    }

    private void json(Coverage coverage) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("summary").beginObject();
        counts(
                coverage.count(By.RULE),
                coverage.count(By.STEP),
                coverage.count(By.NOTHING),
                coverage.askingReached(),
                coverage.asking(),
                out);
        out.endObject().name("documents").beginArray();
        for (Coverage.OfDocument d : coverage.documents()) {
            out.beginObject().member("id", d.document().id());
            counts(d.count(By.RULE), d.count(By.STEP), d.count(By.NOTHING), d.askingReached(), d.asking(), out);
            out.name("statements").beginArray();
            for (Coverage.Reach reach : d.statements()) {
                Statement s = reach.statement();
                out.beginObject()
                        .member("id", s.id())
                        .member("modality", s.modality().name())
                        .member("provenance", s.provenance().name());
                out.name("rules").beginArray();
                for (RuleId rule : reach.rules()) {
                    out.value(rule.toString());
                }
                out.endArray().name("steps").beginArray();
                for (Step step : reach.steps()) {
                    out.value(step.name());
                }
                out.endArray().endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void counts(int rule, int step, int nothing, int reached, int asking, JsonOutput out)
            throws IOException {
        out.member("total", rule + step + nothing)
                .member("byRule", rule)
                .member("byStep", step)
                .member("byNothing", nothing)
                .member("mustOrShould", asking)
                .member("mustOrShouldReached", reached);
    }
}
