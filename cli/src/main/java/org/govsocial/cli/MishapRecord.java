package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.record.Checkpoint;
import org.govsocial.mishap.record.CheckpointKey;
import org.govsocial.mishap.record.Damage;
import org.govsocial.mishap.record.Disposal;
import org.govsocial.mishap.record.IncidentLog;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.Receipt;
import org.govsocial.mishap.record.Release;
import org.govsocial.mishap.record.Verification;
import org.govsocial.mishap.record.VerifierKey;
import org.govsocial.model.Place;
import org.govsocial.model.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What people do with the record itself: prove it, release it, dispose of it, export it. */
final class MishapRecord {
    private MishapRecord() {}

    private static CheckpointKey key(String option, String file) throws UsageError, IOException {
        try {
            return CheckpointKey.load(TypedPath.of(option, file));
        } catch (LogException e) {
            throw new UsageError(option, MishapDesk.message(e), "");
        }
    }

    /** Checks the log. */
    static final class Verify implements Verb {
        private final MishapDesk desk;

        Verify(MishapDesk desk) {
            this.desk = desk;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "verify",
                    "Check that nothing in the log was changed, removed, inserted or reordered.",
                    "Ends with exit code 1 when something was. Without a checkpoint kept elsewhere, entries that were cut off"
                            + " at the end, or a log that was rewritten as a whole, cannot be noticed; it says so.",
                    "",
                    "Examples:",
                    "  govsocial mishap verify --dir incident",
                    "  govsocial mishap verify --dir incident --checkpoint checkpoint.txt --key keys/ours.pub",
                    "");
            MishapDesk.dir(spec);
            spec.addOption(
                    Options.repeatable("--checkpoint", "FILE", "A checkpoint that was kept elsewhere. Repeatable.")
                            .build());
            spec.addOption(Options.value("--key", "FILE", "The public key that checkpoints must be signed with."));
            spec.addOption(Options.dataFormat());
            return Options.withStandard(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            Path folder = desk.folder(given);
            var checkpoints = new ArrayList<Checkpoint>();
            for (String file : Options.texts(given, "--checkpoint")) {
                checkpoints.add(checkpoint(file));
            }
            Verification found;
            try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
                found = log.verify(checkpoints, trusted(Options.text(given, "--key")));
            } catch (LogException e) {
                throw MishapDesk.wrong(folder, e);
            }
            if (json) {
                json(found);
            } else {
                desk.terminal().print(text(found, !checkpoints.isEmpty()));
            }
            return found.intact() ? ExitCode.DONE : ExitCode.FINDINGS;
        }

        private static Checkpoint checkpoint(String file) throws UsageError {
            try {
                return Checkpoint.parse(Files.readString(TypedPath.of("--checkpoint", file)));
            } catch (LogException e) {
                throw new UsageError(file, MishapDesk.message(e), "");
            } catch (IOException e) {
                throw UsageError.unreadable("--checkpoint " + file, e);
            }
        }

        private static @Nullable VerifierKey trusted(@Nullable String file) throws UsageError {
            if (file == null) {
                return null;
            }
            try {
                return new VerifierKey(
                        Files.readString(TypedPath.of("--key", file)).strip());
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageError(
                        "--key",
                        file + " is not the public half of a key (" + e.getMessage() + ").",
                        "It ends in .pub and stands beside the key.");
            }
        }

        private TextPage text(Verification found, boolean bound) {
            var page = new TextPage(desk.terminal().width());
            if (found.intact()) {
                page.line("INTACT: " + found.entries() + " entries, all as they were recorded.");
            } else {
                page.line("DAMAGED: " + found.damage().size()
                        + (found.damage().size() == 1 ? " thing is" : " things are") + " wrong; " + found.sound()
                        + " of " + found.entries() + " entries are as they were recorded.");
            }
            for (Damage damage : found.damage()) {
                page.hanging("  - ", "    ", damage.toString());
            }
            for (String remark : found.remarks()) {
                page.hanging("  * ", "    ", remark);
            }
            if (bound) {
                page.line("Bound by a checkpoint up to entry " + found.bound() + ".");
            }
            return page;
        }

