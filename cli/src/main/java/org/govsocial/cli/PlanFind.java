package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.bags.BagException;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Problem;
import org.govsocial.planning.records.Disclosure;
import org.govsocial.planning.records.Document;
import org.govsocial.planning.records.Query;
import org.govsocial.planning.records.RecordSearch;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.Input;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Finds what an agency holds, as somebody who asks for official information wants it found. */
final class PlanFind implements Verb {
    private static final String IN = "--in";
    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String ACCOUNT = "--account";
    private static final String OUTPUT = "--output";
    private static final String SCHEDULE = "--schedule";
    private static final String AGENCY = "--agency";
    private static final String DIRECT_MESSAGES = "--direct-messages";

    private final Terminal terminal;
    private final Clock clock;

    PlanFind(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "find",
                "Find words in archives, plans, incidents and logs of moderation, as for an official information request.",
                "All words are needed. Several words in quotes are a phrase; pool* is every word that begins so. Capitals"
                        + " and macrons do not count. Days are New Zealand's. What has no date is in every period, and"
                        + " what names no account is of every account: nothing is ruled out that cannot be. With"
                        + " --output the documents go into one BagIt bag with a schedule in which people enter what they"
                        + " decide. The days within which a request has to be answered are not in our sources: ask your"
                        + " legal team.",
                "",
                "Examples:",
                "  govsocial find pool hours                             in the workspace",
                "  govsocial find 'opening hours' librar* --in samples/plan",
                "  govsocial find pool --from 2026-07-01 --to 2026-09-30 --account exampledc --output ../request-12",
                "");
        spec.addPositional(Options.parameter("WORDS", "1..*", "What to find."));
        spec.addOption(Options.repeatable(
                        IN, "PATH", "A file or folder to look into; the workspace when left out. Repeatable.")
                .build());
        spec.addOption(Options.value(FROM, "DAY", "The first day, such as 2026-07-01."));
        spec.addOption(Options.value(TO, "DAY", "The last day, counted."));
        spec.addOption(Options.value(ACCOUNT, "HANDLE", "Only posts of this account."));
        spec.addOption(Options.flag(DIRECT_MESSAGES, "Also look into private messages; they are left out otherwise."));
        spec.addOption(
                Options.value(OUTPUT, "DIR", "Make this bag. It must be new or empty, outside of what is searched."));
        spec.addOption(Options.list(
                SCHEDULE, "NAME", "The schedule's formats: docx (when left out), html, md; several with commas."));
        spec.addOption(
                Options.value(AGENCY, "NAME", "Whose documents these are; the workspace's agency when left out."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        List<String> words = Options.parameters(given);
        var criteria = criteria(given, words);
        Workspace workspace = Workspaces.here().orElse(null);
        List<Input> inputs = inputs(Options.texts(given, IN), workspace);
        ReadOptions reading = ReadOptions.DEFAULTS
                .withZone(clock.getZone())
                .withDirectMessages(Options.isSet(given, DIRECT_MESSAGES));
        String folder = Options.text(given, OUTPUT);
        if (folder == null) {
            for (String needless : List.of(SCHEDULE, AGENCY)) {
                if (Options.isSet(given, needless)) {
                    throw new UsageError(needless, "It goes with a bag.", "Give --output DIR, too.");
                }
            }
            return listed(GuidanceOptions.load(given, terminal), reading, criteria, inputs, json);
        }
        Path to = outside(TypedPath.of(OUTPUT, folder), inputs);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        List<String> formats =
                Options.texts(given, SCHEDULE).isEmpty() ? List.of("docx") : Options.texts(given, SCHEDULE);
        var schedules = new ArrayList<DocumentFormat>();
        for (String format : formats) {
            schedules.add(PaperDesk.named(format.strip().toLowerCase(Locale.ROOT), guidance));
        }
        String agency = Options.text(given, AGENCY);
        var facts = new Disclosure.Facts(
                agency != null
                        ? agency
                        : workspace == null ? "" : workspace.settings().agency(),
                typed(words),
                "govsocial " + Version.number());
        Disclosure.Made made;
        try {
            made = new Disclosure(guidance, clock).create(criteria, inputs, reading, to, schedules, facts);
        } catch (BagException e) {
            throw new UsageError(OUTPUT, String.valueOf(e.getMessage()), "Nothing was written.");
        } catch (IOException e) {
            throw new UsageError(
                    OUTPUT,
                    "The bag could not be made (" + e.getMessage() + ").",
                    "Nothing was left behind. Check the disk and that you may read and write.");
        }
        if (json) {
            write(made, folder);
        } else {
            terminal.print(page(made, folder));
        }
        return ended(guidance, made.result());
    }

    private static RecordSearch.Criteria criteria(ParseResult given, List<String> words) throws UsageError {
        var query = Query.of(words);
        if (query.phrases().isEmpty()) {
            throw new UsageError("find", "There is no word to look for.", "Give words of letters or digits.");
        }
        Optional<LocalDate> from = day(given, FROM);
        Optional<LocalDate> to = day(given, TO);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new UsageError(TO, to.get() + " is before " + from.get() + ".", "Swap the days.");
        }
        return new RecordSearch.Criteria(
                query,
                from,
                to,
                Optional.ofNullable(Options.text(given, ACCOUNT)).map(String::strip));
    }

