package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.casestudies.Facet;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Counts what the library holds. */
final class CasesStats implements Verb {
    private final Terminal terminal;

    CasesStats(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "stats",
                "Count what the library holds, and how sure it is.",
                "",
                "Examples:",
                "  govsocial cases stats",
                "  govsocial cases stats --format json",
                "");
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Map<String, Integer> stats = stats(CaseLibrary.of(guidance));
        if (json) {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject();
            for (Map.Entry<String, Integer> one : stats.entrySet()) {
                out.member(one.getKey(), one.getValue());
            }
            out.endObject().endLine();
            out.flush();
        } else {
            var rows = new ArrayList<List<String>>();
            stats.forEach((what, count) -> rows.add(List.of(Integer.toString(count), what)));
            terminal.print(new TextPage(terminal.width()).table(List.of("HOW MANY", "WHAT"), rows));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private static Map<String, Integer> stats(CaseLibrary library) {
        var stats = new java.util.LinkedHashMap<String, Integer>();
        List<CaseStudy> cases = library.cases();
        stats.put("cases", cases.size());
        stats.put("figures", cases.stream().mapToInt(c -> c.figures().size()).sum());
        stats.put("lessons", cases.stream().mapToInt(c -> c.lessons().size()).sum());
        stats.put("sources", (int) cases.stream()
                .flatMap(c -> c.readings().stream())
                .map(CaseStudy.Reading::source)
                .distinct()
                .count());
        stats.put("cases with two sources or more", (int)
                cases.stream().filter(c -> c.readings().size() > 1).count());
        library.counts(Facet.COUNTRY)
                .forEach((v, n) -> stats.put("country: " + CaseLibrary.words(Facet.COUNTRY, v), n));
        library.counts(Facet.OUTCOME)
                .forEach((v, n) -> stats.put("outcome: " + CaseLibrary.words(Facet.OUTCOME, v), n));
        var sure = new TreeMap<CaseStudy.Confidence, Integer>();
        var from = new TreeMap<String, Integer>();
        for (CaseStudy one : cases) {
            sure.merge(one.confidence(), 1, Integer::sum);
            from.merge(CaseLibrary.provenance(one), 1, Integer::sum);
        }
        sure.forEach((v, n) -> stats.put("confidence: " + v.name().toLowerCase(Locale.ROOT), n));
        from.forEach((v, n) -> stats.put("provenance: " + v, n));
        return stats;
    }
}
