package org.govsocial.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What people do when it goes wrong. */
final class MishapVerb implements Verb {
    private final Map<String, Verb> verbs = new LinkedHashMap<>();
    private final MishapOpen open;

    MishapVerb(Terminal terminal, Clock clock) {
        var desk = new MishapDesk(terminal, clock);
        open = new MishapOpen(desk);
        verbs.put("ready", new MishapReady(desk));
        verbs.put("triage", new MishapTriage(terminal));
        verbs.put("open", open);
        verbs.put("log", MishapAct.log(desk));
        verbs.put("attach", MishapAct.attach(desk));
        verbs.put("do", MishapAct.done(desk));
        verbs.put("assign", MishapAct.assign(desk));
        verbs.put("status", new MishapStatus(desk));
        verbs.put("notice", new MishapAct.Notice(desk));
        verbs.put("lesson", MishapAct.lesson(desk));
        verbs.put("close", MishapAct.close(desk));
        verbs.put("list", new MishapStatus.Listing(desk));
        verbs.put("card", MishapPages.card(desk));
        verbs.put("brief", MishapPages.brief(desk));
        verbs.put("say", new MishapSay(desk));
        verbs.put("review", new MishapReview(desk));
        verbs.put("drill", new MishapDrill(desk));
        verbs.put("watch", new MishapWatch(desk));
        verbs.put("verify", new MishapRecord.Verify(desk));
        verbs.put("checkpoint", new MishapRecord.Sign(desk));
        verbs.put("release", new MishapRecord.Copy(desk));
        verbs.put("dispose", new MishapRecord.Dispose(desk));
        verbs.put("export", new MishapExport(desk));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "mishap",
                "Be led through a mishap: find out what it is, act, and prove what was done.",
                "Alone, at a terminal, it asks three questions, opens an incident and prints what to do first. Every step"
                        + " says what it rests on. Times and the matrix of responses are our judgement; your agency's pack"
                        + " can put its own in their place.",
                "",
                "Examples:",
                "  govsocial mishap",
                "  govsocial mishap do capture",
                "  govsocial mishap log 'A journalist rang' --at 21:10",
                "  govsocial mishap status",
                "");
        spec.usageMessage().synopsisSubcommandLabel("[VERB]");
        verbs.forEach((name, verb) -> spec.addSubcommand(name, new CommandLine(verb.spec())));
        spec.addOption(Options.value(MishapDesk.DIR, "DIR", "The folder for the incident that is opened."));
        return Options.withStandard(MishapDesk.who(GuidanceOptions.add(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        if (!given.hasSubcommand()) {
            return open.ask(given);
        }
        ParseResult asked = given.subcommand();
        Verb verb = verbs.get(asked.commandSpec().name());
        if (verb == null) {
            throw new IllegalStateException(asked.commandSpec().name());
        }
        return verb.run(asked);
    }
}
