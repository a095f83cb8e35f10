package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.Assessment;
import org.govsocial.mishap.Assessor;
import org.govsocial.mishap.Facts;
import org.govsocial.model.Problem;
import org.govsocial.model.Triage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Finds out what a mishap is and what it calls for. */
final class MishapTriage implements Verb {
    private static final String FACTS = "--facts";

    private final Terminal terminal;

    MishapTriage(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "triage",
                "Find out what kind of mishap it is, how far the response should go, and the first steps.",
                "Asks when you are at a terminal; reads a facts file otherwise. The result says why, and what every step"
                        + " rests on. docs/user-guide.md lists the questions and answers.",
                "",
                "Examples:",
                "  govsocial mishap triage",
                "  govsocial mishap triage --facts facts.json",
                "  govsocial mishap triage --facts facts.json --format json",
                "");
        spec.addOption(Options.value(FACTS, "FILE", "The facts, as JSON; - for standard input."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Assessor assessor = Mishaps.assessor(guidance);
        Facts facts = facts(Options.text(given, FACTS), assessor.triage());
        Assessment assessment = assessor.assess(facts);
        if (json) {
            json(facts, assessment, assessor, guidance);
        } else {
            terminal.print(text(facts, assessment, assessor, guidance));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private Facts facts(@Nullable String file, Triage triage) throws UsageError, IOException {
        if (file == null) {
            if (!terminal.inputIsScreen()) {
                throw new UsageError("mishap triage", "There are no facts.", "Give --facts FILE.");
            }
            return interview(triage);
        }
        try (Reader reader = file.equals("-")
                ? new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(file))) {
            return Facts.read(file.equals("-") ? "standard input" : file, reader, triage);
        } catch (JsonException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (NoSuchFileException e) {
            throw new UsageError(FACTS, "There is no " + file + ".", "Check the spelling and the folder.");
        } catch (java.nio.file.InvalidPathException | IOException e) {
            throw new UsageError(
                    FACTS, file + " cannot be read (" + e.getMessage() + ").", "It has to be a file of JSON in UTF-8.");
        }
    }

    private Facts interview(Triage triage) throws IOException {
        var asking = new Asking(terminal);
        var answers = new LinkedHashMap<String, List<String>>();
        for (Triage.Question question : triage.questions()) {
            List<String> texts =
                    question.answers().stream().map(Triage.Answer::text).toList();
            answers.put(
                    question.id(),
                    asking.choose(question.ask(), texts, question.several()).stream()
                            .map(i -> question.answers().get(i).id())
                            .toList());
        }
        return Facts.of(answers);
    }

    // ---- text

    private TextPage text(Facts facts, Assessment found, Assessor assessor, Guidance guidance) {
        var page = new TextPage(terminal.width());
        if (!facts.title().isEmpty()) {
            page.line(facts.title()).blank();
        }
        page.line("WHAT IT IS");
        if (found.types().isEmpty()) {
            page.paragraph("  ", "None of the types of the guide fits what is known.");
        }
        for (Assessment.FoundType type : found.types()) {
            page.line("  " + type.type().title() + ": " + type.sureness().name().toLowerCase(Locale.ROOT));
            type.why().forEach(w -> page.hanging("    - ", "      ", w));
            page.paragraph("    ", Mishaps.basis(type.type().cites(), guidance));
        }
        for (Assessment.FoundBranch branch : found.branches()) {
            page.line("  Special: " + branch.branch().title());
            branch.why().forEach(w -> page.hanging("    - ", "      ", w));
            page.paragraph("    ", Mishaps.basis(branch.branch().cites(), guidance));
        }
        page.blank().line("IMPACT");
        if (found.impacts().isEmpty()) {
            page.paragraph("  ", "None that is known.");
        }
        for (Assessment.FoundImpact impact : found.impacts()) {
            page.line("  " + impact.impact().title() + ": " + impact.words());
        }
        page.blank().line("RESPONSE");
        page.paragraph(
                "  ",
                found.extent().title() + ". Lead: " + role(found.extent().lead()) + ". First response within "
                        + Mishaps.spoken(found.extent().firstResponse())
                        + due(facts.noticed(), found.extent().firstResponse())
                        + ".");
        found.reasons().forEach(r -> page.hanging("    - ", "      ", r));
        found.responses().forEach(r -> page.paragraph("  ", r.title() + "."));
        page.paragraph("  ", Mishaps.basis(assessor.matrix().cites(), guidance));
        page.blank().line("STEPS");
        int number = 0;
        for (Assessment.FirstStep step : found.steps()) {
            number++;
            String start = "  " + number + ". ";
            page.hanging(start, "     ", step.step().title());
            page.paragraph(
                    "     ",
                    step.step().id() + ", by " + role(step.step().owner()) + ", within "
                            + Mishaps.spoken(step.within())
                            + (step.step().phase() == org.govsocial.model.Playbook.Phase.AFTER
                                    ? " of its end"
                                    : due(facts.noticed(), step.within()))
                            + (step.step().after().isEmpty()
                                    ? ""
                                    : ", after "
                                            + String.join(" and ", step.step().after())));
            if (!step.step().words().isEmpty()) {
                page.paragraph("     ", "Say: \u201c" + step.step().words() + "\u201d");
            }
            if (!step.step().evidence().isEmpty()) {
                page.paragraph("     ", "Keep: " + step.step().evidence() + ".");
            }
            page.paragraph("     ", Mishaps.basis(step.step().cites(), guidance));
        }
        if (!found.open().isEmpty()) {
            page.blank().line("FIND OUT");
            found.open().forEach(q -> page.hanging("  - ", "    ", q.ask()));
        }
        return page;
    }

    private static String role(String role) {
        return role.replace('-', ' ');
    }

    private static String due(@Nullable OffsetDateTime noticed, java.time.Duration within) {
        return noticed == null ? "" : " (by " + noticed.plus(within) + ")";
    }

    // ---- JSON

    private void json(Facts facts, Assessment found, Assessor assessor, Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject();
        out.member("title", facts.title());
        out.name("types").beginArray();
        for (Assessment.FoundType type : found.types()) {
            out.beginObject()
                    .member("id", type.type().id())
                    .member("title", type.type().title())
                    .member("sureness", type.sureness().name().toLowerCase(Locale.ROOT));
            Mishaps.texts(out, "why", type.why());
            Mishaps.cites(out, type.type().cites(), guidance);
            out.endObject();
        }
        out.endArray().name("impacts").beginArray();
        for (Assessment.FoundImpact impact : found.impacts()) {
            out.beginObject().member("id", impact.impact().id()).member("level", impact.words());
            Mishaps.texts(out, "why", impact.why());
            out.endObject();
        }
        out.endArray().name("branches").beginArray();
        for (Assessment.FoundBranch branch : found.branches()) {
            out.beginObject()
                    .member("id", branch.branch().id())
                    .member("title", branch.branch().title());
            Mishaps.texts(out, "why", branch.why());
            Mishaps.cites(out, branch.branch().cites(), guidance);
            out.endObject();
        }
        out.endArray();
        response(out, facts, found, assessor, guidance);
        out.name("steps").beginArray();
        for (Assessment.FirstStep step : found.steps()) {
            MishapSteps.json(out, step, facts.noticed(), guidance);
        }
        out.endArray().name("open").beginArray();
        for (Triage.Question question : found.open()) {
            out.beginObject()
                    .member("id", question.id())
                    .member("ask", question.ask())
                    .endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void response(JsonOutput out, Facts facts, Assessment found, Assessor assessor, Guidance guidance)
            throws IOException {
        out.name("response")
                .beginObject()
                .member("extent", found.extent().id())
                .member("title", found.extent().title())
                .member("lead", found.extent().lead())
                .member("firstResponse", found.extent().firstResponse().toString());
        if (facts.noticed() != null) {
            out.member(
                    "due", facts.noticed().plus(found.extent().firstResponse()).toString());
        }
        Mishaps.texts(out, "why", found.reasons());
        out.name("kinds").beginArray();
        for (var response : found.responses()) {
            out.beginObject()
                    .member("id", response.id())
                    .member("title", response.title())
                    .endObject();
        }
        out.endArray().name("cells").beginArray();
        for (Assessment.FoundCell cell : found.cells()) {
            out.beginObject()
                    .member("type", cell.cell().type())
                    .member("impact", cell.cell().impact())
                    .member("level", cell.level())
                    .member("response", cell.cell().response())
                    .member("extent", cell.extent().id())
                    .endObject();
        }
        out.endArray().member("provenance", assessor.matrix().provenance().name());
        Mishaps.cites(out, assessor.matrix().cites(), guidance);
        out.endObject();
    }
}
