package org.govsocial.cli;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.govsocial.catalogue.Basis;
import org.govsocial.catalogue.Entry;
import org.govsocial.catalogue.GuidanceSearch;
import org.govsocial.catalogue.StatementJson;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Searches the guidance. */
final class GuidanceFind implements Verb {
    private static final String LIMIT = "--limit";
    private static final int DEFAULT_LIMIT = 10;

    /** The search library advises programmers in its log; users can do nothing about it. Kept, or it would be forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("org.apache.lucene");

    private final Terminal terminal;

    GuidanceFind(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "search",
                "Search the guidance for words.",
                "The best come first; words that were found stand between asterisks. Case, macrons and endings make no"
                        + " difference. Entries with all the words are shown; if there are none, those with any.",
                "",
                "Examples:",
                "  govsocial guidance search maori",
                "  govsocial guidance search take down complaint --limit 3",
                "  govsocial guidance search captions --format json",
                "");
        spec.addPositional(Options.parameter("WORDS", "1..*", "What to look for: words or ids."));
        spec.addOption(Options.value(LIMIT, "N", "Show at most this many; 10 when not given."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        String words = String.join(" ", Options.parameters(given));
        int limit = limit(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        LIBRARY.setLevel(Level.SEVERE);
        try (var search = GuidanceSearch.of(guidance)) {
            GuidanceSearch.Results results = search.search(words, limit);
            if (json) {
                json(words, results, guidance);
            } else {
                terminal.print(text(words, results, guidance));
            }
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private static int limit(ParseResult given) throws UsageError {
        String typed = Options.text(given, LIMIT);
        if (typed == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(typed.strip());
            if (limit >= 1 && limit <= 10_000) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageError(LIMIT, "\"" + typed + "\" is not a number of results.", "Give one from 1 to 10000.");
    }

    private TextPage text(String words, GuidanceSearch.Results results, Guidance guidance) {
        var page = new TextPage(terminal.width());
        if (results.hits().isEmpty()) {
            return page.paragraph("", "Nothing in the guidance says \"" + words + "\". Try fewer or other words.");
        }
        for (GuidanceSearch.Hit hit : results.hits()) {
            page.hanging("", "  ", hit.entry().id() + ": " + title(hit.entry()));
            page.paragraph("  ", marked(hit));
            if (hit.entry() instanceof Entry.OfStatement s) {
                page.paragraph("  ", Basis.of(s.statement(), guidance).words());
            }
            page.blank();
        }
        String shown = results.hits().size() < results.total()
                ? "The best " + results.hits().size() + " of " + results.total() + " results"
                : results.total() + (results.total() == 1 ? " result" : " results");
        return page.paragraph("", shown + ". \"govsocial guidance show ID\" says more.");
    }

    private static String title(Entry entry) {
        String document = entry.document().title();
        return entry instanceof Entry.OfStatement s
                ? document + ", " + s.section().title()
                : document;
    }

    private static String marked(GuidanceSearch.Hit hit) {
        var words = new StringBuilder(hit.snippet());
        for (int i = hit.marks().size() - 1; i >= 0; i--) {
            words.insert(hit.marks().get(i).end(), '*')
                    .insert(hit.marks().get(i).start(), '*');
        }
        return words.toString();
    }

    private void json(String words, GuidanceSearch.Results results, Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().member("words", words).member("total", results.total());
        out.name("results").beginArray();
        for (GuidanceSearch.Hit hit : results.hits()) {
            out.beginObject();
            Entry entry = hit.entry();
            if (entry instanceof Entry.OfStatement s) {
                out.member("kind", "statement");
                StatementJson.write(s.statement(), out);
                out.member("restsOn", Basis.of(s.statement(), guidance).words());
            } else {
                out.member("kind", entry instanceof Entry.OfSection ? "section" : "document")
                        .member("id", entry.id());
            }
            out.member("document", entry.document().id())
                    .member("title", title(entry))
                    .member("snippet", hit.snippet());
            out.name("marks").beginArray();
            for (GuidanceSearch.Mark mark : hit.marks()) {
                out.beginObject()
                        .member("start", mark.start())
                        .member("end", mark.end())
                        .endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
