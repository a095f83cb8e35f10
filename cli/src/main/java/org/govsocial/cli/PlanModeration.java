package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Citation;
import org.govsocial.model.Statement;
import org.govsocial.planning.moderation.LogCheck;
import org.govsocial.planning.moderation.ModerationEntry;
import org.govsocial.planning.moderation.ModerationLog;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The log of moderation. */
final class PlanModeration {
    private static final String LOG = "--log";
    private static final String DEFAULT = "moderation.jsonl";

    private PlanModeration() {}

    static Verb branch(Terminal terminal, Clock clock) {
        var verbs = new LinkedHashMap<String, Verb>();
        verbs.put("add", new Add(terminal, clock));
        verbs.put("list", new Listing(terminal));
        verbs.put("verify", new Verify(terminal));
        return new Branch(
                "moderation",
                "Keep what was done with comments, why, by whom, and a copy.",
                verbs,
                "The log is only ever added to, and each entry is linked to the one before it. Reports take removals and open"
                        + " questions from it.",
                "",
                "Examples:",
                "  govsocial plan moderation add --channel facebook --did hidden --rule PR-02 --reason 'Swearing'"
                        + " --by Aroha --copy 'The words'",
                "  govsocial plan moderation list --log samples/plan/moderation.jsonl",
                "  govsocial plan moderation verify",
                "");
    }

    /** The log as typed, or in the workspace, or here. */
    private static Path log(ParseResult given) throws UsageError {
        String typed = Options.text(given, LOG);
        if (typed != null) {
            return Path.of(typed);
        }
        return Workspaces.here().map(w -> w.folder().resolve(DEFAULT)).orElse(Path.of(DEFAULT));
    }

    /** Reads a log that has to be there. */
    static ModerationLog read(Path file) throws UsageError {
        try {
            return ModerationLog.read(file.toString(), file);
        } catch (JsonException e) {
            throw new UsageError(
                    e.problem().where(), e.problem().what(), e.problem().advice());
        } catch (IOException e) {
            throw new UsageError(
                    file.toString(), "There is no log that can be read.", "\"plan moderation add\" makes one.");
        }
    }

    /** Adds an entry. */
    private static final class Add implements Verb {
        private static final String ID = "--id";
        private static final String CHANNEL = "--channel";
        private static final String DID = "--did";
        private static final String RULE = "--rule";
        private static final String REASON = "--reason";
        private static final String BY = "--by";
        private static final String AUTHOR = "--author";
        private static final String COPY = "--copy";
        private static final String NO_COPY = "--no-copy";
        private static final String QUESTION = "--question";
        private static final String AT = "--at";

        private final Terminal terminal;
        private final Clock clock;

        Add(Terminal terminal, Clock clock) {
            this.terminal = terminal;
            this.clock = clock;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "add",
                    "Add what was done with a comment.",
                    "A comment that was removed or hidden needs the participation rule that it broke, a reason, and a copy"
                            + " of its words. Do not copy what may be objectionable: say so with --no-copy. A comment that"
                            + " reads like a request for official information is flagged.",
                    "",
                    "Examples:",
                    "  govsocial plan moderation add --channel facebook --did hidden --rule PR-02 --reason 'Swearing'"
                            + " --by Aroha --copy 'The words'",
                    "  govsocial plan moderation add --id c-7 --channel x --did left --question open --by Ben"
                            + " --copy 'When is the pool open?'",
                    "");
            spec.addOption(Options.value(CHANNEL, "NAME", "Where the comment is, such as facebook."));
            spec.addOption(Options.value(DID, "WORD", "removed, hidden or left."));
            spec.addOption(Options.value(RULE, "ID", "The participation rule that it broke, such as PR-02."));
            spec.addOption(Options.value(REASON, "TEXT", "Why."));
            spec.addOption(Options.value(BY, "NAME", "Who decided."));
            spec.addOption(Options.value(COPY, "TEXT", "The comment's words."));
            spec.addOption(Options.flag(NO_COPY, "No copy may be kept; the reason says why."));
            spec.addOption(Options.value(AUTHOR, "NAME", "Who wrote the comment."));
            spec.addOption(Options.value(QUESTION, "WORD", "open or answered, when the comment asks something."));
            spec.addOption(Options.value(ID, "ID", "The comment's id; a new one when left out."));
            spec.addOption(Options.value(AT, "TIME", "When, such as 2026-11-22T14:05:00+13:00; now when left out."));
            spec.addOption(Options.value(LOG, "FILE", "The log; moderation.jsonl of the workspace when left out."));
            return Options.withStandard(GuidanceOptions.add(spec));
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            Guidance guidance = GuidanceOptions.forReview(given, terminal);
            Path file = log(given);
            ModerationEntry entry = entry(given, guidance, file);
            try {
                ModerationLog.append(file, entry);
            } catch (IOException e) {
                throw new UsageError(
                        file.toString(), "It cannot be written (" + e.getMessage() + ").", "Nothing was added.");
            }
            terminal.print(new TextPage(terminal.width()).line("Added " + entry.id() + " to " + file + "."));
            if (entry.mayAskForInformation()) {
                terminal.say(
                        "This may be a request for official information, which is valid in any form (toolbox, OIA-1)."
                                + " Pass it on.");
            }
            return Problems.say(guidance.problems(), terminal);
        }

