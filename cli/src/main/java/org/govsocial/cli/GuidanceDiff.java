package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.govsocial.catalogue.PackDiff;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Pack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says what differs between two packs. */
final class GuidanceDiff implements Verb {
    private final Terminal terminal;

    GuidanceDiff(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "diff",
                "Say what differs between two packs.",
                "What the second pack adds, removes and changes: statements, rules and everything else.",
                "",
                "Examples:",
                "  govsocial guidance diff old.pack.json new.pack.json",
                "  govsocial guidance diff toolbox my-toolbox.pack.json --format json",
                "");
        spec.addPositional(Options.parameter("PACK", "2", "Two packs: files, or ids of packs that are loaded."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        List<String> packs = Options.parameters(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        PackDiff diff = PackDiff.between(pack(packs.get(0), guidance), pack(packs.get(1), guidance));
        if (json) {
            json(diff);
        } else {
            terminal.print(text(diff));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private static Pack pack(String typed, Guidance guidance) throws UsageError {
        try {
            Path file = Path.of(typed);
            if (Files.isRegularFile(file)) {
                return Packs.read(typed, file);
            }
        } catch (InvalidPathException e) {
            // Then it may be an id.
        }
        for (Pack pack : guidance.packs()) {
            if (pack.id().equals(typed)) {
                return pack;
            }
        }
        var known = guidance.packs().stream().map(Pack::id).toList();
        throw new UsageError(
                "guidance diff",
                "There is no file and no pack \"" + typed + "\"." + Nearest.question(typed, known),
                "Name a file, or one of " + String.join(", ", known) + ".");
    }

    private TextPage text(PackDiff diff) {
        var page = new TextPage(terminal.width());
        for (PackDiff.Change change : diff.changes()) {
            page.line(word(change.kind()) + " " + word(change.part()) + " " + change.id());
            for (PackDiff.Field field : change.fields()) {
                if (change.kind() == PackDiff.Kind.CHANGED) {
                    page.hanging("  ", "    ", field.name() + " was: " + shown(field.before()));
                    page.hanging("  ", "    ", field.name() + " is: " + shown(field.after()));
                } else if (field.name().equals("text") || field.name().equals("summary")) {
                    page.paragraph("  ", field.before() + field.after());
                }
            }
        }
        return page.line(
                diff.changes().isEmpty()
                        ? "The packs say the same."
                        : count(diff, PackDiff.Kind.ADDED) + ", " + count(diff, PackDiff.Kind.REMOVED) + ", "
                                + count(diff, PackDiff.Kind.CHANGED) + ".");
    }

    private static String count(PackDiff diff, PackDiff.Kind kind) {
        return diff.changes().stream().filter(c -> c.kind() == kind).count() + " " + word(kind);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(nothing)" : value;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void json(PackDiff diff) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("changes").beginArray();
        for (PackDiff.Change change : diff.changes()) {
            out.beginObject()
                    .member("kind", word(change.kind()))
                    .member("part", word(change.part()))
                    .member("id", change.id());
            out.name("fields").beginArray();
            for (PackDiff.Field field : change.fields()) {
                out.beginObject()
                        .member("name", field.name())
                        .member("before", field.before())
                        .member("after", field.after())
                        .endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
