package org.govsocial.model;

/**
 * A social media plan: what an agency means to do, for whom, with what and until when. Made by {@link #of}, so that components can be added.
 *
 * @param id identity within its source, not blank
 * @param title what people call it
 */
public record Plan(String id, String title) implements Subject {
    /**
     * Makes one.
     *
     * @param id identity within its source, not blank
     * @param title what people call it
     * @return the record
     */
    public static Plan of(String id, String title) {
        return new Plan(id, title);
    }
}
