package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.govsocial.mishap.record.Receipt;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.NoticeClock;
import org.govsocial.mishap.response.OngoingIncident;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A verb that adds one entry to the log of an incident, and says what comes next. */
final class MishapAct implements Verb {
    /** What a verb adds. */
    @FunctionalInterface
    private interface Deed {
        Receipt with(OngoingIncident incident, ParseResult given, String who) throws UsageError, IOException;
    }

    private final MishapDesk desk;
    private final String name;
    private final Deed deed;

    private MishapAct(MishapDesk desk, String name, Deed deed) {
        this.desk = desk;
        this.name = name;
        this.deed = deed;
    }

    static MishapAct log(MishapDesk desk) {
        return new MishapAct(desk, "log", (i, g, who) -> {
            OffsetDateTime at = desk.at(g);
            String text = words(g, "log", "TEXT");
            if (!Options.isSet(g, "--began")) {
                return i.note(who, at, text);
            }
            if (at == null) {
                throw new UsageError("--began", "When it began is not said.", "Give --at TIME.");
            }
            return i.began(who, at, text);
        });
    }

    static MishapAct attach(MishapDesk desk) {
        return new MishapAct(desk, "attach", (i, g, who) -> {
            List<String> given = Options.parameters(g);
            if (given.isEmpty()) {
                throw new UsageError("mishap attach", "No file is named.", "Say which: mishap attach FILE");
            }
            Path file = TypedPath.of("FILE", given.get(0));
            if (!Files.isRegularFile(file)) {
                throw new UsageError("FILE", "There is no file " + file + ".", "Check the spelling and the folder.");
            }
            return i.attach(file, who, desk.at(g), String.join(" ", given.subList(1, given.size())));
        });
    }

    static MishapAct done(MishapDesk desk) {
        return new MishapAct(desk, "do", (i, g, who) -> {
            List<String> given = Options.parameters(g);
            if (given.isEmpty()) {
                throw new UsageError("mishap do", "No step is named.", "\"govsocial mishap status\" lists the steps.");
            }
            String reason = Options.text(g, "--skip");
            if (reason != null) {
                return i.skip(given.get(0), who, reason);
            }
            return i.done(
                    given.get(0),
                    who,
                    desk.at(g),
                    String.join(" ", given.subList(1, given.size())),
                    Options.isSet(g, "--anyway"));
        });
    }

    static MishapAct assign(MishapDesk desk) {
        return new MishapAct(desk, "assign", (i, g, who) -> {
            List<String> given = Options.parameters(g);
            if (given.size() < 2) {
                throw new UsageError(
                        "mishap assign",
                        "Say a role or step, and who does it.",
                        "For example: mishap assign communications-manager 'Moana, 021 555 010'");
            }
            return i.assign(given.get(0), String.join(" ", given.subList(1, given.size())), who);
        });
    }

    static MishapAct lesson(MishapDesk desk) {
        return new MishapAct(desk, "lesson", (i, g, who) -> {
            String done = Options.text(g, "--done");
            if (done == null) {
                return i.lesson(words(g, "lesson", "TEXT"), orEmpty(g, "--owner"), orEmpty(g, "--due"), who);
            }
            try {
                return i.lessonDone(Long.parseLong(done), who, null, String.join(" ", Options.parameters(g)));
            } catch (NumberFormatException e) {
                throw new UsageError(
                        "--done", "\"" + done + "\" is not a number.", "Give the entry that \"mishap review\" shows.");
            }
        });
    }

    static MishapAct close(MishapDesk desk) {
        return new MishapAct(
                desk,
                "close",
                (i, g, who) -> i.end(who, String.join(" ", Options.parameters(g)), Options.isSet(g, "--anyway")));
    }

    private static String orEmpty(ParseResult given, String option) {
        String text = Options.text(given, option);
        return text == null ? "" : text;
    }

