package org.govsocial.spi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.govsocial.model.Adjustment;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Playbook;
import org.govsocial.model.RuleId;
import org.govsocial.model.Source;
import org.govsocial.model.Span;
import org.govsocial.model.Statement;

/** What has been loaded, for whoever presents it. Immutable; safe to share between threads. */
public interface Catalogue {
    /**
     * Every rule in force.
     *
     * @return ordered by id
     */
    List<RuleInfo> rules();

    /**
     * One rule.
     *
     * @param id which
     * @return empty when it is not loaded
     */
    Optional<RuleInfo> rule(RuleId id);

    /**
     * Who a rule belongs to.
     *
     * @param id which rule
     * @return empty when it is not loaded
     */
    Optional<PluginInfo> owner(RuleId id);

    /**
     * The page that explains a rule.
     *
     * @param id which rule
     * @return empty when it has none
     */
    Optional<RulePage> page(RuleId id);

    /**
     * Every pack.
     *
     * @return ordered by id
     */
    List<Pack> packs();

    /**
     * Every document of every pack.
     *
     * @return ordered by pack, then as in the pack
     */
    List<GuidanceDocument> documents();

    /**
     * A statement that is cited.
     *
     * @param citation which
     * @return empty when it is not loaded
     */
    Optional<Statement> statement(Citation citation);

    /**
     * A source that statements were read in.
     *
     * @param code which
     * @return empty when it is not loaded
     */
    Optional<Source> source(String code);

    /**
     * Cites a statement in a paper.
     *
     * @param citation which
     * @return with a note that says how it stands and where it was read; empty when it is not loaded
     */
    default Optional<Span.Cite> cite(Citation citation) {
        return statement(citation)
                .map(s -> Span.Cite.of(
                        citation.document(),
                        s,
                        source(s.source()).map(Source::title).orElse(s.source())));
    }

    /**
     * Every change that packs make to rules of others.
     *
     * @return in the order they take effect
     */
    List<Adjustment> adjustments();

    /**
     * Every case of every pack. When two packs hold a case of the same id, only the first is given.
     *
     * @return ordered by pack, then as in the pack
     */
    default List<CaseStudy> cases() {
        var seen = new HashSet<String>();
        return packs().stream()
                .flatMap(p -> p.cases().stream())
                .filter(c -> seen.add(c.id()))
                .toList();
    }

    /**
     * Every checklist. When two packs hold one of the same id, the later pack's is given: an agency's takes the place of
     * ours.
     *
     * @return in the order in which their ids are first seen
     */
    default List<Checklist> checklists() {
        var byId = new LinkedHashMap<String, Checklist>();
        packs().forEach(pack -> pack.checklists().forEach(c -> byId.put(c.id(), c)));
        return List.copyOf(byId.values());
    }

    /**
     * Every playbook. When two packs hold one of the same id, the later pack's is given: an agency's takes the place of
     * ours.
     *
     * @return in the order in which their ids are first seen
     */
    default List<Playbook> playbooks() {
        var byId = new LinkedHashMap<String, Playbook>();
        packs().forEach(pack -> pack.playbooks().forEach(p -> byId.put(p.id(), p)));
        return List.copyOf(byId.values());
    }
}
