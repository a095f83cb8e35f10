package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.ready.Readiness;
import org.govsocial.mishap.response.IncidentPages;
import org.govsocial.model.Paper;
import org.govsocial.model.Plan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Pages to hand on: the card of the first hour, and the note for those who lead. */
final class MishapPages implements Verb {
    private final MishapDesk desk;
    private final boolean card;

    private MishapPages(MishapDesk desk, boolean card) {
        this.desk = desk;
        this.card = card;
    }

    static MishapPages card(MishapDesk desk) {
        return new MishapPages(desk, true);
    }

    static MishapPages brief(MishapDesk desk) {
        return new MishapPages(desk, false);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = card
                ? Options.verb(
                        "card",
                        "The first hour on one page, with names and numbers: of an incident, or to print before there is one.",
                        "",
                        "Examples:",
                        "  govsocial mishap card --person 'communications-manager=Moana, 021 555 010'",
                        "  govsocial mishap card --dir incident --format html --output card.html",
                        "")
                : Options.verb(
                        "brief",
                        "A one-page \"no surprises\" note for those who lead, from the log.",
                        "",
                        "Examples:",
                        "  govsocial mishap brief --dir incident",
                        "  govsocial mishap brief --dir incident --format docx --output brief.docx",
                        "");
        MishapDesk.dir(spec);
        if (card) {
            spec.addOption(Options.repeatable("--person", "ROLE=NAME", "Who has a role, with a number. Repeatable.")
                    .build());
        }
        return Options.withStandard(PaperOutput.options(GuidanceOptions.add(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        PaperOutput.write(paper(given, guidance), given, guidance, desk.terminal());
        return Problems.say(guidance.problems(), desk.terminal());
    }

    /** Names and numbers of the workspace's plan, by role. */
    private static Map<String, String> planned() throws UsageError {
        var people = new LinkedHashMap<String, String>();
        Optional<Plan> plan = MishapReady.plan(null, Workspaces.here());
        for (Plan.Person person : plan.map(p -> p.team().people()).orElse(List.of())) {
            people.put(
                    Readiness.role(person),
                    person.name() + (person.deputy().isBlank() ? "" : "; deputy " + person.deputy()));
        }
        return people;
    }

    private Paper paper(ParseResult given, Guidance guidance) throws UsageError, IOException {
        if (!card) {
            return IncidentPages.brief(desk.view(given), desk.clock().instant());
        }
        var people = new LinkedHashMap<>(planned());
        for (String pair : Options.texts(given, "--person")) {
            int at = pair.indexOf('=');
            if (at < 1) {
                throw new UsageError("--person", "\"" + pair + "\" names no role.", "Write ROLE=NAME.");
            }
            people.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
        }
        boolean incident = Options.text(given, MishapDesk.DIR) != null || Files.isRegularFile(Path.of(MishapDesk.LOG));
        return incident
                ? IncidentPages.card(desk.view(given), people)
                : IncidentPages.card(
                        Mishaps.assessor(guidance).assess(List.<String>of()).steps(), people);
    }
}