    private static String words(ParseResult given, String verb, String what) throws UsageError {
        String text = String.join(" ", Options.parameters(given)).strip();
        if (text.isEmpty()) {
            throw new UsageError(
                    "mishap " + verb, "There is nothing to record.", "Say it: mishap " + verb + " " + what);
        }
        return text;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = switch (name) {
            case "log" -> {
                CommandSpec s = Options.verb(
                        "log",
                        "Write down what happened. It is saved when the command says so.",
                        "",
                        "Examples:",
                        "  govsocial mishap log 'A journalist rang' --by Ana",
                        "  govsocial mishap log 'We took the post down' --at 21:04",
                        "  govsocial mishap log 'The post went out' --began --at 20:48",
                        "");
                s.addOption(Options.flag("--began", "This is when it began: the time to notice runs from then."));
                s.addPositional(Options.parameter("TEXT", "0..*", "What happened."));
                yield MishapDesk.when(s);
            }
            case "attach" -> {
                CommandSpec s = Options.verb(
                        "attach",
                        "Add a file, such as a screenshot. It is copied, and its hash recorded.",
                        "",
                        "Examples:",
                        "  govsocial mishap attach screenshot.png 'The post and its first replies' --at 21:02",
                        "");
                s.addPositional(Options.parameter("FILE", "0..*", "The file, then what it shows."));
                yield MishapDesk.when(s);
            }
            case "do" -> {
                CommandSpec s = Options.verb(
                        "do",
                        "Record that a step is done, or left out.",
                        "A step that was done already is refused, and so is one before which another comes.",
                        "",
                        "Examples:",
                        "  govsocial mishap do capture",
                        "  govsocial mishap do take-down 'removed by Ben' --at 21:06 --by Ben",
                        "  govsocial mishap do lock --skip 'It was one of us.'",
                        "");
                s.addPositional(Options.parameter("STEP", "0..*", "The step, then how it was done."));
                s.addOption(Options.value("--skip", "REASON", "Leave the step out, and say why."));
                s.addOption(Options.flag("--anyway", "Though a step that comes first is not done."));
                yield MishapDesk.when(s);
            }
            case "assign" -> {
                CommandSpec s = Options.verb(
                        "assign",
                        "Say who has a role or does a step, with a number.",
                        "",
                        "Examples:",
                        "  govsocial mishap assign communications-manager 'Moana, 021 555 010'",
                        "");
                s.addPositional(Options.parameter("ROLE", "0..*", "A role or step, then name and number."));
                yield s;
            }
            case "lesson" -> {
                CommandSpec s = Options.verb(
                        "lesson",
                        "Record what to do differently, with an owner.",
                        "",
                        "Examples:",
                        "  govsocial mishap lesson 'One device per account' --owner Moana --due 2026-12-18",
                        "  govsocial mishap lesson --done 31 'Tablets handed out'",
                        "");
                s.addOption(Options.value("--done", "NUMBER", "The lesson of this entry was seen to."));
                s.addPositional(Options.parameter("TEXT", "0..*", "What to do differently."));
                s.addOption(Options.value("--owner", "WHO", "Who sees to it."));
                s.addOption(Options.value("--due", "DATE", "Until when."));
                yield s;
            }
            default -> {
                CommandSpec s = Options.verb(
                        "close",
                        "End the incident, and start the time of the steps that come after.",
                        "",
                        "Examples:",
                        "  govsocial mishap close 'Apology accepted, coverage over'",
                        "");
                s.addPositional(Options.parameter("TEXT", "0..*", "How it ended."));
                s.addOption(Options.flag("--anyway", "Though steps are neither done nor left out."));
                yield s;
            }
        };
        return Options.withStandard(MishapDesk.who(MishapDesk.dir(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String who = desk.by(given);
        return desk.work(given, incident -> {
            Receipt receipt = deed.with(incident, given, who);
            var page = new TextPage(desk.terminal().width()).line(receipt.toString());
            OffsetDateTime at =
                    name.equals("log") || name.equals("attach") || name.equals("do") ? desk.at(given) : null;
            if (at != null) {
                page.line("Happened: " + Mishaps.time(at)); // "23:50" may have been yesterday
            }
            IncidentView view = incident.view();
            if (name.equals("assign")) {
                unknown(page, Options.parameters(given).get(0), view);
            }
            next(page, view);
            desk.terminal().print(page);
            return ExitCode.DONE;
        });
    }

    /** It is recorded all the same: an agency may know roles that no step has. */
    private static void unknown(TextPage page, String to, IncidentView view) {
        var roles = new TreeSet<String>();
        roles.add(view.lead());
        view.steps().forEach(step -> roles.add(step.owner()));
        if (!roles.contains(to) && view.step(to).isEmpty()) {
            page.paragraph(
                    "",
                    "No step here is called \"" + to + "\" or belongs to such a role."
                            + Nearest.question(to, List.copyOf(roles)) + " The roles are " + String.join(", ", roles)
                            + ".");
        }
    }

    private void next(TextPage page, IncidentView view) {
        if (name.equals("do") || name.equals("close")) {
            List<IncidentView.StepState> next = view.next();
            if (!next.isEmpty()) {
                page.hanging(
                        "Next: ",
                        "      ",
                        next.get(0).id() + ": " + next.get(0).title());
                if (!next.get(0).words().isEmpty()) {
                    page.paragraph("      ", "Say: \u201c" + next.get(0).words() + "\u201d");
                }
            }
        }
    }

    /** Records what became of a notice of complaint. */
    static final class Notice implements Verb {
        private final MishapDesk desk;

        Notice(MishapDesk desk) {
            this.desk = desk;
        }

        @Override
        public CommandSpec spec() {
            var events = new StringBuilder();
            for (NoticeClock.Event event : NoticeClock.Event.values()) {
                events.append(events.isEmpty() ? "" : ", ").append(event.id());
            }
            CommandSpec spec = Options.verb(
                    "notice",
                    "Record what became of a notice under the Harmful Digital Communications Act; it has a clock.",
                    "EVENT is " + events
                            + ". The clock goes as far as the text of section 24 was read, and says \"ask your"
                            + " legal team\" beyond.",
                    "",
                    "Examples:",
                    "  govsocial mishap notice received --at 2026-11-22T21:04",
                    "  govsocial mishap notice copy-sent 'by private message'",
                    "");
            spec.addPositional(Options.parameter("EVENT", "0..*", "The event, then how it happened."));
            return Options.withStandard(MishapDesk.who(MishapDesk.when(MishapDesk.dir(spec))));
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String who = desk.by(given);
            OffsetDateTime at = desk.at(given);
            List<String> words = Options.parameters(given);
            NoticeClock.Event event = words.isEmpty()
                    ? null
                    : NoticeClock.Event.of(words.get(0).toLowerCase(Locale.ROOT))
                            .orElse(null);
            if (event == null) {
                throw new UsageError(
                        "mishap notice",
                        words.isEmpty() ? "No event is named." : "There is no event \"" + words.get(0) + "\".",
                        "\"govsocial mishap notice --help\" lists them.");
            }
            return desk.work(given, incident -> {
                NoticeClock clock = incident.notice(
                        event,
                        who,
                        at,
                        String.join(" ", words.subList(1, words.size())),
                        OffsetDateTime.now(desk.clock()));
                var page = new TextPage(desk.terminal().width()).line("Saved.");
                page.paragraph("", clock.state().words());
                if (clock.due() != null) {
                    page.line("Until: " + Mishaps.time(clock.due()));
                }
                page.line("In time: "
                        + clock.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
                desk.terminal().print(page);
                return ExitCode.DONE;
            });
        }
    }
}
