package org.govsocial.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.Playbook;
import org.govsocial.spi.Catalogue;

/**
 * Something that people do because statements ask for it: an item of a checklist, or a step of a playbook.
 *
 * @param kind of list
 * @param list id of the checklist or playbook
 * @param id of the item or step
 * @param text what to do
 * @param owner the role that does it
 * @param cites the statements
 */
public record Step(Kind kind, String list, String id, String text, String owner, List<Citation> cites) {
    /** Copies the list. */
    public Step {
        cites = List.copyOf(cites);
    }

    /** Kinds of list. */
    public enum Kind {
        /** For daily work. */
        CHECKLIST("checklist"),
        /** For a mishap. */
        PLAYBOOK("playbook");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * What people call it.
     *
     * @return for example {@code "checklist closing/archive"}
     */
    public String name() {
        return kind.word + " " + list + "/" + id;
    }

    /**
     * Gathers what is loaded.
     *
     * @param catalogue what is loaded
     * @return items of checklists, then steps of playbooks, in order
     */
    public static List<Step> of(Catalogue catalogue) {
        var steps = new ArrayList<Step>();
        for (Checklist list : catalogue.checklists()) {
            for (Checklist.Item i : list.items()) {
                steps.add(new Step(Kind.CHECKLIST, list.id(), i.id(), i.text(), i.owner(), i.cites()));
            }
        }
        for (Playbook list : catalogue.playbooks()) {
            for (Playbook.Step s : list.steps()) {
                steps.add(new Step(Kind.PLAYBOOK, list.id(), s.id(), s.title(), s.owner(), List.of(s.cites())));
            }
        }
        return steps;
    }
}
