package org.govsocial.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.govsocial.json.PackText;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Citation;
import org.govsocial.model.Country;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.MediaProbe;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

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
    private final List<DocumentFormat> documentFormats;
    private final List<MediaProbe> probes;
    private final List<PluginInfo> plugins;
    private final List<Problem> problems;
    private final Pages pages;
    private final GuidanceLoad load;
    private final List<PackText> texts;
    private final Map<Citation, Optional<Statement>> askedStatements = new ConcurrentHashMap<>();
    private final Map<String, Optional<Source>> askedSources = new ConcurrentHashMap<>();
    private final Lazy<Guidance> whole;

    private Guidance(GuidanceLoad load, List<Origin> origins) {
        this.load = load;
        this.texts = List.copyOf(load.texts());
        this.whole = new Lazy<>(() -> load(origins, load.country()));
        rules = new TreeMap<>(load.rules());
        terms = load.terms();
        packs = List.copyOf(load.packs());
        statements = Map.copyOf(load.statements());
        sources = Map.copyOf(load.sources());
        adjustments = List.copyOf(load.adjustments());
        readers = List.copyOf(load.readers().values());
        formats = List.copyOf(load.formats().values());
        documentFormats = List.copyOf(load.documentFormats().values());
        probes = List.copyOf(load.probes().values());
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
        return load(origins, Country.NZ);
    }

    /**
     * Loads the guidance of a country: rules that judge its posts, with the sources of that country where it has some.
     *
     * @param origins where guidance comes from, in any order
     * @param country whose rules are wanted; {@link Country#NONE} for those that hold everywhere
     * @return what could be loaded
     */
    public static Guidance load(List<Origin> origins, Country country) {
        var load = new GuidanceLoad(country);
        load.from(origins);
        return new Guidance(load, origins);
    }

    /**
     * Loads guidance for judging posts: the same rules, readers and formats as {@link #load}, in less time. Statements
     * are looked up when they are asked for, and the packs are read whole when all of them are. What may be wrong with the
     * application's own packs, which its build checks, is not looked for.
     *
     * @param origins where guidance comes from, in any order
     * @return what could be loaded
     */
    public static Guidance forReview(List<Origin> origins) {
        return forReview(origins, Country.NZ);
    }

    /**
     * Loads the guidance of a country for judging posts, as {@link #forReview(List)} does.
     *
     * @param origins where guidance comes from, in any order
     * @param country whose rules are wanted
     * @return what could be loaded
     */
    public static Guidance forReview(List<Origin> origins, Country country) {
        var load = new GuidanceLoad(country);
        load.inBrief(origins);
        return new Guidance(load, origins);
    }

    /**
     * Uses plug-ins that the caller has made, as the application's own. For tests and for programs that do without
     * service files.
     *
     * @param plugins in any order
     * @return what could be loaded
     */
    public static Guidance of(List<GuidancePlugin> plugins) {
        return of(plugins, Country.NZ);
    }

    /**
     * Uses plug-ins that the caller has made, for the posts of a country.
     *
     * @param plugins in any order
     * @param country whose rules are wanted
     * @return what could be loaded
     */
    public static Guidance of(List<GuidancePlugin> plugins, Country country) {
        var load = new GuidanceLoad(country);
        load.given(plugins);
        return new Guidance(load, List.of());
    }

    /**
     * Makes a reviewer for one thread.
     *
     * @param config how posts are to be judged; rules that are not loaded are passed over
     * @return a new reviewer
     */
    public Reviewer reviewer(ReviewConfig config) {
        return new Reviewer(
                new RuleSet(List.copyOf(rules.values()), terms, adjustments, config, load.country()), terms, config);
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
        return texts.isEmpty() ? load.contents() : whole.get().contents();
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

    /**
     * The formats of documents.
     *
     * @return by id
     */
    public List<DocumentFormat> documentFormats() {
        return documentFormats;
    }

    /**
     * The probes of media files.
     *
     * @return by id
     */
    public List<MediaProbe> mediaProbes() {
        return probes;
    }

    /** The probes that the rules of a configuration have a use for. */
    MediaProbing probing(ReviewConfig config) {
        for (Owned rule : rules.values()) {
            RuleId id = rule.info().id();
            Set<Trait> needs = rule.info().needs();
            if ((needs.contains(Trait.MEDIA_SEEN) || needs.contains(Trait.CAPTIONS))
                    && (config.only().isEmpty() || config.only().contains(id))
                    && !config.skip().contains(id)) {
                return new MediaProbing(probes);
            }
        }
        return new MediaProbing(List.of());
    }

    /**
     * The post with what the probes see in the files of its media, which rules then judge. A run does this by itself.
     *
     * @param post not changed
     * @param files finds the files
     * @return the same object when it names no file that can be found
     */
    public Post probed(Post post, Attachments files) {
        return new MediaProbing(probes).probed(post, files);
    }

    @Override
    public List<RuleInfo> rules() {
        return rules.values().stream().map(Owned::info).toList();
    }

    @Override
    public Optional<RuleInfo> rule(RuleId id) {
        Owned rule = rules.get(id);
        return rule == null ? Optional.empty() : Optional.of(rule.info());
    }

    @Override
    public Optional<PluginInfo> owner(RuleId id) {
        return Optional.ofNullable(rules.get(id)).map(Owned::owner);
    }

    @Override
    public Optional<RulePage> page(RuleId id) {
        Owned rule = rules.get(id);
        return rule == null ? Optional.empty() : pages.of(rule);
    }

    @Override
    public List<Pack> packs() {
        return texts.isEmpty() ? packs : whole.get().packs();
    }

    @Override
    public List<GuidanceDocument> documents() {
        return packs().stream().flatMap(p -> p.documents().stream()).toList();
    }

    @Override
    public Optional<Statement> statement(Citation citation) {
        if (texts.isEmpty()) {
            return Optional.ofNullable(statements.get(citation));
        }
        return askedStatements.computeIfAbsent(citation, this::find);
    }

    @Override
    public Optional<Source> source(String code) {
        if (texts.isEmpty()) {
            return Optional.ofNullable(sources.get(code));
        }
        return askedSources.computeIfAbsent(code, this::find);
    }

    @Override
    public List<Adjustment> adjustments() {
        return adjustments;
    }

    private Optional<Statement> find(Citation citation) {
        try {
            for (PackText text : texts) {
                Statement found = text.statement(citation.document(), citation.statement());
                if (found != null) {
                    return Optional.of(found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private Optional<Source> find(String code) {
        try {
            for (PackText text : texts) {
                Source found = text.source(code);
                if (found != null) {
                    return Optional.of(found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    /** Made once, by the first who asks. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private @Nullable T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        synchronized T get() {
            T value = made;
            if (value == null) {
                value = maker.get();
                made = value;
            }
            return value;
        }
    }
}
