package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.govsocial.casestudies.CaseIndex;
import org.govsocial.casestudies.CaseJson;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.casestudies.CaseQuery;
import org.govsocial.casestudies.CaseSearch;
import org.govsocial.casestudies.Facet;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Searches the cases. */
final class CasesSearch implements Verb {
    private static final String LIMIT = "--limit";
    private static final String EXPLAIN = "--explain";
    private static final String INDEX = "--index";

    /** The search library advises programmers in its log; users can do nothing about it. Kept, or it would be forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("org.apache.lucene");

    private final Terminal terminal;

    CasesSearch(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "search",
                "Search the cases for words.",
                "The best come first; words that were found stand between asterisks. Case, macrons and endings make no"
                        + " difference, words of the same meaning are found too, and typing errors are forgiven. An"
                        + " option such as --tool narrows the search; several values with commas mean any of them.",
                "",
                "Examples:",
                "  govsocial cases search measles",
                "  govsocial cases search flood --platform x --outcome failed",
                "  govsocial cases search --country au,gb",
                "  govsocial cases search election --explain --limit 1",
                "");
        spec.addPositional(
                Options.parameter("WORDS", "0..*", "What to look for: words or ids. All cases when left out."));
        for (Facet facet : Facet.values()) {
            spec.addOption(Options.list(
                    "--" + facet.id(),
                    "VALUE",
                    "Only cases with this " + facet.words().toLowerCase(Locale.ROOT) + "."));
        }
        spec.addOption(Options.value(LIMIT, "N", "Show at most this many; 10 when not given."));
        spec.addOption(Options.flag(EXPLAIN, "Also say how each score came about."));
        spec.addOption(Options.value(
                INDEX, "DIR", "Keep the index in this folder, for a large library; it is brought up to date first."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        boolean explain = Options.isSet(given, EXPLAIN);
        CaseQuery query = CaseQuery.of(String.join(" ", Options.parameters(given)))
                .withLimit(Cases.number(LIMIT, Options.text(given, LIMIT), 10));
        query = explain ? query.explained() : query;
        Guidance guidance = GuidanceOptions.load(given, terminal);
        CaseLibrary library = CaseLibrary.of(guidance);
        for (Facet facet : Facet.values()) {
            query = query.with(facet, values(facet, given, library));
        }
        LIBRARY.setLevel(Level.SEVERE);
        try (CaseSearch search = search(library, Options.text(given, INDEX))) {
            CaseSearch.Results results = search.search(query);
            if (json) {
                json(query, results);
            } else {
                terminal.print(text(query, results));
            }
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private static List<String> values(Facet facet, ParseResult given, CaseLibrary library) throws UsageError {
        var values = new ArrayList<String>();
        for (String typed : Options.texts(given, "--" + facet.id())) {
            String value = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
            value = facet == Facet.PLATFORM && value.equals("twitter") ? "x" : value;
            var known = library.counts(facet).keySet();
            if (!known.contains(value)) {
                throw new UsageError(
                        "--" + facet.id(),
                        "No case has \"" + typed + "\"." + Nearest.question(value, known),
                        known.isEmpty() ? "Leave the option out." : "Choose from " + String.join(", ", known) + ".");
            }
            values.add(value);
        }
        return values;
    }

    private static CaseSearch search(CaseLibrary library, @Nullable String folder) throws UsageError {
        if (folder == null) {
            return library.search();
        }
        try {
            Path path = Path.of(folder);
            CaseIndex.update(path, library.cases());
            return CaseSearch.open(path);
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    INDEX + " " + folder,
                    "The index cannot be kept there (" + e.getMessage() + ").",
                    "Name a folder that you may write to, and that no other run is writing to.");
        }
    }

    private TextPage text(CaseQuery query, CaseSearch.Results results) {
        var page = new TextPage(terminal.width());
        if (results.hits().isEmpty()) {
            String none = query.words().isBlank()
                    ? "No case fits. Try fewer options."
                    : "No case speaks of \"" + query.words() + "\". Try fewer or other words, or fewer options.";
            return page.paragraph("", none);
        }
        for (CaseSearch.Hit hit : results.hits()) {
            CaseStudy one = hit.found();
            page.hanging("", "  ", one.id() + ": " + one.title());
            page.paragraph("  ", facts(one));
            page.paragraph("  ", Cases.marked(hit));
            if (!hit.explanation().isEmpty()) {
                page.blank();
                hit.explanation().lines().forEach(line -> page.line("    " + line));
            }
            page.blank();
        }
        String shown = results.hits().size() < results.total()
                ? "The best " + results.hits().size() + " of " + results.total() + " cases"
                : results.total() + (results.total() == 1 ? " case" : " cases");
        page.paragraph("", shown + ". \"govsocial cases show ID\" says more.");
        narrower(results, page);
        return page;
    }

    private static String facts(CaseStudy one) {
        var facts = new ArrayList<String>();
        facts.add(one.organisation().isEmpty() ? "organisation not known" : one.organisation());
        if (!one.year().isEmpty()) {
            facts.add(one.year());
        }
        facts.add("outcome: "
                + CaseLibrary.words(Facet.OUTCOME, Facet.OUTCOME.of(one).get(0)));
        return String.join("; ", facts) + ".";
    }

    private static void narrower(CaseSearch.Results results, TextPage page) {
        results.facets().forEach((facet, values) -> {
            if (values.size() > 1) {
                var counts = new ArrayList<String>();
                values.forEach((value, count) -> counts.add(value + " " + count));
                page.hanging(
                        "--" + facet.id() + ": ",
                        "  ",
                        String.join(", ", counts.subList(0, Math.min(6, counts.size()))));
            }
        });
    }

    private void json(CaseQuery query, CaseSearch.Results results) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().member("words", query.words()).member("total", results.total());
        out.name("results").beginArray();
        for (CaseSearch.Hit hit : results.hits()) {
            out.beginObject();
            CaseJson.members(hit.found(), out);
            out.name("score").value(hit.score()).member("snippet", hit.snippet());
            out.name("marks").beginArray();
            for (CaseSearch.Mark mark : hit.marks()) {
                out.beginObject()
                        .member("start", mark.start())
                        .member("end", mark.end())
                        .endObject();
            }
            out.endArray();
            if (!hit.explanation().isEmpty()) {
                out.member("explanation", hit.explanation());
            }
            out.endObject();
        }
        out.endArray().name("facets").beginObject();
        for (Map.Entry<Facet, Map<String, Integer>> facet : results.facets().entrySet()) {
            out.name(facet.getKey().id()).beginObject();
            for (Map.Entry<String, Integer> value : new LinkedHashMap<>(facet.getValue()).entrySet()) {
                out.member(value.getKey(), value.getValue());
            }
            out.endObject();
        }
        out.endObject().endObject().endLine();
        out.flush();
    }
}
