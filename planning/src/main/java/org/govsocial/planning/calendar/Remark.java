package org.govsocial.planning.calendar;

import java.util.Locale;
import java.util.Optional;
import org.govsocial.model.Citation;
import org.govsocial.model.Outcome;
import org.govsocial.model.Severity;
import org.govsocial.spi.Location;

/**
 * Something to mend, or for a person to decide, about an item of a calendar beside its words.
 *
 * @param where file and line
 * @param item its id; empty when the remark is about the calendar as a whole
 * @param kind what it is about
 * @param severity how much it matters
 * @param outcome failed, or a person has to decide
 * @param words a sentence or two
 * @param cites what it rests on; absent for plain sense
 */
public record Remark(
        Location where,
        String item,
        Kind kind,
        Severity severity,
        Outcome outcome,
        String words,
        Optional<Citation> cites) {
    /** What a remark is about. */
    public enum Kind {
        /** The time is no moment, or more than one. */
        TIME,
        /** Who reviewed and approved it. */
        SIGN_OFF,
        /** It goes out with another item. */
        COLLISION,
        /** A public or regional holiday. */
        HOLIDAY,
        /** A language week. */
        LANGUAGE_WEEK,
        /** The period before an election. */
        PRE_ELECTION,
        /** Days on which the agency publishes nothing. */
        BLACKOUT,
        /** Something that could not be looked at. */
        NOT_CHECKED;

        /**
         * How output writes it.
         *
         * @return kebab case
         */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