        private ModerationEntry entry(ParseResult given, Guidance guidance, Path file) throws UsageError {
            ModerationEntry.Decision decision = one(ModerationEntry.Decision.values(), DID, needed(given, DID));
            boolean away = decision != ModerationEntry.Decision.LEFT;
            String copy = Options.isSet(given, NO_COPY) ? "" : needed(given, COPY);
            String question = said(given, QUESTION);
            return new ModerationEntry(
                    id(given, file),
                    time(given),
                    needed(given, CHANNEL),
                    decision,
                    rule(away ? needed(given, RULE) : said(given, RULE), guidance),
                    away || Options.isSet(given, NO_COPY) ? needed(given, REASON) : said(given, REASON),
                    needed(given, BY),
                    said(given, AUTHOR),
                    copy,
                    question.isEmpty()
                            ? Optional.empty()
                            : Optional.of(one(ModerationEntry.Question.values(), QUESTION, question)));
        }

        private static String id(ParseResult given, Path file) throws UsageError {
            String typed = said(given, ID);
            if (!typed.isEmpty()) {
                return typed;
            }
            int entries = Files.exists(file) ? read(file).entries().size() : 0;
            return "comment-" + (entries + 1);
        }

        private OffsetDateTime time(ParseResult given) throws UsageError {
            String typed = said(given, AT);
            try {
                return typed.isEmpty()
                        ? OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)
                        : OffsetDateTime.parse(typed);
            } catch (DateTimeException e) {
                throw new UsageError(AT, "\"" + typed + "\" is not a time.", "Write it as 2026-11-22T14:05:00+13:00.");
            }
        }

        private static String rule(String id, Guidance guidance) throws UsageError {
            Optional<Statement> found = guidance.statement(new Citation("toolbox", id));
            if (id.isEmpty() || id.startsWith("PR-") && found.isPresent()) {
                return id;
            }
            throw new UsageError(
                    RULE,
                    "There is no participation rule \"" + id + "\".",
                    "\"govsocial guidance search participation\" shows them: PR-01 to PR-14.");
        }

        private static <T extends Enum<T>> T one(T[] known, String option, String typed) throws UsageError {
            var words = new ArrayList<String>();
            for (T one : known) {
                String word = one.name().toLowerCase(Locale.ROOT);
                if (word.equals(typed.strip().toLowerCase(Locale.ROOT))) {
                    return one;
                }
                words.add(word);
            }
            throw new UsageError(
                    option, "\"" + typed + "\" is not known.", "Write " + String.join(" or ", words) + ".");
        }

        private static String needed(ParseResult given, String option) throws UsageError {
            String text = said(given, option);
            if (text.isEmpty()) {
                throw new UsageError(option, "It is missing.", "\"plan moderation add --help\" shows examples.");
            }
            return text;
        }

        private static String said(ParseResult given, String option) {
            String text = Options.text(given, option);
            return text == null ? "" : text.strip();
        }
    }

    /** Shows the log. */
    private static final class Listing implements Verb {
        private final Terminal terminal;

        Listing(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "list",
                    "List what was done with comments.",
                    "Requests for official information are marked.",
                    "",
                    "Examples:",
                    "  govsocial plan moderation list --log samples/plan/moderation.jsonl",
                    "");
            spec.addOption(Options.value(LOG, "FILE", "The log; moderation.jsonl of the workspace when left out."));
            spec.addOption(Options.dataFormat());
            return Options.withStandard(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            List<ModerationEntry> entries = read(log(given)).entries();
            if (json) {
                write(entries);
            } else {
                var rows = new ArrayList<List<String>>();
                for (ModerationEntry entry : entries) {
                    rows.add(List.of(
                            entry.id(),
                            entry.time().toString(),
                            entry.decision().word(),
                            entry.rule(),
                            entry.by(),
                            entry.reason()
                                    + entry.question()
                                            .map(q -> " Question, " + q.word() + ".")
                                            .orElse("")
                                    + (entry.mayAskForInformation()
                                            ? " MAY BE A REQUEST FOR OFFICIAL INFORMATION (toolbox, OIA-1)."
                                            : "")
                                    + (entry.copy().isEmpty() ? " No copy." : " \u201c" + entry.copy() + "\u201d")));
                }
                var page = new TextPage(terminal.width());
                page.table(List.of("COMMENT", "WHEN", "DID", "RULE", "BY", "WHY, AND THE WORDS"), rows);
                terminal.print(page);
            }
            return ExitCode.DONE;
        }

        private void write(List<ModerationEntry> entries) throws IOException {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject().name("entries").beginArray();
            for (ModerationEntry entry : entries) {
                out.beginObject()
                        .member("id", entry.id())
                        .member("time", entry.time().toString())
                        .member("channel", entry.channel())
                        .member("decision", entry.decision().word())
                        .member("rule", entry.rule())
                        .member("reason", entry.reason())
                        .member("by", entry.by())
                        .member("author", entry.author())
                        .member("copy", entry.copy())
                        .member(
                                "question",
                                entry.question()
                                        .map(ModerationEntry.Question::word)
                                        .orElse(null))
                        .member("mayAskForOfficialInformation", entry.mayAskForInformation())
                        .endObject();
            }
            out.endArray().endObject().endLine();
            out.flush();
        }
    }

    /** Finds what was changed later. */
    private static final class Verify implements Verb {
        private static final String SEAL = "--seal";

        private final Terminal terminal;

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "verify",
                    "Find entries that were changed, taken out or put in later.",
                    "Each entry holds a checksum of the line before it. Somebody who can write the file can write all of"
                            + " these anew, or cut off its end; that shows only against a seal that you noted elsewhere.",
                    "",
                    "Examples:",
                    "  govsocial plan moderation verify",
                    "  govsocial plan moderation verify --log moderation.jsonl --seal 5f70bf18...",
                    "");
            spec.addOption(Options.value(LOG, "FILE", "The log; moderation.jsonl of the workspace when left out."));
            spec.addOption(Options.value(SEAL, "HEX", "The seal of an earlier check: is it still in the log?"));
            spec.addOption(Options.dataFormat());
            return Options.withStandard(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            String typed = Options.text(given, SEAL);
            String seal = typed == null ? "" : typed.strip();
            if (typed != null && !seal.matches("[0-9A-Fa-f]{64}")) {
                throw new UsageError(SEAL, "\"" + typed + "\" is no seal.", "Give the 64 signs that verify printed.");
            }
            Path file = log(given);
            LogCheck check;
            try {
                check = ModerationLog.check(file, seal);
            } catch (IOException e) {
                throw new UsageError(
                        file.toString(), "There is no log that can be read.", "\"plan moderation add\" makes one.");
            }
            if (json) {
                write(check);
            } else {
                terminal.print(page(check, !seal.isEmpty()));
            }
            boolean lost = !seal.isEmpty() && check.sealed().isEmpty();
            return check.flaws().isEmpty() && !lost ? ExitCode.DONE : ExitCode.FINDINGS;
        }

        private TextPage page(LogCheck check, boolean noted) {
            var page = new TextPage(terminal.width());
            long linked = check.entries() - check.unlinked();
            page.paragraph(
                    "",
                    check.flaws().isEmpty()
                            ? "Nothing shows: " + linked + " of " + check.entries()
                                    + " entries are linked, each to the line before it."
                            : "CHANGED: lines do not follow on.");
            if (check.unlinked() > 0) {
                page.paragraph(
                        "",
                        "Of the first " + check.unlinked()
                                + " nothing can be told among themselves: another program wrote them.");
            }
            for (LogCheck.Flaw flaw : check.flaws()) {
                page.hanging("Line " + flaw.line() + ": ", "  ", flaw.what());
            }
            if (noted) {
                page.paragraph(
                        "",
                        check.sealed()
                                .map(line -> "The seal is that of line " + line
                                        + ": what is linked to it is as it was when you noted it.")
                                .orElse("NOT FOUND: no line has that seal. The log was written anew, or its end is cut"
                                        + " off."));
            }
            return page.line("Seal: " + check.seal());
        }

        private void write(LogCheck check) throws IOException {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject()
                    .member("entries", check.entries())
                    .member("unlinked", check.unlinked())
                    .member("seal", check.seal());
            out.name("sealedLine");
            if (check.sealed().isPresent()) {
                out.value(check.sealed().get());
            } else {
                out.nullValue();
            }
            out.name("flaws").beginArray();
            for (LogCheck.Flaw flaw : check.flaws()) {
                out.beginObject()
                        .member("line", flaw.line())
                        .member("what", flaw.what())
                        .endObject();
            }
            out.endArray().endObject().endLine().flush();
        }
    }
}
