package org.govsocial.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Modality;
import org.govsocial.model.RuleId;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.RuleInfo;

/**
 * The honest map: which statements a rule checks, which a checklist item or playbook step reaches, and which nothing does.
 *
 * @param documents in the order of the packs
 */
public record Coverage(List<OfDocument> documents) {
    /** Copies the list. */
    public Coverage {
        documents = List.copyOf(documents);
    }

    /** What reaches a statement. */
    public enum By {
        /** A rule checks it, whatever else reaches it. */
        RULE,
        /** No rule checks it, but a checklist item or playbook step asks for it. */
        STEP,
        /** Nothing does. */
        NOTHING
    }

    /**
     * What reaches one statement.
     *
     * @param statement which
     * @param rules that cite it, by id
     * @param steps of checklists and playbooks that cite it, in order
     */
    public record Reach(Statement statement, List<RuleId> rules, List<Step> steps) {
        /** Copies the lists. */
        public Reach {
            rules = List.copyOf(rules);
            steps = List.copyOf(steps);
        }

        /**
         * What reaches it.
         *
         * @return the strongest
         */
        public By by() {
            return !rules.isEmpty() ? By.RULE : !steps.isEmpty() ? By.STEP : By.NOTHING;
        }

        /**
         * Whether the statement asks for something, so that reaching it matters.
         *
         * @return true for MUST and SHOULD
         */
        public boolean asks() {
            return statement.modality().compareTo(Modality.SHOULD) >= 0;
        }
    }

    /**
     * What reaches the statements of one document.
     *
     * @param document which
     * @param statements in order
     */
    public record OfDocument(GuidanceDocument document, List<Reach> statements) {
        /** Copies the list. */
        public OfDocument {
            statements = List.copyOf(statements);
        }

        /**
         * Counts statements.
         *
         * @param by what reaches them
         * @return how many
         */
        public int count(By by) {
            return (int) statements.stream().filter(s -> s.by() == by).count();
        }

        /**
         * Counts statements that ask for something (MUST or SHOULD).
         *
         * @return how many
         */
        public int asking() {
            return (int) statements.stream().filter(Reach::asks).count();
        }

        /**
         * Counts statements that ask for something and are reached.
         *
         * @return how many
         */
        public int askingReached() {
            return (int) statements.stream()
                    .filter(s -> s.asks() && s.by() != By.NOTHING)
                    .count();
        }
    }

    /**
     * Measures what is loaded.
     *
     * @param catalogue what is loaded
     * @return the map
     */
    public static Coverage of(Catalogue catalogue) {
        var rules = new HashMap<Citation, List<RuleId>>();
        for (RuleInfo rule : catalogue.rules()) {
            rules.computeIfAbsent(rule.cites(), c -> new ArrayList<>()).add(rule.id());
        }
        var steps = new HashMap<Citation, List<Step>>();
        for (Step step : Step.of(catalogue)) {
            step.cites()
                    .forEach(c ->
                            steps.computeIfAbsent(c, x -> new ArrayList<>()).add(step));
        }
        var documents = new ArrayList<OfDocument>();
        for (GuidanceDocument document : catalogue.documents()) {
            var reached = new ArrayList<Reach>();
            for (Statement statement : document.statements()) {
                var citation = new Citation(document.id(), statement.id());
                reached.add(new Reach(
                        statement, rules.getOrDefault(citation, List.of()), steps.getOrDefault(citation, List.of())));
            }
            documents.add(new OfDocument(document, reached));
        }
        return new Coverage(documents);
    }

    /**
     * Counts over all documents.
     *
     * @param by what reaches the statements
     * @return how many
     */
    public int count(By by) {
        return documents.stream().mapToInt(d -> d.count(by)).sum();
    }

    /**
     * Counts statements that ask for something (MUST or SHOULD) over all documents.
     *
     * @return how many
     */
    public int asking() {
        return documents.stream().mapToInt(OfDocument::asking).sum();
    }

    /**
     * Counts statements that ask for something and are reached, over all documents.
     *
     * @return how many
     */
    public int askingReached() {
        return documents.stream().mapToInt(OfDocument::askingReached).sum();
    }
}
