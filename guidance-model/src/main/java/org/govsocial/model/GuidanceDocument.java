package org.govsocial.model;

import java.util.List;

/**
 * One document of the guidance, or an agency's own.
 *
 * @param id kebab case, for example {@code "toolbox"}
 * @param title its title
 * @param published year or month of publication, empty when not known
 * @param version as published, empty when not known
 * @param pages number of pages, 0 when not known
 * @param audience who it is for
 * @param question the question it answers, empty when not recorded
 * @param sections in order
 * @param statements in order
 */
public record GuidanceDocument(
        String id,
        String title,
        String published,
        String version,
        int pages,
        String audience,
        String question,
        List<Section> sections,
        List<Statement> statements) {
    /** Copies the lists. */
    public GuidanceDocument {
        sections = List.copyOf(sections);
        statements = List.copyOf(statements);
    }
}
