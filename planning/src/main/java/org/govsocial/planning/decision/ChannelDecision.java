package org.govsocial.planning.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether to open or close one channel. Every part has its {@link Trace}, or says that the sources are silent.
 *
 * @param channel as it was asked for
 * @param title what people call it
 * @param closing whether the question is to close it
 * @param verdict the answer
 * @param words the answer as people read it, such as {@code "Open it if …"}
 * @param reasons at most five, the weightiest first
 * @param conditions what has to be met first, for a verdict with "if"
 * @param options side by side
 * @param bindings what binds whoever uses it today
 * @param changes single answers that would change the verdict, towards yes first
 * @param decision the decision about stages that it rests on
 * @param table the table used, as id and version
 */
public record ChannelDecision(
        String channel,
        String title,
        boolean closing,
        Verdict verdict,
        String words,
        List<Reason> reasons,
        List<Reason> conditions,
        List<Option> options,
        List<Binding> bindings,
        List<Change> changes,
        Decision decision,
        String table) {
    /** The most reasons that are given. */
    public static final int MOST_REASONS = 5;

    /** Copies the lists. */
    public ChannelDecision {
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
        options = List.copyOf(options);
        bindings = List.copyOf(bindings);
        changes = List.copyOf(changes);
    }

    /** The answer, from yes to no. */
    public enum Verdict {
        /** Open it, or close it. */
        YES,
        /** Yes, once some conditions are met. */
        IF,
        /** Another kind of channel instead. */
        INSTEAD,
        /** Not now. */
        NOT_NOW
    }

    /**
     * A reason, or a condition.
     *
     * @param id such as {@code "audience-elsewhere"}
     * @param text in words
     * @param trace the answers and statements
     */
    public record Reason(String id, String text, Trace trace) {}

    /**
     * Something that could be done.
     *
     * @param id such as {@code "more"}
     * @param title in a few words
     * @param text what it is
     * @param hours a week; absent when the answers do not tell
     * @param end when it ends or is decided again; absent when no day is known
     * @param trace the answers and statements
     */
    public record Option(
            String id, String title, String text, OptionalDouble hours, Optional<LocalDate> end, Trace trace) {}

    /**
     * Something that binds today.
     *
     * @param topic such as {@code "records"}
     * @param title in a few words
     * @param statements what was read; empty when nothing was
     * @param silent what the sources do not say, and whom to ask
     */
    public record Binding(String topic, String title, List<org.govsocial.model.Statement> statements, String silent) {
        /** Copies the list. */
        public Binding {
            statements = List.copyOf(statements);
        }
    }

    /**
     * A single answer that would change the verdict.
     *
     * @param question its id
     * @param ask the question
     * @param now the answer as it is, in words
     * @param then the other answer, in words
     * @param verdict the verdict then
     * @param words the same, as people read it
     */
    public record Change(String question, String ask, String now, String then, Verdict verdict, String words) {}

    /**
     * What each conclusion rests on.
     *
     * @return in order
     */
    public List<Trace> traces() {
        var all = new ArrayList<Trace>();
        reasons.forEach(r -> all.add(r.trace()));
        conditions.stream().filter(c -> !reasons.contains(c)).forEach(c -> all.add(c.trace()));
        options.forEach(o -> all.add(o.trace()));
        return List.copyOf(all);
    }
}
