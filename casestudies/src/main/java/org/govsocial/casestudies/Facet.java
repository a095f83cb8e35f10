package org.govsocial.casestudies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Platform;

/** A side of cases that a search can be narrowed to. */
public enum Facet {
    /** The kind of social media. */
    TOOL("Tool"),
    /** Where it took place. */
    PLATFORM("Platform"),
    /** What kind of work it was. */
    CONTEXT("Context"),
    /** How far the organisation engaged. */
    STAGE("Stage"),
    /** How it ended. */
    OUTCOME("Outcome"),
    /** Where in the world. */
    COUNTRY("Country"),
    /** When it began. */
    YEAR("Year"),
    /** What went wrong. */
    MISHAP("Type of mishap");

    private final String words;

    Facet(String words) {
        this.words = words;
    }

    /**
     * The facet as people type it.
     *
     * @return its name in small letters
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The facet as people read it.
     *
     * @return a heading
     */
    public String words() {
        return words;
    }

    /**
     * Reads a facet as people type it.
     *
     * @param id in any case
     * @return empty when there is none of that name
     */
    public static Optional<Facet> named(String id) {
        for (Facet facet : values()) {
            if (facet.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }

    /**
     * What a case has on this side.
     *
     * @param one the case
     * @return empty when not known
     */
    public List<String> of(CaseStudy one) {
        return switch (this) {
            case TOOL -> one.setting().tools();
            case PLATFORM ->
                one.setting().platforms().stream().map(Platform::id).toList();
            case CONTEXT -> one.setting().contexts();
            case STAGE -> one.setting().stages();
            case OUTCOME -> List.of(Wording.kebab(one.outcome()));
            case COUNTRY -> one.country().isEmpty() ? List.of() : List.of(one.country());
            case YEAR -> one.year().isEmpty() ? List.of() : List.of(one.year());
            case MISHAP -> one.setting().mishaps();
        };
    }
}
