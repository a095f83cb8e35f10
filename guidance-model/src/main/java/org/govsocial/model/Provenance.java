package org.govsocial.model;

/** Where a statement, step, matrix cell or case comes from. Output never presents one as another. */
public enum Provenance {
    /** Read in the 2011-12 text of the Department of Internal Affairs. */
    DIA_CONFIRMED("read in the 2011-12 guidance"),
    /** Read in a parent, sibling or reprint of the 2011-12 text. */
    LINEAGE("from a parent, sibling or reprint of the 2011-12 guidance"),
    /** A New Zealand rule in force now. */
    NZ_CURRENT("New Zealand rule in force"),
    /** Another New Zealand public body, or a rule no longer in force. */
    NZ_OTHER("another New Zealand public body"),
    /** Another country's government, or the institutions that advise there. */
    OTHER_GOVERNMENT("guidance from another country"),
    /** A published standard, such as WCAG or Unicode. */
    STANDARD("published standard"),
    /** This project's own judgement. */
    PROJECT("our own judgement");

    private final String words;

    Provenance(String words) {
        this.words = words;
    }

    /**
     * The value as people read it.
     *
     * @return a short phrase in plain English
     */
    public String words() {
        return words;
    }
}
