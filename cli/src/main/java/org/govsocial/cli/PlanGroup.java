package org.govsocial.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.govsocial.planning.Planning;
import org.govsocial.spi.ReadOptions;

/** How social media is set up, run and closed: a verb for each task. */
public final class PlanGroup implements VerbGroup {
    /** Made by the service loader. */
    public PlanGroup() {}

    @Override
    public String document() {
        return "toolbox";
    }

    @Override
    public List<String> names() {
        return List.of("init", "plan", "find");
    }

    @Override
    public List<Verb> verbs(Terminal terminal) {
        // Fails here, and not in the middle of the work, when the module is missing.
        Objects.requireNonNull(Planning.class.getName());
        Clock clock = Clock.system(ReadOptions.DEFAULTS.zone());
        return List.of(
                new PlanWorkspace(terminal),
                new Branch(
                        "plan",
                        "Set social media up, run it, report on it and close it.",
                        tasks(terminal, clock),
                        "The Hands-on toolbox as software. Each verb has --help with examples.",
                        "",
                        "Examples:",
                        "  govsocial plan init --from decision.json --output plan.json",
                        "  govsocial plan check",
                        "  govsocial plan render business-case plan.json --output case.docx",
                        "  govsocial plan calendar check samples/plan/calendar.csv",
                        "  govsocial plan backup create outbox.json --to backup-2026-11",
                        "  govsocial plan backup verify backup-2026-11",
                        ""),
                new PlanFind(terminal, clock));
    }

    private static Map<String, Verb> tasks(Terminal terminal, Clock clock) {
        var tasks = new LinkedHashMap<String, Verb>();
        var desk = new PlanDesk(terminal, clock);
        tasks.put("init", new PlanVerbs.Init(desk));
        tasks.put("check", new PlanVerbs.Check(desk));
        tasks.put("status", new PlanVerbs.Status(desk));
        tasks.put("accounts", PlanAccounts.branch(desk));
        tasks.put("calendar", PlanCalendar.branch(terminal, clock));
        tasks.put("moderation", PlanModeration.branch(terminal, clock));
        tasks.put("report", PlanReport.branch(terminal, clock));
        tasks.put("backup", PlanBackup.branch(terminal, clock));
        tasks.put("render", new PlanRender(terminal));
        return tasks;
    }
}
