package org.govsocial.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions that find out what kind of mishap it is and how far it reaches. Data of a pack, so that an agency can ask
 * its own.
 *
 * @param types the kinds of mishap
 * @param questions in the order asked
 */
public record Triage(List<Type> types, List<Question> questions) {
    /** Copies the lists. */
    public Triage {
        types = List.copyOf(types);
        questions = List.copyOf(questions);
    }

    /**
     * A kind of mishap.
     *
     * @param id kebab case
     * @param title what people call it
     * @param cites the statement that describes it
     */
    public record Type(String id, String title, Citation cites) {}

    /** How sure an answer makes us of a type. */
    public enum Sureness {
        /** It may be this. */
        POSSIBLE,
        /** It looks like this. */
        LIKELY,
        /** It is this. */
        CONFIRMED
    }

    /**
     * One question.
     *
     * @param id kebab case, unique in the triage
     * @param ask the question as people read it
     * @param several whether several answers may hold at once
     * @param scale whether the answers go from the least to the most severe
     * @param answers in the order shown
     */
    public record Question(String id, String ask, boolean several, boolean scale, List<Answer> answers) {
        /** Copies the list. */
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer, and what follows from it.
     *
     * @param id kebab case, unique in the question
     * @param text as people read it
     * @param types what it says about types
     * @param impacts levels of impact that it shows, from 1 (low) to 3 (high), by id of the impact
     * @param branches ids of the special branches that it opens
     */
    public record Answer(
            String id, String text, Map<String, Sureness> types, Map<String, Integer> impacts, List<String> branches) {
        /** Copies the collections. */
        public Answer {
            types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
            impacts = Collections.unmodifiableMap(new LinkedHashMap<>(impacts));
            branches = List.copyOf(branches);
        }
    }
}
