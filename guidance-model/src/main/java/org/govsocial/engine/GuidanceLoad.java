package org.govsocial.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govsocial.json.JsonException;
import org.govsocial.json.PackReader;
import org.govsocial.json.PackText;
import org.govsocial.model.Adjustment;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.Country;
import org.govsocial.model.Drill;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Link;
import org.govsocial.model.Matrix;
import org.govsocial.model.Pack;
import org.govsocial.model.Playbook;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import org.govsocial.model.Section;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.model.Template;
import org.govsocial.model.Triage;
import org.govsocial.model.WordRule;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.MediaProbe;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Setting;
import org.jspecify.annotations.Nullable;

/** Puts guidance together. Whatever is wrong with one contribution costs that contribution alone. */
final class GuidanceLoad {
    /** Only the application itself speaks for these. */
    private static final Set<String> RESERVED =
            Set.of("high-level", "toolbox", "mishap", "accessibility", "case-studies");

    /** Packs that lie in a folder belong to nobody's jar. */
    private static final String PACK_PREFIX = "pack:";

    /** A pack, where it was found, and who answers for it. */
    private record FoundPack(Pack pack, String where, PluginInfo owner, boolean application) {
        // Written out, here and below: comparators that are put together are so at every start, at some cost.
        int compareTo(FoundPack other) {
            int order = Boolean.compare(other.application, application);
            return order == 0 ? pack.id().compareTo(other.pack.id()) : order;
        }
    }

    private final List<Problem> problems = new ArrayList<>();
    private final PluginSource source = new PluginSource(problems);
    private final List<PluginInfo> plugins = new ArrayList<>();
    private final Map<PluginInfo, String> places = new LinkedHashMap<>();
    private final List<FoundPack> found = new ArrayList<>();
    private final List<Pack> packs = new ArrayList<>();
    private final SortedMap<RuleId, Owned> rules = new TreeMap<>();
    private final Map<RuleId, WordRule> wordRules = new HashMap<>();
    private final Map<Citation, Statement> statements = new HashMap<>();
    private final Map<String, String> statementOwners = new HashMap<>();
    private final Map<String, String> caseOwners = new HashMap<>();
    private final Map<String, String> templateOwners = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final SortedMap<String, PostReader> readers = new TreeMap<>();
    private final SortedMap<String, ReportFormat> formats = new TreeMap<>();
    private final SortedMap<String, DocumentFormat> documentFormats = new TreeMap<>();
    private final SortedMap<String, MediaProbe> probes = new TreeMap<>();
    private final Map<String, String> formatOwners = new HashMap<>();
    private final List<PackText> texts = new ArrayList<>();
    private final Country country;
    private Terms terms = Terms.builder().build();
    private boolean brief;

    /** @param country whose rules are to be loaded */
    GuidanceLoad(Country country) {
        this.country = country;
    }

    Country country() {
        return country;
    }

    SortedMap<RuleId, Owned> rules() {
        return rules;
    }

    Map<RuleId, WordRule> wordRules() {
        return wordRules;
    }

    Terms terms() {
        return terms;
    }

    List<Pack> packs() {
        return packs;
    }

    Map<Citation, Statement> statements() {
        return statements;
    }

    Map<String, Source> sources() {
        return sources;
    }

    List<Adjustment> adjustments() {
        return adjustments;
    }

    SortedMap<String, PostReader> readers() {
        return readers;
    }

    SortedMap<String, ReportFormat> formats() {
        return formats;
    }

    SortedMap<String, DocumentFormat> documentFormats() {
        return documentFormats;
    }

    SortedMap<String, MediaProbe> probes() {
        return probes;
    }

