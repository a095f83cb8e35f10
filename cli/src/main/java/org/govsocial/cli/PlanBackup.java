package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagException;
import org.govsocial.bags.Flaw;
import org.govsocial.bags.Verification;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.PostReading;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Problem;
import org.govsocial.planning.records.Backup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Back-ups with checksums. */
final class PlanBackup {
    private static final String TO = "--to";

    private PlanBackup() {}

    static Verb branch(Terminal terminal, Clock clock) {
        var verbs = new LinkedHashMap<String, Verb>();
        verbs.put("create", new Create(terminal, clock));
        verbs.put("verify", new Verify(terminal));
        return new Branch(
                "backup",
                "Back up archives with checksums, and find out later whether anything changed.",
                verbs,
                "A back-up is a BagIt bag (RFC 8493): a folder that records systems and archivists know.",
                "",
                "Examples:",
                "  govsocial plan backup create outbox.json --to backup-2026-11",
                "  govsocial plan backup verify backup-2026-11",
                "");
    }

    /** Makes one. */
    private static final class Create implements Verb {
        private static final String AGENCY = "--agency";
        private static final String CONTACT = "--contact";
        private static final String DESCRIPTION = "--description";

        private final Terminal terminal;
        private final Clock clock;

        Create(Terminal terminal, Clock clock) {
            this.terminal = terminal;
            this.clock = clock;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "create",
                    "Back up archives: files as they are, a transcript, checksums and a few facts.",
                    "The transcript is plain text, for readers without any program. The bag is made whole or not at all."
                            + " Note the seal elsewhere: it proves later that the bag is still this one.",
                    "",
                    "Examples:",
                    "  govsocial plan backup create outbox.json --to backup-2026-11",
                    "  govsocial plan backup create x-archive facebook.zip --to backup --agency 'Example Agency'",
                    "");
            spec.addPositional(Options.parameter("ARCHIVE", "1..*", "Files and folders to back up."));
            spec.addOption(Options.value(TO, "DIR", "The folder to make. It must be new or empty."));
            spec.addOption(Options.value(AGENCY, "NAME", "Whose posts these are."));
            spec.addOption(Options.value(CONTACT, "NAME", "Who is asked about the back-up."));
            spec.addOption(Options.value(DESCRIPTION, "TEXT", "What it is, in a sentence."));
            spec.addOption(Options.dataFormat());
            return Options.withStandard(GuidanceOptions.add(spec));
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            Path to = to(given);
            var archives = new ArrayList<Path>();
            for (String typed : Options.parameters(given)) {
                archives.add(archive(typed, to));
            }
            Guidance guidance = GuidanceOptions.forReview(given, terminal);
            var facts = new Backup.Facts(
                    said(given, AGENCY),
                    said(given, CONTACT),
                    said(given, DESCRIPTION),
                    "govsocial " + Version.number());
            Backup.Made made = made(guidance, archives, to, facts);
            if (json) {
                write(made, to);
            } else {
                terminal.print(page(made, to));
            }
            return ended(guidance, made.reading());
        }

        private Backup.Made made(Guidance guidance, List<Path> archives, Path to, Backup.Facts facts)
                throws UsageError {
            try {
                return new Backup(guidance, clock).create(archives, to, facts);
            } catch (BagException e) {
                throw new UsageError("backup", String.valueOf(e.getMessage()), "Nothing was written.");
            } catch (IOException e) {
                throw new UsageError(
                        "backup",
                        "It could not be made (" + e.getMessage() + ").",
                        "Nothing was left behind. Check the disk and that you may read and write.");
            }
        }

        private int ended(Guidance guidance, PostReading.Result reading) {
            reading.skipped()
                    .forEach((reason, count) -> terminal.say("Not in the transcript: " + reason + " (" + count + ")."));
            var problems = new ArrayList<Problem>(reading.refused());
            problems.addAll(reading.incomplete());
            for (Problem problem : problems) {
                terminal.say(problem);
            }
            if (!problems.isEmpty()) {
                terminal.say("The files are in the bag all the same; only the transcript lacks them.");
            }
            int loaded = Problems.say(guidance.problems(), terminal);
            return Math.max(loaded, problems.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE);
        }

        private TextPage page(Backup.Made made, Path to) {
            var page = new TextPage(terminal.width());
            page.line("Backed up to " + to + ": " + counted(made.bag().files(), "file") + ", "
                    + counted(made.bag().octets(), "byte") + ".");
            page.line(
                    made.reading().posts() == 0
                            ? "No post could be read in it, so there is no transcript."
                            : counted(made.reading().posts(), "post") + " in data/transcript.txt.");
            page.line("Seal: " + made.bag().seal());
            return page.line("Check it: govsocial plan backup verify " + to);
        }

