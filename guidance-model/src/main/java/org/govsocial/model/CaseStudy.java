package org.govsocial.model;

/**
 * What another organisation did with social media, and what it learned. Made by {@link #of}, so that components can be added.
 *
 * @param id identity within its source, not blank
 * @param title what people call it
 */
public record CaseStudy(String id, String title) implements Subject {
    /**
     * Makes one.
     *
     * @param id identity within its source, not blank
     * @param title what people call it
     * @return the record
     */
    public static CaseStudy of(String id, String title) {
        return new CaseStudy(id, title);
    }
}
