package org.govsocial.cli;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.govsocial.casestudies.CaseAdvisor;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.casestudies.CaseSearch;
import org.govsocial.casestudies.Recommendation;
import org.govsocial.casestudies.Situation;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Finds the cases that are most like the user's situation. */
final class CasesRecommend implements Verb {
    private static final String PLAN = "--plan";
    private static final String INCIDENT = "--incident";
    private static final String FINDINGS = "--findings";
    private static final String LIMIT = "--limit";
    private static final Logger LIBRARY = Logger.getLogger("org.apache.lucene");

    private final Terminal terminal;

    CasesRecommend(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "recommend",
                "Find the cases most like your plan or incident.",
                "Says why each case is like yours and what it teaches. A plan is checked as by \"plan check\", and lessons on"
                        + " what the check found missing come first; --findings adds those of a JSON report.",
                "",
                "Examples:",
                "  govsocial cases recommend --plan plan.json",
                "  govsocial cases recommend --plan plan.json --findings report.json --limit 3",
                "  govsocial cases recommend --incident incident.json --format json",
                "");
        spec.addOption(Options.value(
                PLAN, "FILE", "A plan.json, or facts of a plan: purpose, audience, context, stage, tools, platforms."));
        spec.addOption(Options.value(INCIDENT, "FILE", "Facts of an incident: what, types, platforms."));
        spec.addOption(Options.value(FINDINGS, "FILE", "A JSON report with findings on the plan."));
        spec.addOption(Options.value(LIMIT, "N", "Show at most this many; 5 when not given."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        int limit = Cases.number(LIMIT, Options.text(given, LIMIT), 5);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Situation situation = situation(given, guidance);
        CaseLibrary library = CaseLibrary.of(guidance);
        LIBRARY.setLevel(Level.SEVERE);
        List<Recommendation> best;
        try (CaseSearch search = library.search()) {
            best = new CaseAdvisor(library, search).recommend(situation, limit);
        }
        if (json) {
            json(best);
        } else {
            terminal.print(text(best));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private static Situation situation(ParseResult given, Guidance guidance) throws UsageError {
        String plan = Options.text(given, PLAN);
        String incident = Options.text(given, INCIDENT);
        if ((plan == null) == (incident == null)) {
            throw new UsageError("cases recommend", "It needs a plan or an incident.", "Give --plan or --incident.");
        }
        Situation situation = plan != null
                ? Cases.read(PLAN, plan, (name, bytes) -> Situation.readPlan(name, bytes, guidance))
                : read(INCIDENT, incident);
        String findings = Options.text(given, FINDINGS);
        return findings == null
                ? situation
                : situation.withGaps(read(FINDINGS, findings).gaps());
    }

    private static Situation read(String option, @Nullable String file) throws UsageError {
        return Cases.read(option, String.valueOf(file), Situation::read);
    }

    private TextPage text(List<Recommendation> best) {
        var page = new TextPage(terminal.width());
        if (best.isEmpty()) {
            return page.paragraph("", "No case is like it. Add purpose, context, tools or platforms to the file.");
        }
        for (Recommendation one : best) {
            CaseStudy found = one.recommended();
            page.hanging("", "  ", found.id() + ": " + found.title());
            page.line("  Why");
            one.reasons().forEach(reason -> page.hanging("  - ", "    ", reason + "."));
            page.line("  What it teaches");
            one.lessons().forEach(lesson -> page.hanging("  - ", "    ", lesson.text()));
            if (one.lessons().isEmpty()) {
                page.hanging("  - ", "    ", found.result().isEmpty() ? "No lesson is known." : found.result());
            }
            page.blank();
        }
        return page.paragraph("", "\"govsocial cases show ID\" says more. How cases are weighed is our judgement.");
    }

    private void json(List<Recommendation> best) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("results").beginArray();
        for (Recommendation one : best) {
            out.beginObject().member("id", one.recommended().id());
            out.member("title", one.recommended().title());
            out.name("score").value(one.score());
            out.name("reasons").beginArray();
            for (String reason : one.reasons()) {
                out.value(reason);
            }
            out.endArray().name("lessons").beginArray();
            for (CaseStudy.Lesson lesson : one.lessons()) {
                out.beginObject().member("text", lesson.text());
                cites(lesson.cites(), out);
                out.endObject();
            }
            out.endArray().name("gaps").beginArray();
            for (Citation gap : one.gaps()) {
                out.beginObject()
                        .member("document", gap.document())
                        .member("statement", gap.statement())
                        .endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void cites(List<Citation> cites, JsonOutput out) throws IOException {
        out.name("cites").beginArray();
        for (Citation one : cites) {
            out.beginObject()
                    .member("document", one.document())
                    .member("statement", one.statement())
                    .endObject();
        }
        out.endArray();
    }
}