        private void write(Backup.Made made, Path to) throws IOException {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject()
                    .member("bag", to.toString())
                    .member("files", made.bag().files())
                    .member("octets", made.bag().octets())
                    .member("seal", made.bag().seal())
                    .member("posts", made.reading().posts())
                    .member("firstPost", made.first().map(Object::toString).orElse(null))
                    .member("lastPost", made.last().map(Object::toString).orElse(null))
                    .endObject()
                    .endLine();
            out.flush();
        }

        private static String said(ParseResult given, String option) {
            String text = Options.text(given, option);
            return text == null ? "" : text;
        }

        private static Path to(ParseResult given) throws UsageError {
            String typed = Options.text(given, TO);
            if (typed == null) {
                throw new UsageError("backup create", "Where should it go?", "Give --to DIR, a new folder.");
            }
            return TypedPath.of(TO, typed);
        }

        private static Path archive(String typed, Path to) throws UsageError {
            Path archive = TypedPath.of("backup create", typed);
            if (!Files.exists(archive)) {
                throw new UsageError(typed, "There is no such file or folder.", "Check the spelling.");
            }
            if (to.toAbsolutePath()
                    .normalize()
                    .startsWith(archive.toAbsolutePath().normalize())) {
                throw new UsageError(
                        TO + " " + to,
                        "It lies in what is backed up (" + typed + ").",
                        "Choose a folder outside of it.");
            }
            return archive;
        }
    }

    /** Finds what changed. */
    private static final class Verify implements Verb {
        private final Terminal terminal;

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "verify",
                    "Find every file of a back-up that was changed, is missing or was added.",
                    "Works for any BagIt bag. Nothing is written, fetched or followed out of the folder.",
                    "",
                    "Examples:",
                    "  govsocial plan backup verify backup-2026-11",
                    "  govsocial plan backup verify backup-2026-11 --format json",
                    "");
            spec.addPositional(Options.parameter("DIR", "1", "The bag's folder."));
            spec.addOption(Options.dataFormat());
            return Options.withStandard(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            String typed = Options.parameters(given).get(0);
            Verification found = verified(typed);
            if (json) {
                write(found);
            } else {
                terminal.print(page(typed, found));
            }
            boolean unknown = found.flaws().stream().anyMatch(f -> f.kind() == Flaw.Kind.UNKNOWN);
            if (unknown) {
                return ExitCode.INCOMPLETE;
            }
            return found.isWhole() ? ExitCode.DONE : ExitCode.FINDINGS;
        }

        private static Verification verified(String typed) throws UsageError {
            try {
                return Bag.verify(TypedPath.of("backup verify", typed));
            } catch (BagException e) {
                throw new UsageError(typed, String.valueOf(e.getMessage()), "Check the spelling.");
            } catch (IOException e) {
                throw new UsageError(typed, "It cannot be read (" + e.getMessage() + ").", "Check the disk.");
            }
        }

        private TextPage page(String typed, Verification found) {
            var page = new TextPage(terminal.width());
            page.line(
                    found.isWhole()
                            ? "Whole: " + typed + " is as it was made."
                            : "NOT whole: " + typed + " is not as it was made.");
            page.line(counted(found.files(), "file") + ", " + counted(found.octets(), "byte") + ".");
            var rows = new ArrayList<List<String>>();
            for (Flaw flaw : found.flaws()) {
                rows.add(List.of(word(flaw.kind()), flaw.path() + ": " + flaw.detail()));
            }
            if (!rows.isEmpty()) {
                page.blank().table(List.of("WHAT", "WHERE"), rows);
            }
            return page;
        }

        private void write(Verification found) throws IOException {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject()
                    .member("whole", found.isWhole())
                    .member("files", found.files())
                    .member("octets", found.octets())
                    .name("info")
                    .beginArray();
            for (var entry : found.info().entries()) {
                out.beginObject()
                        .member("label", entry.label())
                        .member("value", entry.value())
                        .endObject();
            }
            out.endArray().name("flaws").beginArray();
            for (Flaw flaw : found.flaws()) {
                out.beginObject()
                        .member("kind", word(flaw.kind()))
                        .member("path", flaw.path())
                        .member("detail", flaw.detail())
                        .endObject();
            }
            out.endArray().endObject().endLine();
            out.flush();
        }

        private static String word(Flaw.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
