package org.govsocial.model;

/**
 * Points to a statement of the guidance.
 *
 * @param document the document's id, for example {@code "accessibility"}
 * @param statement the statement's id, for example {@code "ACC-4"}
 */
public record Citation(String document, String statement) {
    @Override
    public String toString() {
        return document + "#" + statement;
    }
}
