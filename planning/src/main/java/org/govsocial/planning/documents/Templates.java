package org.govsocial.planning.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.govsocial.json.PackReader;
import org.govsocial.model.Pack;
import org.govsocial.model.Paper;
import org.govsocial.model.Plan;
import org.govsocial.model.Problem;
import org.govsocial.model.Template;
import org.govsocial.spi.Catalogue;

/**
 * The templates at hand: those of this project, of which the ones of loaded packs take the place when they have the same
 * id. Immutable; safe to share between threads.
 *
 * <pre>{@code
 * Guidance guidance = Guidance.load(List.of(new Origin.Application()));
 * Paper policy = Templates.of(guidance).paper("moderation-policy", Facts.of(plan, guidance)).orElseThrow();
 * }</pre>
 */
public final class Templates {
    private final Map<String, Owned> templates = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Catalogue catalogue;

    /** A template, and the pack that it is from. */
    private record Owned(Template template, Pack pack) {}

    private Templates(Catalogue catalogue) {
        this.catalogue = catalogue;
        Pack own = own();
        own.templates().forEach(t -> templates.put(t.id(), new Owned(t, own)));
        Map<String, Fact> facts = Facts.of(Plan.of("x", "x"), catalogue).byName();
        var seen = new ArrayList<String>();
        for (Pack pack : catalogue.packs()) {
            for (Template template : pack.templates()) {
                // The first pack wins; the catalogue has said that there are two.
                if (seen.contains(template.id())) {
                    continue;
                }
                seen.add(template.id());
                List<Problem> faults = new TemplateCheck(facts, pack.id()).faults(template);
                problems.addAll(faults);
                if (faults.isEmpty()) {
                    templates.put(template.id(), new Owned(template, pack));
                }
            }
        }
    }

    /**
     * The templates of this project and of the packs of a catalogue.
     *
     * @param catalogue has the packs, and the statements that templates cite
     * @return at least the templates of this project
     */
    public static Templates of(Catalogue catalogue) {
        return new Templates(catalogue);
    }

    /** The pack of this project's templates. It is not among the catalogue's, since checking posts needs none of it. */
    static Pack own() {
        String name = "/META-INF/govsocial/templates.pack.json";
        try (InputStream bytes = Objects.requireNonNull(Templates.class.getResourceAsStream(name))) {
            return PackReader.read("templates.pack.json", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with templates of packs. Such a template is left out, and ours is used when there is one.
     *
     * @return empty when all is well
     */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Every template.
     *
     * @return by id
     */
    public List<Template> all() {
        return templates.values().stream().map(Owned::template).toList();
    }

    /**
     * Makes a paper.
     *
     * @param id of the template
     * @param facts to fill it with; what is missing becomes a gap
     * @return empty when there is no such template
     */
    public Optional<Paper> paper(String id, Facts facts) {
        Owned owned = templates.get(id);
        if (owned == null) {
            return Optional.empty();
        }
        Pack pack = owned.pack();
        String made = "Made with the template “" + owned.template().id() + "” of “" + pack.title() + "”, version "
                + pack.version() + ". It is a draft until the people named in it have agreed to it.";
        return Optional.of(new Rendering(facts.byName(), catalogue).paper(owned.template(), made));
    }
}
