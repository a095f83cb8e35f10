package org.govsocial.planning.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.model.Block;
import org.govsocial.model.Citation;
import org.govsocial.model.Gap;

/** Something that a document may need to know. It has the words to ask for it when nobody has given it. */
sealed interface Fact {
    /** What it is, as a noun phrase, and what to do when it is missing. */
    Gap gap();

    boolean isKnown();

    /** Words; empty when not known. */
    record Text(String value, Gap gap) implements Fact {
        @Override
        public boolean isKnown() {
            return !value.isBlank();
        }
    }

    /** Whether something holds. */
    record Flag(boolean isKnown, Gap gap) implements Fact {}

    /**
     * Several values, each with facts of its own under the same names. Somebody may have counted and found none, which is
     * not the same as that nobody said.
     */
    record Values(List<Value> values, List<String> names, boolean isCounted, Gap gap) implements Fact {
        static Values of(List<Value> values, List<String> names, Gap gap) {
            return new Values(values, names, false, gap);
        }

        public Values {
            values = List.copyOf(values);
            names = List.copyOf(names);
        }

        @Override
        public boolean isKnown() {
            return !values.isEmpty();
        }
    }

    /** One of several values, and the statements that it rests on. */
    record Value(Map<String, Fact> facts, List<Citation> cites) {
        public Value {
            cites = List.copyOf(cites);
        }
    }

    /** A chart. */
    record Figure(Optional<Block.Chart> chart, Gap gap) implements Fact {
        @Override
        public boolean isKnown() {
            return chart.isPresent();
        }
    }
}
