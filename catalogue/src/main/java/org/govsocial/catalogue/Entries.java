package org.govsocial.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Link;
import org.govsocial.model.Pack;
import org.govsocial.model.Section;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.RuleInfo;

/** Every document, section and statement that is loaded, by id. */
public final class Entries {
    private final Catalogue catalogue;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final List<Step> steps;

    private Entries(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.steps = Step.of(catalogue);
        for (Pack pack : catalogue.packs()) {
            for (GuidanceDocument document : pack.documents()) {
                add(new Entry.OfDocument(pack, document));
                for (Section section : document.sections()) {
                    add(new Entry.OfSection(pack, document, section));
                    for (Statement statement : document.statements()) {
                        if (statement.section().equals(section.id())
                                && catalogue
                                        .statement(new Citation(document.id(), statement.id()))
                                        .isPresent()) {
                            add(new Entry.OfStatement(pack, document, section, statement));
                        }
                    }
                }
            }
        }
    }

    /**
     * Lists what a catalogue holds.
     *
     * @param catalogue what is loaded
     * @return its entries
     */
    public static Entries of(Catalogue catalogue) {
        return new Entries(catalogue);
    }

    private void add(Entry entry) {
        byKey.putIfAbsent(key(entry.id()), entry);
    }

    private static String key(String id) {
        return id.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Every entry.
     *
     * @return each document followed by its sections, each section followed by its statements
     */
    public List<Entry> all() {
        return List.copyOf(byKey.values());
    }

    /**
     * Finds an entry.
     *
     * @param id of a document, section or statement, in any case
     * @return empty when nothing has that id
     */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byKey.get(key(id)));
    }

    /**
     * The statements of a section.
     *
     * @param section which
     * @return in order
     */
    public List<Entry.OfStatement> statementsOf(Section section) {
        var found = new ArrayList<Entry.OfStatement>();
        for (Entry entry : byKey.values()) {
            if (entry instanceof Entry.OfStatement s && s.section().equals(section)) {
                found.add(s);
            }
        }
        return found;
    }

    /**
     * A link, followed.
     *
     * @param relation how the two relate, read from the statement that was asked about
     * @param to the other one
     */
    public record Followed(Relation relation, Entry.OfStatement to) {}

    /** How a statement relates to another, in both directions. */
    public enum Relation {
        /** The other one took its place. */
        REPLACED_BY("replaced by"),
        /** It took the place of the other one. */
        REPLACES("replaces"),
        /** Both hold. */
        STANDS_BESIDE("stands beside"),
        /** The other one is worth reading with it. */
        SEE_ALSO("see also"),
        /** The other one points here. */
        MENTIONED_BY("mentioned by");

        private final String words;

        Relation(String words) {
            this.words = words;
        }

        /**
         * The relation as people read it.
         *
         * @return lower case
         */
        public String words() {
            return words;
        }

        private static Relation of(Link.Relation relation) {
            return switch (relation) {
                case REPLACED_BY -> REPLACED_BY;
                case REPLACES -> REPLACES;
                case STANDS_BESIDE -> STANDS_BESIDE;
                case SEE_ALSO -> SEE_ALSO;
            };
        }

        private static Relation back(Link.Relation relation) {
            return switch (relation) {
                case REPLACED_BY -> REPLACES;
                case REPLACES -> REPLACED_BY;
                case STANDS_BESIDE -> STANDS_BESIDE;
                case SEE_ALSO -> MENTIONED_BY;
            };
        }
    }

    /**
     * Follows the links of a statement, and those of others that lead to it. Links to what is not loaded are passed over.
     *
     * @param statement where to start
     * @return by relation, then in the order of the packs; each other statement once
     */
    public List<Followed> links(Entry.OfStatement statement) {
        var found = new LinkedHashMap<String, Followed>();
        for (Link link : statement.statement().links()) {
            if (byKey.get(key(link.statement())) instanceof Entry.OfStatement other) {
                found.putIfAbsent(other.id(), new Followed(Relation.of(link.relation()), other));
            }
        }
        for (Entry entry : byKey.values()) {
            if (entry instanceof Entry.OfStatement other) {
                for (Link link : other.statement().links()) {
                    if (key(link.statement()).equals(key(statement.id()))) {
                        found.putIfAbsent(other.id(), new Followed(Relation.back(link.relation()), other));
                    }
                }
            }
        }
        var all = new ArrayList<>(found.values());
        all.sort((a, b) -> a.relation().compareTo(b.relation()));
        return all;
    }

    /**
     * The rules that rest on a statement.
     *
     * @param statement which
     * @return by id
     */
    public List<RuleInfo> rulesCiting(Entry.OfStatement statement) {
        return catalogue.rules().stream()
                .filter(rule -> rule.cites().equals(statement.citation()))
                .toList();
    }

    /**
     * The checklist items and playbook steps that rest on a statement.
     *
     * @param statement which
     * @return in order
     */
    public List<Step> stepsCiting(Entry.OfStatement statement) {
        return steps.stream()
                .filter(step -> step.cites().contains(statement.citation()))
                .toList();
    }
}
