package org.govsocial.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What rules know of the agency whose posts, profiles and plans they judge. Made by {@link #UNKNOWN} and the methods that
 * begin with {@code with}, so that components can be added.
 *
 * @param domains its own domains and hosts of its own short addresses, in lower case, such as {@code "example.govt.nz"}
 * @param elections periods before elections, as it wrote them down
 * @param candidates names of candidates and parties that it wants to be told of in these periods
 * @param glossary short forms that its readers know
 */
public record Agency(List<String> domains, List<Election> elections, List<String> candidates, Glossary glossary) {
    /** Nothing is known. */
    public static final Agency UNKNOWN = new Agency(List.of(), List.of(), List.of(), Glossary.NONE);

    /** Copies the lists. */
    public Agency {
        domains = List.copyOf(domains);
        elections = List.copyOf(elections);
        candidates = List.copyOf(candidates);
    }

    /**
     * The period before an election.
     *
     * @param name what people call it
     * @param from its first moment
     * @param until the moment at which it is over
     */
    public record Election(String name, Instant from, Instant until) {
        /**
         * Whether a moment is in it.
         *
         * @param moment any
         * @return true from the first moment to the end
         */
        public boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /**
     * The same with other domains.
     *
     * @param own the agency's own domains, in lower case
     * @return a new agency
     */
    public Agency withDomains(List<String> own) {
        return new Agency(own, elections, candidates, glossary);
    }

    /**
     * The same with other elections.
     *
     * @param periods before elections
     * @param names of candidates and parties
     * @return a new agency
     */
    public Agency withElections(List<Election> periods, List<String> names) {
        return new Agency(domains, periods, names, glossary);
    }

    /**
     * The same with other short forms.
     *
     * @param known what its readers know
     * @return a new agency
     */
    public Agency withGlossary(Glossary known) {
        return new Agency(domains, elections, candidates, known);
    }

    /**
     * The election before which something is published.
     *
     * @param moment when; null when that is not known, which may be before any
     * @return the first in whose period the moment is; null when there is none
     */
    public @Nullable Election electionAt(@Nullable Instant moment) {
        for (int i = 0; i < elections.size(); i++) { // without an iterator: a clean post costs no memory
            Election election = elections.get(i);
            if (moment == null || election.holds(moment)) {
                return election;
            }
        }
        return null;
    }

    /**
     * Whether a host is the agency's own.
     *
     * @param host in any case
     * @return true for its domains and whatever is below them
     */
    public boolean owns(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        for (String domain : domains) {
            if (plain.equals(domain) || plain.endsWith("." + domain)) {
                return true;
            }
        }
        return false;
    }
}
