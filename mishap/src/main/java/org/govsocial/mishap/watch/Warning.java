package org.govsocial.mishap.watch;

import java.time.Instant;
import java.util.List;

/**
 * Something unusual goes on.
 *
 * @param kind what is unusual
 * @param at event time of the mention that gave the warning
 * @param since event time, to the minute, since which there are more than usual
 * @param rate mentions a minute since then
 * @param usual mentions a minute that are usual at this time of day
 * @param examples the latest mentions of the kind, such as those with negative words; at most three, shortened
 */
public record Warning(Kind kind, Instant at, Instant since, double rate, double usual, List<String> examples) {
    /** Copies the list. */
    public Warning {
        examples = List.copyOf(examples);
    }

    /** What is unusual. */
    public enum Kind {
        /** Unusually many mentions. */
        VOLUME("unusually many mentions"),
        /** Unusually many mentions with negative words. */
        NEGATIVE("unusually many mentions with negative words"),
        /** Unusually many people pass on what others said. */
        SPREAD("unusually many people pass it on");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * The kind in words.
         *
         * @return a phrase
         */
        public String words() {
            return words;
        }
    }
}
