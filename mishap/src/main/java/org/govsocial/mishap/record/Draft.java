package org.govsocial.mishap.record;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to record; an entry once the log has acknowledged it.
 *
 * @param kind what sort of entry: lower-case letters, digits and single hyphens, at most 40 characters, for example
 *     {@code "note"} or {@code "step-done"}; the log itself writes {@code opened}, {@code recovered},
 *     {@code disposed}, {@code attachment} and {@code correction}
 * @param who who says so, not blank
 * @param at when it happened, where that is not the moment of recording; otherwise null
 * @param text what happened, in people's words; may be empty
 * @param fields what programs need to know, in the order given
 */
public record Draft(String kind, String who, @Nullable OffsetDateTime at, String text, Map<String, String> fields) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the kind is malformed or {@code who} is blank
     */
    public Draft {
        if (!Kinds.isName(kind)) {
            throw new IllegalArgumentException("An entry's kind is lower-case words joined by hyphens, not: " + kind);
        }
        if (who.isBlank()) {
            throw new IllegalArgumentException("Every entry says who recorded it; give a name.");
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Starts a draft.
     *
     * @param kind what sort of entry
     * @param who who says so
     * @param text what happened
     * @return the draft, that happens when it is recorded
     */
    public static Draft of(String kind, String who, String text) {
        return new Draft(kind, who, null, text, Map.of());
    }

    /**
     * Says when it happened, for those who act first and record later.
     *
     * @param time the time, with its offset
     * @return the same with that time
     */
    public Draft at(OffsetDateTime time) {
        return new Draft(kind, who, time, text, fields);
    }

    /**
     * Adds a fact for programs.
     *
     * @param name its name
     * @param value its value
     * @return the same with that fact, which replaces one of the same name
     */
    public Draft with(String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Draft(kind, who, at, text, more);
    }
}
