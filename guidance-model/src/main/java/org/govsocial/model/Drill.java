package org.govsocial.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exercise: a mishap that is played through, after one that happened. What its situation and injects say is made up.
 *
 * @param id kebab case, unique in its pack; an agency's drill takes the place of ours of the same id
 * @param title what people call it
 * @param event the statement that tells what happened in truth
 * @param situation what the team is told at the start
 * @param facts answers to the questions of the {@link Triage} that fit the situation: ids of answers by id of the
 *     question; they settle which steps are asked of the team
 * @param injects what the team learns while it goes on, by time
 */
public record Drill(
        String id,
        String title,
        Citation event,
        String situation,
        Map<String, List<String>> facts,
        List<Inject> injects) {
    /** Copies the collections. */
    public Drill {
        var copy = new LinkedHashMap<String, List<String>>();
        facts.forEach((question, answers) -> copy.put(question, List.copyOf(answers)));
        facts = Collections.unmodifiableMap(copy);
        injects = List.copyOf(injects);
    }

    /**
     * Something that the team learns.
     *
     * @param id kebab case, unique in the drill
     * @param after how long after the start
     * @param from who says it, such as "a journalist"
     * @param text what they say
     * @param within the time in which the team is to answer; null when no answer is asked for
     * @param good what a good answer does, for whoever looks back
     * @param cites the statement that a good answer follows
     */
    public record Inject(
            String id,
            Duration after,
            String from,
            String text,
            @Nullable Duration within,
            String good,
            Citation cites) {}
}