    List<PluginInfo> plugins() {
        return plugins;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What each plug-in and each pack of a folder brings. */
    List<PluginContents> contents() {
        var all = new ArrayList<PluginContents>();
        places.forEach((info, where) -> all.add(new PluginContents(
                info,
                where,
                found.stream()
                        .filter(f -> f.owner().equals(info))
                        .map(f -> f.pack().id())
                        .toList(),
                rules.values().stream()
                        .filter(r -> r.owner().equals(info))
                        .map(r -> r.info().id())
                        .toList(),
                owned("reader", readers, info),
                owned("report format", formats, info),
                owned("document format", documentFormats, info),
                owned("media probe", probes, info))));
        return all;
    }

    private List<String> owned(String kind, SortedMap<String, ?> contributions, PluginInfo info) {
        return contributions.keySet().stream()
                .filter(id -> info.id().equals(formatOwners.get(kind + " " + id)))
                .toList();
    }

    /** The packs that were read in part only; empty when all were read whole. */
    List<PackText> texts() {
        return texts;
    }

    /** The same as {@link #from}, but of the application's own packs only what rules need, when it is alone. */
    void inBrief(List<Origin> origins) {
        brief = true;
        from(origins);
    }

    void from(List<Origin> origins) {
        var files = new ArrayList<Path>();
        for (Origin origin : origins) {
            if (origin instanceof Origin.Application) {
                source.application();
            } else if (origin instanceof Origin.Jars jars) {
                source.jars(jars.folder());
            } else if (origin instanceof Origin.Packs folder) {
                files.addAll(packFiles(folder.folder()));
            } else if (origin instanceof Origin.PackFile file) {
                files.add(file.file());
            }
        }
        // What strangers bring may rest on any statement, and is checked against all of them.
        brief &= files.isEmpty() && problems.isEmpty();
        for (PluginSource.Found one : source.found()) {
            brief &= one.application();
        }
        accept();
        for (Path file : files) {
            packFile(file);
        }
        finish();
    }

    void given(List<GuidancePlugin> given) {
        source.given(given);
        accept();
        finish();
    }

    // ---- plug-ins

    /** A plug-in with what it says of itself, asked once. */
    private record Known(PluginInfo info, GuidancePlugin plugin, String where, boolean application) {
        int compareTo(Known other) {
            int order = Boolean.compare(other.application, application);
            order = order == 0 ? info.id().compareTo(other.info.id()) : order;
            return order == 0 ? where.compareTo(other.where) : order;
        }
    }

    private void accept() {
        var known = new ArrayList<Known>();
        for (PluginSource.Found f : source.found()) {
            try {
                PluginInfo info = f.plugin().info();
                if (accepts(info, f.where())) {
                    known.add(new Known(info, f.plugin(), f.where(), f.application()));
                }
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                problems.add(Faults.ofPlugin(f.where(), e));
            }
        }
        // The order must be total, or two runs could name different owners of one rule.
        known.sort(Known::compareTo);
        var owners = new HashMap<String, String>();
        for (Known k : known) {
            String other = owners.putIfAbsent(k.info().id(), k.where());
            if (other != null) {
                problems.add(new Problem(
                        k.where(),
                        "The plug-in \"" + k.info().id() + "\" is already loaded from " + other
                                + ", so this one was left out.",
                        "Keep one of the two."));
                continue;
            }
            plugins.add(k.info());
            places.put(k.info(), k.where());
            try {
                contributions(k);
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                problems.add(Faults.ofPlugin(k.where(), e));
            }
        }
    }

    private boolean accepts(PluginInfo info, String where) {
        if (info.apiLevel() > GuidancePlugin.API_LEVEL) {
            problems.add(new Problem(
                    where,
                    "The plug-in \"" + info.id() + "\" was built for plug-in level " + info.apiLevel()
                            + "; this release offers level " + GuidancePlugin.API_LEVEL + ", so its rules did not run.",
                    "Install a newer release, or ask " + info.maintainer() + " for a version for level "
                            + GuidancePlugin.API_LEVEL + "."));
            return false;
        }
        if (!isKebab(info.id())) {
            problems.add(new Problem(
                    where,
                    "The plug-in calls itself \"" + info.id() + "\", which is no plug-in id, so its rules did not run.",
                    "Ask its author for an id of lower-case letters, digits and single hyphens."));
            return false;
        }
        return true;
    }

    private static boolean isKebab(String id) {
        try {
            return new RuleId(id, "x").document().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void contributions(Known k) {
        for (URL pack : k.plugin().packs()) {
            String name = pack.getPath().substring(pack.getPath().lastIndexOf('/') + 1);
            try (InputStream in = Pages.open(pack)) {
                pack(brief ? head(name, in) : PackReader.read(name, in), name, k.info(), k.application());
            } catch (IOException e) {
                unreadablePack(name, e);
            }
        }
        for (Rule rule : k.plugin().rules()) {
            try {
                rule(rule, k);
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                problems.add(Faults.ofPlugin(k.where(), e));
            }
        }
        for (PostReader reader : k.plugin().postReaders()) {
            contribution("reader", reader.id(), reader, readers, k);
        }
        for (ReportFormat format : k.plugin().reportFormats()) {
            contribution("report format", format.id(), format, formats, k);
        }
        for (DocumentFormat format : k.plugin().documentFormats()) {
            contribution("document format", format.id(), format, documentFormats, k);
        }
        for (MediaProbe probe : k.plugin().mediaProbes()) {
            contribution("media probe", probe.id(), probe, probes, k);
        }
    }

    private Pack head(String name, InputStream in) throws IOException {
        PackText text = PackText.read(name, in);
        texts.add(text);
        return text.head();
    }

    private <T> void contribution(String kind, String id, T value, SortedMap<String, T> into, Known k) {
        String owner = formatOwners.putIfAbsent(kind + " " + id, k.info().id());
        if (owner == null) {
            into.put(id, value);
        } else {
            duplicate(
                    k.where(),
                    "The " + kind + " \"" + id + "\"",
                    owner,
                    k.info().id());
        }
    }

    private void rule(Rule rule, Known k) {
        RuleInfo info = rule.info();
        if (!k.application() && RESERVED.contains(info.id().document())) {
            problems.add(reserved(k.where(), "The rule " + info.id(), info.id().document()));
            return;
        }
        if (info.speaksIn(country)) {
            add(new Owned(rule, info.in(country), k.info(), k.plugin()), k.where());
        }
    }

    private boolean add(Owned rule, String where) {
        Owned other = rules.putIfAbsent(rule.info().id(), rule);
        if (other != null) {
            duplicate(
                    where,
                    "The rule " + rule.info().id(),
                    other.owner().id(),
                    rule.owner().id());
        }
        return other == null;
    }

    private void duplicate(String where, String what, String owner, String other) {
        problems.add(new Problem(
                where,
                what + " belongs to both " + owner + " and " + other + "; the one of " + owner + " is used.",
                "Rename one of the two."));
    }

    private static Problem reserved(String where, String what, String document) {
        return new Problem(
                where,
                what + " uses the name \"" + document
                        + "\", which is kept for the guidance itself, so it was left out.",
                "Use a name of your own, such as your agency's.");
    }

    // ---- packs

    private List<Path> packFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".pack.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new Problem(
                    folder.toString(), "The pack folder cannot be read.", "Check that you may open the folder."));
            return List.of();
        }
    }

    private void packFile(Path file) {
        String where = file.toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            Pack pack = PackReader.read(where, in);
            if (RESERVED.contains(pack.id())) {
                problems.add(reserved(where, "The pack", pack.id()));
                return;
            }
            var owner = new PluginInfo(
                    PACK_PREFIX + pack.id(),
                    pack.version(),
                    GuidancePlugin.API_LEVEL,
                    pack.maintainer(),
                    pack.maintainer());
            pack(pack, where, owner, false);
        } catch (IOException e) {
            unreadablePack(where, e);
        }
    }

    private void unreadablePack(String where, IOException cause) {
        if (cause instanceof JsonException json) {
            Problem problem = json.problem();
            problems.add(new Problem(problem.where(), problem.what() + " The pack was left out.", problem.advice()));
        } else if (cause instanceof CharacterCodingException) {
            problems.add(new Problem(where, "The pack is not UTF-8 text. It was left out.", "Save it as UTF-8."));
        } else {
            problems.add(new Problem(
                    where,
                    "The pack cannot be read. It was left out.",
                    "Check that the file is there and may be opened."));
        }
    }

    private void pack(Pack pack, String where, PluginInfo owner, boolean application) {
        for (FoundPack other : found) {
            if (other.pack().id().equals(pack.id())) {
                duplicate(where, "The pack \"" + pack.id() + "\"", other.where(), where);
                return;
            }
        }
        found.add(new FoundPack(pack, where, owner, application));
        places.putIfAbsent(owner, where);
    }

    // ---- what needs all packs

    private void finish() {
        found.sort(FoundPack::compareTo);
        for (FoundPack f : found) {
            packs.add(f.pack());
            statements(f);
        }
        for (FoundPack f : found) {
            check(f);
            cases(f);
            steps(f);
            templates(f);
        }
        for (FoundPack f : found) {
            wordRules(f);
        }
        collectTerms();
        rules.values().removeIf(rule -> {
            Citation cites = rule.info().cites();
            // The build reads the application's own packs whole, and each rule of it rests on its own document.
            boolean resolved = brief || statements.containsKey(cites);
            if (!resolved) {
                problems.add(new Problem(
                        rule.info().id().toString(),
                        "The rule rests on " + rule.info().cites()
                                + ", which no loaded pack holds, so it does not run.",
                        "Load the pack that holds the statement, or ask "
                                + rule.owner().maintainer() + " to cite one that exists."));
            }
            return !resolved;
        });
        for (FoundPack f : found) {
            for (Adjustment adjustment : f.pack().adjustments()) {
                adjust(adjustment, f.where());
            }
        }
    }

    private void statements(FoundPack f) {
        for (Source one : f.pack().sources()) {
            Source other = sources.putIfAbsent(one.code(), one);
            if (other != null && !other.equals(one)) {
                problems.add(new Problem(
                        f.where(),
                        "The source \"" + one.code()
                                + "\" is described differently in another pack; the first is used.",
                        "Describe it in the same words, or give it another code."));
            }
        }
        for (GuidanceDocument document : f.pack().documents()) {
            if (!f.application() && RESERVED.contains(document.id())) {
                problems.add(reserved(f.where(), "A document", document.id()));
                continue;
            }
            for (Statement statement : document.statements()) {
                String other =
                        statementOwners.putIfAbsent(statement.id(), f.pack().id());
                if (other == null) {
                    statements.put(new Citation(document.id(), statement.id()), statement);
                } else {
                    duplicate(
                            f.where(),
                            "The statement " + statement.id(),
                            other,
                            f.pack().id());
                }
            }
        }
    }

    private void check(FoundPack f) {
        for (GuidanceDocument document : f.pack().documents()) {
            var sections = document.sections().stream().map(Section::id).collect(Collectors.toSet());
            for (Statement statement : document.statements()) {
                if (!sections.contains(statement.section())) {
                    problems.add(new Problem(
                            f.where(),
                            "The statement " + statement.id() + " stands in the section \"" + statement.section()
                                    + "\", which the document \"" + document.id() + "\" does not have.",
                            "Name one of its sections, or add the section."));
                }
                Source from = sources.get(statement.source());
                boolean own = statement.source().equals("PROJECT");
                if (from == null && !own) {
                    problems.add(new Problem(
                            f.where(),
                            "The statement " + statement.id() + " names the source \"" + statement.source()
                                    + "\", which no pack describes.",
                            "Describe it under \"sources\"."));
                }
                if (!f.application()) {
                    links(statement, f.where());
                }
            }
        }
    }

    private void cases(FoundPack f) {
        for (CaseStudy one : f.pack().cases()) {
            String other = caseOwners.putIfAbsent(one.id(), f.pack().id());
            if (other != null) {
                duplicate(f.where(), "The case " + one.id(), other, f.pack().id());
            }
            Stream.concat(
                            one.readings().stream().map(CaseStudy.Reading::source),
                            one.figures().stream().map(CaseStudy.Figure::source))
                    .distinct()
                    .filter(code -> !sources.containsKey(code))
                    .forEach(code -> problems.add(new Problem(
                            f.where(),
                            "The case " + one.id() + " names the source \"" + code + "\", which no pack describes.",
                            "Describe it under \"sources\".")));
            Stream.concat(one.cites().stream(), one.lessons().stream().flatMap(l -> l.cites().stream()))
                    .distinct()
                    .filter(c -> !statements.containsKey(c) && !isLeftOut(c.document()))
                    .forEach(c -> problems.add(new Problem(
                            f.where(),
                            "The case " + one.id() + " cites " + c + ", which no loaded pack holds.",
                            "Correct the citation, or load the pack that holds the statement.")));
        }
    }

    private void steps(FoundPack f) {
        var cited = new LinkedHashMap<Citation, String>();
        Matrix matrix = f.pack().matrix();
        if (matrix != null) {
            cited.put(matrix.cites(), "The matrix");
            matrix.branches().forEach(b -> cited.putIfAbsent(b.cites(), "The branch " + b.id()));
        }
        Triage triage = f.pack().triage();
        if (triage != null) {
            triage.types().forEach(t -> cited.putIfAbsent(t.cites(), "The type " + t.id()));
        }
        for (Playbook playbook : f.pack().playbooks()) {
            playbook.steps().forEach(s -> cited.putIfAbsent(s.cites(), "The step " + s.id()));
        }
        for (Drill drill : f.pack().drills()) {
            cited.putIfAbsent(drill.event(), "The drill " + drill.id());
            drill.injects().forEach(i -> cited.putIfAbsent(i.cites(), "The inject " + i.id()));
        }
        for (Checklist checklist : f.pack().checklists()) {
            checklist.items().forEach(i -> i.cites().forEach(c -> cited.putIfAbsent(c, "The item " + i.id())));
        }
        cited.forEach((citation, what) -> {
            if (!statements.containsKey(citation) && !isLeftOut(citation.document())) {
                problems.add(new Problem(
                        f.where(),
                        what + " cites " + citation + ", which no loaded pack holds.",
                        "Correct the citation, or load the pack that holds the statement."));
            }
        });
    }

    private void templates(FoundPack f) {
        for (Template template : f.pack().templates()) {
            String what = "The template \"" + template.id() + "\"";
            String other = templateOwners.putIfAbsent(template.id(), f.pack().id());
            if (other != null) {
                duplicate(f.where(), what, other, f.pack().id());
            }
            template.cites().stream()
                    .distinct()
                    .filter(c -> !statements.containsKey(c) && !isLeftOut(c.document()))
                    .forEach(c -> problems.add(new Problem(
                            f.where(),
                            what + " cites " + c + ", which no loaded pack holds.",
                            "Correct the citation, or load the pack that holds the statement.")));
        }
    }

    /** Any document of the guidance itself may be left out, and cases that cite it are still worth reading. */
    private boolean isLeftOut(String document) {
        return RESERVED.contains(document)
                && statements.keySet().stream().noneMatch(c -> c.document().equals(document));
    }

    /** Links of the application's own packs lead from document to document, and any document may be left out. */
    private void links(Statement statement, String where) {
        for (Link link : statement.links()) {
            if (!statementOwners.containsKey(link.statement())) {
                problems.add(new Problem(
                        where,
                        "The statement " + statement.id() + " links to " + link.statement()
                                + ", which no loaded pack holds.",
                        "Correct the link, or load the pack that holds it."));
            }
        }
    }

    private void wordRules(FoundPack f) {
        for (WordRule rule : f.pack().rules()) {
            RuleId id = rule.head().id();
            if (!id.document().equals(f.pack().id())) {
                problems.add(new Problem(
                        f.where(),
                        "The rule " + id + " does not begin with the pack's own id, so it was left out.",
                        "Call it " + f.pack().id() + "/" + id.name() + "."));
                continue;
            }
            PostRule post = WordPostRule.of(rule);
            if (post.info().speaksIn(country) && add(new Owned(post, post.info(), f.owner(), null), f.where())) {
                wordRules.put(id, rule);
            }
        }
    }

    /** Puts the terms of every rule into one automaton; a rule that asks for what cannot be found is left out. */
    private void collectTerms() {
        var builder = Terms.builder();
        var scan = new Scan(Terms.builder().build());
        for (Owned rule : List.copyOf(rules.values())) {
            if (!(rule.rule() instanceof PostRule post) || post.terms().isEmpty()) {
                continue;
            }
            var folded = new ArrayList<List<String>>();
            for (String term : post.terms()) {
                List<String> words = isPlain(term) ? plainWords(term) : scan.wordsOf(term);
                if (words == null) {
                    problems.add(new Problem(
                            rule.info().id().toString(),
                            "The rule looks for \"" + term + "\", which is not made of words, so it was left out.",
                            "A term is words joined by spaces or hyphens, without signs."));
                    rules.remove(rule.info().id());
                    break;
                }
                folded.add(words);
            }
            if (folded.size() == post.terms().size()) {
                builder.add(rule.info().id(), folded);
            }
        }
        terms = builder.build();
    }

    /** Most terms are plain words with a space between them, which need no reading. */
    private static boolean isPlain(String term) {
        char before = ' ';
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if ((c < 'a' || c > 'z') && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static List<String> plainWords(String term) {
        if (term.indexOf(' ') < 0) {
            return List.of(term);
        }
        var words = new ArrayList<String>(4);
        int start = 0;
        for (int end = term.indexOf(' '); end >= 0; end = term.indexOf(' ', start)) {
            words.add(term.substring(start, end));
            start = end + 1;
        }
        words.add(term.substring(start));
        return words;
    }

    private void adjust(Adjustment adjustment, String where) {
        Owned rule = rules.get(adjustment.rule());
        if (rule == null) {
            problems.add(new Problem(
                    where,
                    "The pack adjusts " + adjustment.rule() + ", which is not loaded.",
                    "Correct the rule's id, or take the adjustment out."));
            return;
        }
        for (Map.Entry<String, Integer> value : adjustment.settings().entrySet()) {
            String trouble = trouble(rule.info(), value.getKey(), value.getValue());
            if (trouble != null) {
                problems.add(new Problem(where, trouble + " The adjustment was left out.", "Correct the pack."));
                return;
            }
        }
        adjustments.add(adjustment);
    }

    private static @Nullable String trouble(RuleInfo rule, String name, int value) {
        for (Setting setting : rule.settings()) {
            if (setting.name().equals(name)) {
                return value < setting.min() || value > setting.max()
                        ? "The setting \"" + name + "\" of " + rule.id() + " takes " + setting.min() + " to "
                                + setting.max() + ", not " + value + "."
                        : null;
            }
        }
        return "The rule " + rule.id() + " has no setting \"" + name + "\".";
    }
}
