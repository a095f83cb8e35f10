package org.govsocial.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Modality;
import org.govsocial.model.Pack;
import org.govsocial.model.Provenance;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;

/** A rule for each pair of modality and provenance, and what stands behind it. */
final class TestCatalogue implements Catalogue {
    static final String WHY = "Screen readers say the words one by one.";

    private final Map<RuleId, RuleInfo> rules = new TreeMap<>();
    private final Map<Citation, Statement> statements;
    private final Map<String, Source> sources;
    private final List<Adjustment> adjustments;
    private final String page;

    private TestCatalogue(
            Map<Citation, Statement> statements,
            Map<String, Source> sources,
            List<Adjustment> adjustments,
            String page) {
        this.statements = statements;
        this.sources = sources;
        this.adjustments = adjustments;
        this.page = page;
    }

    /** The rule that rests on a statement of this modality and provenance. */
    static RuleId rule(Modality modality, Provenance provenance) {
        return new RuleId(
                "test", (modality + "-" + provenance).toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static TestCatalogue plain() {
        return of("The statement's own words", "Title", List.of(), "");
    }

    /** A catalogue that has some text in each of its fields. */
    static TestCatalogue of(String statement, String title, List<Adjustment> adjustments, String inPage) {
        String page = "# Rule\n\nSummary. " + inPage + "\n\n## Why\n\n" + WHY + " " + inPage
                + "\n\n## How to fix\n\nStart each word with a capital. " + inPage
                + "\n\n## When a person must decide\n\nSeldom.\n\n## Known traps\n\nNames.\n";
        var catalogue = new TestCatalogue(new java.util.HashMap<>(), new TreeMap<>(), adjustments, page);
        for (Provenance provenance : Provenance.values()) {
            catalogue.sources.put(
                    "SRC-" + provenance,
                    new Source(
                            "SRC-" + provenance,
                            title + " " + provenance.ordinal(),
                            "Publisher",
                            "https://example.org/" + provenance.ordinal(),
                            "2012",
                            provenance));
            for (Modality modality : Modality.values()) {
                catalogue.add(modality, provenance, statement);
            }
        }
        return catalogue;
    }

    private void add(Modality modality, Provenance provenance, String text) {
        RuleId id = rule(modality, provenance);
        var cites = new Citation("test", "S-" + modality.ordinal() + provenance.ordinal());
        rules.put(
                id,
                RuleInfo.of(id.toString(), cites, "Each word of a hashtag starts with a capital.")
                        .withCriterion("1.3.1")
                        .withMessage("lower-case", Severity.ERROR, "Start each word of {tag} with a capital letter.")
                        .withMessage("other", Severity.WARNING, "Have a look at this. {tag}"));
        statements.put(
                cites,
                new Statement(
                        cites.statement(),
                        "1",
                        text,
                        modality,
                        provenance,
                        "SRC-" + provenance,
                        "",
                        LocalDate.of(2026, 11, 1),
                        Statement.Facets.ALL,
                        "",
                        "",
                        List.of()));
    }

    @Override
    public List<RuleInfo> rules() {
        return new ArrayList<>(rules.values());
    }

    @Override
    public Optional<RuleInfo> rule(RuleId id) {
        return Optional.ofNullable(rules.get(id));
    }

    @Override
    public Optional<PluginInfo> owner(RuleId id) {
        return Optional.of(new PluginInfo("test", "1", 1, "Jo", "jo@example.org"));
    }

    @Override
    public Optional<RulePage> page(RuleId id) {
        return rules.containsKey(id) ? Optional.of(new RulePage(page)) : Optional.empty();
    }

    @Override
    public List<Pack> packs() {
        return List.of();
    }

    @Override
    public List<GuidanceDocument> documents() {
        return List.of();
    }

    @Override
    public Optional<Statement> statement(Citation citation) {
        return Optional.ofNullable(statements.get(citation));
    }

    @Override
    public Optional<Source> source(String code) {
        return Optional.ofNullable(sources.get(code));
    }

    @Override
    public List<Adjustment> adjustments() {
        return adjustments;
    }
}