    private static Optional<LocalDate> day(ParseResult given, String option) throws UsageError {
        String typed = Options.text(given, option);
        try {
            return Optional.ofNullable(typed).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new UsageError(
                    option,
                    "\"" + typed + "\" is not a day.",
                    "Write it as 2026-11-16." + (option.equals(TO) ? " The folder of the bag is --output DIR." : ""));
        }
    }

    private static List<Input> inputs(List<String> typed, @Nullable Workspace workspace) throws UsageError {
        if (typed.isEmpty()) {
            if (workspace == null) {
                throw new UsageError(
                        "find",
                        "Where to look is not said, and there is no workspace here.",
                        "Give --in PATH, or go to your workspace.");
            }
            Path here = Path.of("").toAbsolutePath().normalize();
            String shown = here.relativize(workspace.folder()).toString();
            return List.of(Inputs.file(workspace.folder(), shown.isEmpty() ? "." : shown));
        }
        var inputs = new ArrayList<Input>();
        for (String one : typed) {
            Path path = TypedPath.of(IN, one);
            if (!Files.exists(path)) {
                throw new UsageError(IN + " " + one, "There is no such file or folder.", "Check the spelling.");
            }
            inputs.add(Inputs.file(path, one));
        }
        return inputs;
    }

    /** The bag must not be found by the next search. */
    private static Path outside(Path to, List<Input> inputs) throws UsageError {
        Path target = to.toAbsolutePath().normalize();
        for (Input input : inputs) {
            Path searched = input.path();
            if (searched != null && target.startsWith(searched.toAbsolutePath().normalize())) {
                throw new UsageError(
                        OUTPUT + " " + to,
                        "It lies in what is searched (" + input.name() + ").",
                        "Choose a folder outside of it, such as ../request-1.");
            }
        }
        return to;
    }

