package org.govsocial.model;

import org.jspecify.annotations.Nullable;

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

    // Written out, since the compiler's own is put together anew at each start, which takes longer than a check.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Citation that && document.equals(that.document) && statement.equals(that.statement);
    }

    @Override
    public int hashCode() {
        return 31 * document.hashCode() + statement.hashCode();
    }
}