        private void json(Verification found) throws IOException {
            JsonOutput out = JsonOutput.indented(desk.terminal().out());
            out.beginObject()
                    .member("intact", found.intact())
                    .member("entries", found.entries())
                    .member("sound", found.sound())
                    .member("bound", found.bound())
                    .member("origin", found.origin())
                    .member("root", found.root() == null ? null : found.root().hex());
            Mishaps.texts(
                    out, "damage", found.damage().stream().map(Damage::toString).toList());
            Mishaps.texts(out, "remarks", found.remarks());
            out.endObject().endLine();
            out.flush();
        }
    }

    /** Signs what the log holds. */
    static final class Sign implements Verb {
        private final MishapDesk desk;

        Sign(MishapDesk desk) {
            this.desk = desk;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "checkpoint",
                    "Sign what the log holds now. Print it, mail it, or keep it elsewhere: it makes removal show.",
                    "The key lives outside the incident's folder. With --new-key NAME, it is made first.",
                    "",
                    "Examples:",
                    "  govsocial mishap checkpoint --dir incident --key keys/ours --new-key example.govt.nz",
                    "  govsocial mishap checkpoint --dir incident --key keys/ours --output checkpoint.txt",
                    "");
            MishapDesk.dir(spec);
            spec.addOption(Options.value("--key", "FILE", "The key to sign with."));
            spec.addOption(Options.value("--new-key", "NAME", "Make the key first; NAME says who signs."));
            return Options.withStandard(MishapDesk.output(spec));
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            Path folder = desk.folder(given);
            String file = Options.text(given, "--key");
            if (file == null) {
                throw new UsageError(
                        "--key", "There is no key to sign with.", "Give --key FILE, outside " + folder + ".");
            }
            String name = Options.text(given, "--new-key");
            try {
                if (name != null) {
                    if (TypedPath.of("--key", file)
                            .toAbsolutePath()
                            .normalize()
                            .startsWith(folder.toAbsolutePath().normalize())) {
                        throw new UsageError(
                                "--key", file + " lies in the incident's folder.", "Keep the key elsewhere.");
                    }
                    CheckpointKey.create(TypedPath.of("--key", file), name);
                }
                try (IncidentLog log = IncidentLog.open(folder, desk.settings())) {
                    desk.write(log.checkpoint(key("--key", file)).text(), given);
                }
            } catch (LogException e) {
                throw MishapDesk.wrong(folder, e);
            }
            return ExitCode.DONE;
        }
    }

    /** Makes a redacted copy. */
    static final class Copy implements Verb {
        private final MishapDesk desk;

        Copy(MishapDesk desk) {
            this.desk = desk;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "release",
                    "Make a redacted copy for a request for official information. The log itself is not touched.",
                    "--withhold names a JSON file: [{\"entry\":7,\"field\":\"/text\",\"start\":10,\"end\":24,\"ground\":\"s"
                            + " 9(2)(a)\"}]. Without start and end, the whole field is withheld; with the field \"\", the"
                            + " whole entry, of which a salted hash stays.",
                    "",
                    "Examples:",
                    "  govsocial mishap release --dir incident --request OIA-2026-117 --act 'Official Information Act 1982'"
                            + " --to released/ --withhold withhold.json",
                    "");
            MishapDesk.dir(spec);
            spec.addOption(Options.value("--request", "REFERENCE", "The request's reference."));
            spec.addOption(Options.value(
                    "--act", "ACT", "The Act it is made under. Left out: Official Information Act 1982."));
            spec.addOption(Options.value("--to", "DIR", "The new folder of the copy."));
            spec.addOption(Options.value("--withhold", "FILE", "What to withhold, and on what ground."));
            spec.addOption(Options.value("--key", "FILE", "Sign a checkpoint of the whole log for the copy."));
            return Options.withStandard(MishapDesk.who(spec));
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            Path folder = desk.folder(given);
            String request = Options.text(given, "--request");
            String to = Options.text(given, "--to");
            if (request == null || request.isBlank()) {
                throw new UsageError("--request", "No request is named.", "Give its reference: --request OIA-2026-117");
            }
            if (to == null) {
                throw new UsageError("--to", "There is no folder for the copy.", "Give --to DIR.");
            }
            String act = Options.text(given, "--act");
            String file = Options.text(given, "--withhold");
            String keyFile = Options.text(given, "--key");
            var release = new Release(
                    request,
                    act == null ? "Official Information Act 1982" : act,
                    desk.by(given),
                    file == null ? List.of() : withheld(file));
            try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
                Release.Summary done =
                        log.release(release, TypedPath.of("--to", to), keyFile == null ? null : key("--key", keyFile));
                var page = new TextPage(desk.terminal().width())
                        .line("Released into " + to + ": " + done.entries() + " entries, " + done.whole() + " whole, "
                                + done.partly() + " with passages withheld, " + done.withheld() + " withheld, "
                                + done.disposed() + " disposed of before.");
                if (!done.repeats().isEmpty()) {
                    page.paragraph(
                            "",
                            "LOOK AGAIN: words that you withheld still stand in these entries: "
                                    + done.repeats().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "))
                                    + ". Attachments were not looked into.");
                }
                desk.terminal()
                        .print(page.paragraph(
                                "",
                                "By when the request has to be answered is not in our sources: ask your legal team."));
            } catch (LogException e) {
                throw MishapDesk.wrong(folder, e);
            }
            return ExitCode.DONE;
        }

        private static List<Release.Withholding> withheld(String file) throws UsageError {
            var all = new ArrayList<Release.Withholding>();
            try {
                JsonInput in = JsonInput.of(file, Files.readString(TypedPath.of("--withhold", file)))
                        .strictKeys(true);
                in.beginArray();
                while (in.hasNext()) {
                    long entry = 0;
                    String field = "";
                    int start = -1;
                    int end = -1;
                    String ground = "";
                    in.beginObject();
                    while (in.hasNext()) {
                        String key = in.name();
                        switch (key) {
                            case "entry" -> entry = in.longValue();
                            case "field" -> field = in.string();
                            case "start" -> start = in.integer();
                            case "end" -> end = in.integer();
                            case "ground" -> ground = in.string();
                            default ->
                                throw in.error(
                                        "\"" + key + "\" is not a key here.",
                                        "The keys are end, entry, field, ground, start.");
                        }
                    }
                    if (ground.isBlank()) {
                        throw in.error("A ground is missing.", "Say why it is withheld, such as \"s 9(2)(a)\".");
                    }
                    in.endObject();
                    all.add(new Release.Withholding(entry, new Place(field, start, end), ground));
                }
                in.endArray();
                in.end();
            } catch (JsonException e) {
                Problem p = e.problem();
                throw new UsageError(p.where(), p.what(), p.advice());
            } catch (IOException e) {
                throw UsageError.unreadable("--withhold " + file, e);
            } catch (IllegalArgumentException e) {
                throw new UsageError("--withhold", file + " cannot be read (" + e.getMessage() + ").", "Check it.");
            }
            return all;
        }
    }

    /** Erases entries, as the law allows. */
    static final class Dispose implements Verb {
        private final MishapDesk desk;

        Dispose(MishapDesk desk) {
            this.desk = desk;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "dispose",
                    "Erase the text of entries for good, where a disposal authority or an Act allows it.",
                    "Refused without the authority's reference, or the Act that requires it, and without two approvers (Public"
                            + " Records Act 2005, section 18). The entries keep their place and fingerprint.",
                    "",
                    "Examples:",
                    "  govsocial mishap dispose --dir incident --entries 12,13 --authority DA123 --reason 'personal details'"
                            + " --approver Ana --second-approver Ben",
                    "");
            MishapDesk.dir(spec);
            spec.addOption(Options.list("--entries", "NUMBER", "The numbers of the entries."));
            spec.addOption(Options.value("--authority", "REFERENCE", "The disposal authority."));
            spec.addOption(Options.value("--act", "ACT", "The Act that requires it, instead of an authority."));
            spec.addOption(Options.value("--section", "SECTION", "The section of the Act."));
            spec.addOption(Options.value("--reason", "TEXT", "Why."));
            spec.addOption(Options.value("--approver", "WHO", "Who approved it."));
            spec.addOption(Options.value("--second-approver", "WHO", "Who else approved it."));
            return Options.withStandard(MishapDesk.who(spec));
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            Path folder = desk.folder(given);
            var entries = new ArrayList<Long>();
            for (String number : Options.texts(given, "--entries")) {
                try {
                    entries.add(Long.parseLong(number.strip()));
                } catch (NumberFormatException e) {
                    throw new UsageError("--entries", "\"" + number + "\" is not a number.", "Write 12,13.");
                }
            }
            String act = Options.text(given, "--act");
            Disposal.Authority authority = act == null
                    ? new Disposal.DisposalAuthority(orEmpty(given, "--authority"))
                    : new Disposal.RequiredByAct(act, orEmpty(given, "--section"));
            var disposal = new Disposal(
                    entries,
                    authority,
                    orEmpty(given, "--reason"),
                    orEmpty(given, "--approver"),
                    orEmpty(given, "--second-approver"));
            try (IncidentLog log = IncidentLog.open(folder, desk.settings())) {
                Receipt receipt = log.dispose(disposal, desk.by(given));
                desk.terminal()
                        .print(new TextPage(desk.terminal().width())
                                .line("Erased " + entries.size() + (entries.size() == 1 ? " entry. " : " entries. ")
                                        + receipt));
            } catch (LogException e) {
                throw MishapDesk.wrong(folder, e);
            }
            return ExitCode.DONE;
        }

        private static String orEmpty(ParseResult given, String option) {
            String text = Options.text(given, option);
            return text == null ? "" : text;
        }
    }
}
