package org.govsocial.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do, step by step, in one kind of mishap or circumstance.
 *
 * @param id kebab case, unique in its pack; an agency's playbook takes the place of ours of the same id
 * @param title what people call it
 * @param when ids of the types and branches that it is for; {@link Matrix#ANY} for every mishap
 * @param steps in the order done
 */
public record Playbook(String id, String title, List<String> when, List<Step> steps) {
    /** Copies the lists. */
    public Playbook {
        when = List.copyOf(when);
        steps = List.copyOf(steps);
    }

    /** When a step belongs. */
    public enum Phase {
        /** While all is well. */
        BEFORE,
        /** While it goes on. */
        DURING,
        /** Once it is over. */
        AFTER
    }

    /**
     * One step.
     *
     * @param id kebab case, unique across all playbooks
     * @param phase when it belongs
     * @param title what to do
     * @param words words to use; empty for none
     * @param owner the role that does it
     * @param within the time it is to be done in, from when the mishap was noticed (from its end for {@link
     *     Phase#AFTER}); null for the time of the first response
     * @param after ids of steps that come first
     * @param instead ids of steps of other playbooks that it takes the place of
     * @param evidence what to keep as proof; empty for none
     * @param cites the statement that it rests on
     */
    public record Step(
            String id,
            Phase phase,
            String title,
            String words,
            String owner,
            @Nullable Duration within,
            List<String> after,
            List<String> instead,
            String evidence,
            Citation cites) {
        /** Copies the list. */
        public Step {
            after = List.copyOf(after);
            instead = List.copyOf(instead);
        }
    }
}
