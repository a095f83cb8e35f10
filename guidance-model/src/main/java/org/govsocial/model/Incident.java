package org.govsocial.model;

/**
 * A social media mishap, from the first sign to the review. Made by {@link #of}, so that components can be added.
 *
 * @param id identity within its source, not blank
 * @param title what people call it
 */
public record Incident(String id, String title) implements Subject {
    /**
     * Makes one.
     *
     * @param id identity within its source, not blank
     * @param title what people call it
     * @return the record
     */
    public static Incident of(String id, String title) {
        return new Incident(id, title);
    }
}