    private static String typed(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(w -> w.contains(" ") ? "\u201c" + w + "\u201d" : w)
                        .toList());
    }

    // ---- a list

    private int listed(
            Guidance guidance, ReadOptions reading, RecordSearch.Criteria criteria, List<Input> inputs, boolean json)
            throws IOException {
        if (json) {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject().name("documents").beginArray();
            RecordSearch.Result result =
                    RecordSearch.search(guidance, reading, criteria, inputs, found -> write(found.document(), out));
            out.endArray();
            write(result, out);
            out.endObject().endLine().flush();
            return ended(guidance, result);
        }
        RecordSearch.Result result = RecordSearch.search(
                guidance, reading, criteria, inputs, found -> terminal.print(page(found.document())));
        terminal.print(new TextPage(terminal.width()).line(sum(result)));
        return ended(guidance, result);
    }

    private TextPage page(Document document) {
        var page = new TextPage(terminal.width());
        page.line(document.time()
                        .map(t -> t.atZone(clock.getZone()).toLocalDate().toString())
                        .orElse("date not known")
                + "  " + document.kind().word()
                + (document.account().isEmpty() ? "" : "  " + document.account()));
        page.paragraph("  ", document.title());
        if (document.mayAskForInformation()) {
            page.paragraph("  ", "MAY BE A REQUEST FOR OFFICIAL INFORMATION (toolbox, OIA-1).");
        }
        return page.line("  " + document.where()).blank();
    }

    private static String sum(RecordSearch.Result result) {
        return "Found " + counted(result.found(), "document") + " among " + result.searched() + " in "
                + counted(result.files(), "file") + ".";
    }

    private void write(Document document, JsonOutput out) throws IOException {
        out.beginObject()
                .member("kind", document.kind().name().toLowerCase(Locale.ROOT))
                .member("time", document.time().map(Object::toString).orElse(null))
                .member("account", document.account().isEmpty() ? null : document.account())
                .member("title", document.title())
                .name("place")
                .beginObject()
                .member("file", document.where().input())
                .member("line", document.where().line())
                .member("pointer", document.where().pointer())
                .endObject()
                .member("mayAskForOfficialInformation", document.mayAskForInformation())
                .endObject();
    }

    private static void write(RecordSearch.Result result, JsonOutput out) throws IOException {
        out.name("summary")
                .beginObject()
                .member("files", result.files())
                .member("searched", result.searched())
                .member("found", result.found())
                .member("notRuledOut", result.notRuledOut())
                .member("unread", result.unread().size())
                .member("notSearched", result.notSearched().size())
                .endObject();
    }

    // ---- a bag

    private TextPage page(Disclosure.Made made, String folder) {
        var page = new TextPage(terminal.width());
        page.line(sum(made.result()));
        page.line("Put into " + folder + ": " + counted(made.bag().files(), "file") + ", "
                + counted(made.bag().octets(), "byte") + ". The schedule is beside data/documents.");
        if (made.requests() > 0) {
            page.line("May be requests for official information themselves: " + made.requests() + ".");
        }
        page.line("Seal: " + made.bag().seal());
        page.line("Check it: govsocial plan backup verify " + folder);
        return page.paragraph(
                "", "The days within which a request has to be answered are not in our sources; ask your legal team.");
    }

    private void write(Disclosure.Made made, String folder) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject()
                .member("bag", folder)
                .member("files", made.bag().files())
                .member("octets", made.bag().octets())
                .member("seal", made.bag().seal())
                .member("mayAskForOfficialInformation", made.requests());
        write(made.result(), out);
        out.endObject().endLine().flush();
    }

    private int ended(Guidance guidance, RecordSearch.Result result) {
        if (result.notRuledOut() > 0) {
            terminal.say("Not ruled out, since the date or the account is not known: " + result.notRuledOut() + ".");
        }
        if (result.mediaElsewhere() > 0) {
            terminal.say("Pictures and other media that were not beside their posts: " + result.mediaElsewhere() + ".");
        }
        result.leftOut().forEach((reason, count) -> terminal.say("Left out: " + count + " " + reason + "."));
        for (String file : result.notSearched()) {
            terminal.say("Not searched, neither posts nor plan nor log: " + file);
        }
        for (Problem problem : result.unread()) {
            terminal.say(problem);
        }
        if (!result.unread().isEmpty()) {
            terminal.say("Could not be read: " + counted(result.unread().size(), "place") + ", named above.");
        }
        return Math.max(
                Problems.say(guidance.problems(), terminal),
                result.unread().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE);
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
