package org.govsocial.model;

import java.time.LocalDate;
import java.util.List;

/**
 * One thing that the guidance says, in our own words.
 *
 * @param id unique across all packs, for example {@code "LEG-07"}
 * @param section id of the section it stands in
 * @param text one or two sentences
 * @param modality what the source requires
 * @param provenance where it comes from
 * @param source code of the {@link Source} it was read in
 * @param where the place in the source, empty when not recorded
 * @param checked when the source was last read
 * @param facets what it applies to
 * @param from date from which it holds (year, month or day), empty when not limited
 * @param until date until which it holds, empty when not limited
 * @param links to other statements
 */
public record Statement(
        String id,
        String section,
        String text,
        Modality modality,
        Provenance provenance,
        String source,
        String where,
        LocalDate checked,
        Facets facets,
        String from,
        String until,
        List<Link> links) {
    /** Copies the links. */
    public Statement {
        links = List.copyOf(links);
    }

    /**
     * How the statement stands to a reader: never "required" unless a source that binds says so.
     *
     * @return "required by", "advised by", "allowed by", "described by" or "our judgement"
     */
    public String standing() {
        if (provenance == Provenance.PROJECT) {
            return "our judgement";
        }
        boolean binds = provenance == Provenance.DIA_CONFIRMED || provenance == Provenance.NZ_CURRENT;
        return switch (modality) {
            case MUST -> binds ? "required by" : "advised by";
            case SHOULD -> "advised by";
            case MAY -> "allowed by";
            case INFO -> "described by";
        };
    }

    /**
     * What a statement applies to; an empty list means all.
     *
     * @param stages passive, active, engaged
     * @param roles who acts
     * @param phases before, during, after
     * @param tools the kinds of social media
     * @param topics free subject words
     * @param audiences who is affected
     */
    public record Facets(
            List<String> stages,
            List<String> roles,
            List<String> phases,
            List<String> tools,
            List<String> topics,
            List<String> audiences) {
        /** Applies to everything. */
        public static final Facets ALL = new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Facets {
            stages = List.copyOf(stages);
            roles = List.copyOf(roles);
            phases = List.copyOf(phases);
            tools = List.copyOf(tools);
            topics = List.copyOf(topics);
            audiences = List.copyOf(audiences);
        }
    }
}
