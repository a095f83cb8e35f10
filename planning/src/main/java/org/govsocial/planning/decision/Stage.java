package org.govsocial.planning.decision;

import java.util.Locale;

/** How far to go, in the order of the guidance: listen first, talk last, and only where that is appropriate. */
public enum Stage {
    /** The ground is not laid, not even for listening. */
    NOT_YET("not yet"),
    /** Listen, and understand what people say. */
    PASSIVE("passive"),
    /** Be present, and respond to a plan. */
    ACTIVE("active"),
    /** Take part in discussion and debate. */
    ENGAGED("engaged");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /**
     * The stage in files.
     *
     * @return {@code "not-yet"}, {@code "passive"}, {@code "active"} or {@code "engaged"}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The stage as people read it.
     *
     * @return a word or two
     */
    public String words() {
        return words;
    }
}
