package org.govsocial.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;

/**
 * All guidance in force: rules, packs, readers and formats of every plug-in. Immutable; safe to share between threads.
 *
 * <p>The order of everything is total and does not depend on the class path: plug-ins of the application first, then by
 * id; rules by id.
 */
public final class Guidance implements Catalogue {
    private final Map<RuleId, Owned> rules;
    private final Terms terms;
    private final List<Pack> packs;
    private final Map<Citation, Statement> statements;
    private final Map<String, Source> sources;
    private final List<Adjustment> adjustments;
    private final List<PostReader> readers;
    private final List<ReportFormat> formats;
    private final List<PluginInfo> plugins;
    private final List<Problem> problems;
    private final Pages pages;
    private final GuidanceLoad load;

    Guidance(GuidanceLoad load) {
        this.load = load;
        rules = new TreeMap<>(load.rules());
        terms = load.terms();
        packs = List.copyOf(load.packs());
        statements = Map.copyOf(load.statements());
        sources = Map.copyOf(load.sources());
        adjustments = List.copyOf(load.adjustments());
        readers = List.copyOf(load.readers().values());
        formats = List.copyOf(load.formats().values());
        plugins = List.copyOf(load.plugins());
        problems = List.copyOf(load.problems());
        pages = new Pages(load.wordRules());
    }

    /**
     * Loads guidance. Never throws for a bad plug-in or pack: it is left out, the others work, and {@link #problems}
     * says what to do.
     *
     * @param origins where guidance comes from, in any order
     * @return what could be loaded
     */
    public static Guidance load(List<Origin> origins) {
        var load = new GuidanceLoad();
        load.from(origins);
        return new Guidance(load);
    }

    /**
     * Uses plug-ins that the caller has made, as the application's own. For tests and for programs that do without
     * service files.
     *
     * @param plugins in any order
     * @return what could be loaded
     */
    public static Guidance of(List<GuidancePlugin> plugins) {
        var load = new GuidanceLoad();
        load.given(plugins);
        return new Guidance(load);
    }

    /**
     * Makes a reviewer for one thread.
     *
     * @param config how posts are to be judged; rules that are not loaded are passed over
     * @return a new reviewer
     */
    public Reviewer reviewer(ReviewConfig config) {
        return new Reviewer(
                new RuleSet(List.copyOf(rules.values()), terms, adjustments, config), terms, config.platforms());
    }

    /**
     * What could not be loaded.
     *
     * @return empty when all is well; otherwise a run should say so and end with exit code 3
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The plug-ins that were loaded.
     *
     * @return in order
     */
    public List<PluginInfo> plugins() {
        return plugins;
    }

    /**
     * What each plug-in brings, and each pack that lies in a folder.
     *
     * @return plug-ins as in {@link #plugins()}, then packs
     */
    public List<PluginContents> contents() {
        return load.contents();
    }

    /**
     * The readers of posts.
     *
     * @return by id
     */
    public List<PostReader> postReaders() {
        return readers;
    }

    /**
     * The formats of reports.
     *
     * @return by id
     */
    public List<ReportFormat> reportFormats() {
        return formats;
    }

    @Override
    public List<RuleInfo> rules() {
        return rules.values().stream().map(Owned::info).toList();
    }

    @Override
    public Optional<RuleInfo> rule(RuleId id) {
        return Optional.ofNullable(rules.get(id)).map(Owned::info);
    }

    @Override
    public Optional<PluginInfo> owner(RuleId id) {
        return Optional.ofNullable(rules.get(id)).map(Owned::owner);
    }

    @Override
    public Optional<RulePage> page(RuleId id) {
        return Optional.ofNullable(rules.get(id)).flatMap(pages::of);
    }

    @Override
    public List<Pack> packs() {
        return packs;
    }

    @Override
    public List<GuidanceDocument> documents() {
        return packs.stream().flatMap(p -> p.documents().stream()).toList();
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
