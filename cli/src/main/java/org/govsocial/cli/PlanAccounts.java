package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.govsocial.catalogue.Basis;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Reviewer;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Citation;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Profile;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.govsocial.planning.toolbox.AccountCheck;
import org.govsocial.spi.Location;
import org.govsocial.spi.RuleInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Finds what is amiss with the agency's accounts. */
record PlanAccounts(PlanDesk desk) implements Verb {
    private static final String LEFT = "--left";
    private static final String FAIL_ON = "--fail-on";

    static Verb branch(PlanDesk desk) {
        return new Branch(
                "accounts",
                "Keep the register of accounts.",
                new LinkedHashMap<>(Map.of("check", new PlanAccounts(desk))),
                "",
                "Example:",
                "  govsocial plan accounts check samples/plan/accounts.csv",
                "");
    }

    /** Something amiss: of the register, or of a profile by a rule. */
    private record Row(
            Location where,
            String account,
            String key,
            Severity severity,
            Outcome outcome,
            String text,
            Citation cites) {}

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "check",
                "Find orphaned accounts, single owners, stale reviews, weak log-ins and missing closure plans.",
                "Rows with a display name, bio or profile links are checked by the rules about profiles as well.",
                "",
                "Examples:",
                "  govsocial plan accounts check",
                "  govsocial plan accounts check samples/plan/accounts.csv --left Tom",
                "");
        spec.addPositional(
                Options.parameter("FILE", "0..*", "The register; the workspace's accounts.csv when not given."));
        spec.addOption(Options.list(LEFT, "NAME", "Somebody who has left, as the register has the name. Repeatable."));
        spec.addOption(Options.value(
                FAIL_ON,
                "LEVEL",
                "End with 1 when there are findings of this severity or above: error (the default), warning, note or"
                        + " never. What a person has to decide does not count."));
        spec.addOption(PlanDesk.todayOption());
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Threshold failOn = Threshold.named(FAIL_ON, Options.text(given, FAIL_ON));
        AccountRegister register = PlanDesk.accounts(PlanDesk.accountsFile(given));
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        var rows = new ArrayList<Row>();
        for (AccountCheck.Flaw flaw : AccountCheck.check(register, desk.today(given), Options.texts(given, LEFT))) {
            rows.add(new Row(
                    flaw.where(),
                    named(flaw.account()),
                    flaw.key(),
                    flaw.severity(),
                    flaw.outcome(),
                    flaw.text(),
                    flaw.cites()));
        }
        boolean broken = profiles(register, guidance, rows);
        rows.sort(java.util.Comparator.comparingLong((Row r) -> r.where().line())
                .thenComparing(Row::severity, Collections.reverseOrder()));
        if (json) {
            write(rows, register, guidance);
        } else {
            desk.terminal().print(page(rows, register, guidance));
        }
        boolean failing = failOn != Threshold.NEVER
                && rows.stream()
                        .anyMatch(r -> r.outcome() == Outcome.FAILED
                                && r.severity().compareTo(Severity.valueOf(failOn.name())) >= 0);
        int found = failing ? ExitCode.FINDINGS : ExitCode.DONE;
        int work = broken ? ExitCode.INCOMPLETE : ExitCode.DONE;
        return Math.max(Problems.say(guidance.problems(), desk.terminal()), Math.max(found, work));
    }

    /** Judges the profiles in the register; gives whether a rule did not finish. */
    private boolean profiles(AccountRegister register, Guidance guidance, List<Row> rows) throws UsageError {
        Reviewer reviewer = guidance.reviewer(Workspaces.config());
        boolean broken = false;
        for (AccountRegister.Entry entry : register.entries()) {
            Profile profile = entry.account().profile().orElse(null);
            if (profile == null) {
                continue;
            }
            Report report = reviewer.review(profile);
            for (var failure : report.failures()) {
                desk.terminal().say("The rule " + failure.rule() + " did not finish: " + failure.error());
                broken = true;
            }
            for (Finding finding : report.findings()) {
                RuleInfo rule = guidance.rule(finding.rule()).orElseThrow();
                String text = Objects.requireNonNull(rule.messages().get(finding.messageKey()))
                        .filledWith(finding.args());
                rows.add(new Row(
                        entry.where(),
                        named(entry.account()),
                        rule.id().toString(),
                        finding.severity(),
                        finding.outcome(),
                        text,
                        rule.cites()));
            }
        }
        return broken;
    }

    private static String named(ChannelAccount account) {
        return account.handle().isEmpty() ? account.channel() : account.channel() + " @" + account.handle();
    }

    private TextPage page(List<Row> rows, AccountRegister register, Guidance guidance) {
        var page = new TextPage(desk.terminal().width());
        long amiss = rows.stream().map(Row::where).distinct().count();
        page.line(register.entries().size() + " accounts, " + amiss + " with something amiss.");
        Location last = null;
        for (Row row : rows) {
            if (!row.where().equals(last)) {
                page.blank().line(row.where() + "  " + row.account());
                last = row.where();
            }
            String mark = row.outcome() == Outcome.CANT_TELL
                    ? "decide"
                    : row.severity().name().toLowerCase(Locale.ROOT);
            String basis = guidance.statement(row.cites())
                    .map(s -> " [" + s.id() + ", " + Basis.of(s, guidance).inBrief() + "]")
                    .orElse("");
            page.hanging("  " + mark + "  ", "      ", row.text() + " (" + row.key() + ")" + basis);
        }
        return page;
    }

    private void write(List<Row> rows, AccountRegister register, Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(desk.terminal().out());
        out.beginObject()
                .member("accounts", register.entries().size())
                .name("findings")
                .beginArray();
        for (Row row : rows) {
            out.beginObject()
                    .member("where", row.where().toString())
                    .member("account", row.account())
                    .member("key", row.key())
                    .member("severity", row.severity().name())
                    .member("outcome", row.outcome().name())
                    .member("message", row.text())
                    .name("cites")
                    .beginObject()
                    .member("document", row.cites().document())
                    .member("statement", row.cites().statement());
            var statement = guidance.statement(row.cites());
            if (statement.isPresent()) {
                out.member("modality", statement.get().modality().name())
                        .member("provenance", statement.get().provenance().name())
                        .member("standing", statement.get().standing());
            }
            out.endObject().endObject();
        }
        out.endArray().endObject().endLine().flush();
    }
}
