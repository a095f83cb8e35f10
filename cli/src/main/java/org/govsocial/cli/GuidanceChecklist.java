package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.govsocial.catalogue.Basis;
import org.govsocial.catalogue.ChecklistPaper;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints checklists, to go through and tick off. */
final class GuidanceChecklist implements Verb {
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";
    private static final String PHASE = "--phase";
    private static final String OWNER = "--owner";

    private final Terminal terminal;

    GuidanceChecklist(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "checklist",
                "Print a checklist, or list the checklists.",
                "What people see to and no program can: each item with the role that does it and the statement that asks"
                        + " for it. Without ID: which checklists there are, or with --phase or --owner, the items of all of"
                        + " them.",
                "",
                "Examples:",
                "  govsocial guidance checklist",
                "  govsocial guidance checklist setting-up",
                "  govsocial guidance checklist --owner moderator",
                "  govsocial guidance checklist legal --format docx --output legal.docx",
                "  govsocial guidance checklist closing --format json",
                "");
        spec.addPositional(Options.parameter("ID", "0..1", "Of a checklist, in any case."));
        spec.addOption(Options.value(
                PHASE, "NAME", "Only items seen to in this phase: setting-up, each-post, running or closing."));
        spec.addOption(Options.value(OWNER, "ROLE", "Only items of this role, such as moderator."));
        spec.addOption(
                Options.value(FORMAT, "NAME", "text (the default), json, or md, html or docx to print or send."));
        spec.addOption(Options.value(OUTPUT, "FILE", "Where to write md, html or docx. Left out: to standard output."));
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String format = given.matchedOptionValue(FORMAT, "text").toLowerCase(Locale.ROOT);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        List<String> ids = Options.parameters(given);
        Checklist.@Nullable Phase phase = phase(given);
        String owner = owner(given, guidance.checklists());
        List<Checklist> chosen =
                ids.isEmpty() ? guidance.checklists() : List.of(find(ids.get(0), guidance.checklists()));
        var lists = new ArrayList<Checklist>();
        for (Checklist list : chosen) {
            List<Checklist.Item> items = list.items().stream()
                    .filter(i -> phase == null || i.phase() == phase)
                    .filter(i -> owner == null || i.owner().equals(owner))
                    .toList();
            if (!items.isEmpty()) {
                lists.add(new Checklist(list.id(), list.title(), list.use(), items));
            }
        }
        if (lists.isEmpty()) {
            throw new UsageError("guidance checklist", "No item is left.", "Leave out " + PHASE + " or " + OWNER + ".");
        }
        if (format.equals("json")) {
            json(lists, guidance);
        } else if (!format.equals("text")) {
            PaperOutput.write(ChecklistPaper.of(lists, guidance), format, given, guidance, terminal);
        } else if (ids.isEmpty() && phase == null && owner == null) {
            terminal.print(overview(lists));
        } else {
            terminal.print(text(lists, guidance));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private static Checklist find(String id, List<Checklist> lists) throws UsageError {
        for (Checklist list : lists) {
            if (list.id().equalsIgnoreCase(id.strip())) {
                return list;
            }
        }
        List<String> known = lists.stream().map(Checklist::id).toList();
        throw new UsageError(
                "guidance checklist",
                "There is no checklist \"" + id + "\"." + Nearest.question(id, known),
                "Choose from " + String.join(", ", known) + ".");
    }

    private static Checklist.@Nullable Phase phase(ParseResult given) throws UsageError {
        String typed = Options.text(given, PHASE);
        if (typed == null) {
            return null;
        }
        var known = new ArrayList<String>();
        for (Checklist.Phase phase : Checklist.Phase.values()) {
            if (key(phase).equals(typed.strip().toLowerCase(Locale.ROOT))) {
                return phase;
            }
            known.add(key(phase));
        }
        throw new UsageError(
                PHASE,
                "There is no phase \"" + typed + "\"." + Nearest.question(typed, known),
                "Choose from " + String.join(", ", known) + ".");
    }

    private static @Nullable String owner(ParseResult given, List<Checklist> lists) throws UsageError {
        String typed = Options.text(given, OWNER);
        if (typed == null) {
            return null;
        }
        List<String> known = lists.stream()
                .flatMap(l -> l.items().stream())
                .map(Checklist.Item::owner)
                .distinct()
                .sorted()
                .toList();
        String owner = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        if (!known.contains(owner)) {
            throw new UsageError(
                    OWNER,
                    "No item belongs to \"" + typed + "\"." + Nearest.question(owner, known),
                    "Choose from " + String.join(", ", known) + ".");
        }
        return owner;
    }

    private static String key(Checklist.Phase phase) {
        return phase.words().replace(' ', '-');
    }

    private TextPage overview(List<Checklist> lists) {
        var rows = new ArrayList<List<String>>();
        for (Checklist list : lists) {
            rows.add(List.of(list.id(), Integer.toString(list.items().size()), list.title() + ". " + list.use()));
        }
        return new TextPage(terminal.width())
                .table(List.of("CHECKLIST", "ITEMS", "WHAT FOR"), rows)
                .blank()
                .paragraph("", "\"govsocial guidance checklist ID\" prints one.");
    }

    private TextPage text(List<Checklist> lists, Guidance guidance) {
        var page = new TextPage(terminal.width());
        String between = "";
        for (Checklist list : lists) {
            page.verbatim("", between);
            between = "\n";
            page.line(list.title()).paragraph("", list.use());
            Checklist.Phase phase = null;
            for (Checklist.Item item : list.items()) {
                if (item.phase() != phase) {
                    phase = item.phase();
                    String words = phase.words();
                    page.blank().line(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
                }
                page.hanging("  [ ] ", "      ", item.text());
                page.paragraph("      ", "(" + item.owner().replace('-', ' ') + "; " + statements(item) + ")");
            }
        }
        var resting = new LinkedHashMap<String, Set<String>>();
        lists.stream()
                .flatMap(list -> list.items().stream())
                .flatMap(item -> item.cites().stream())
                .forEach(c -> guidance.statement(c)
                        .ifPresent(s -> resting.computeIfAbsent(
                                        Basis.of(s, guidance).inBrief(), b -> new LinkedHashSet<>())
                                .add(s.id())));
        page.blank().line("What it rests on");
        resting.forEach((basis, ids) -> page.hanging("  ", "    ", String.join(", ", ids) + ": " + basis));
        return page;
    }

    private static String statements(Checklist.Item item) {
        return String.join(", ", item.cites().stream().map(Citation::statement).toList());
    }

    private void json(List<Checklist> lists, Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("checklists").beginArray();
        for (Checklist list : lists) {
            out.beginObject()
                    .member("id", list.id())
                    .member("title", list.title())
                    .member("use", list.use());
            out.name("items").beginArray();
            for (Checklist.Item item : list.items()) {
                out.beginObject()
                        .member("id", item.id())
                        .member("phase", key(item.phase()))
                        .member("text", item.text())
                        .member("owner", item.owner());
                out.name("cites").beginArray();
                for (Citation citation : item.cites()) {
                    out.beginObject()
                            .member("document", citation.document())
                            .member("statement", citation.statement())
                            .member(
                                    "restsOn",
                                    guidance.statement(citation)
                                            .map(s -> Basis.of(s, guidance).words())
                                            .orElse(""))
                            .endObject();
                }
                out.endArray().endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
