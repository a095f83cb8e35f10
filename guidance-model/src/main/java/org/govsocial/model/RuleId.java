package org.govsocial.model;

import org.jspecify.annotations.Nullable;

/**
 * A rule's id, written {@code document/name}.
 *
 * @param document the document, pack or plug-in that the rule belongs to, kebab case
 * @param name the rule within it, kebab case
 */
public record RuleId(String document, String name) implements Comparable<RuleId> {
    /**
     * Checks the grammar.
     *
     * @throws IllegalArgumentException when a part is not kebab case
     */
    public RuleId {
        if (!Names.isKebab(document) || !Names.isKebab(name)) {
            throw new IllegalArgumentException(
                    "A rule id is document/rule-name in lower-case letters, digits and hyphens; this is \"" + document
                            + "/" + name + "\".");
        }
    }

    /**
     * Reads {@code document/name}.
     *
     * @param id the written form
     * @return the id
     * @throws IllegalArgumentException when it is not of that form
     */
    public static RuleId of(String id) {
        int slash = id.indexOf('/');
        return new RuleId(id.substring(0, Math.max(slash, 0)), id.substring(slash + 1));
    }

    @Override
    public int compareTo(RuleId other) {
        int byDocument = document.compareTo(other.document);
        return byDocument != 0 ? byDocument : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return document + "/" + name;
    }

    // Written out, since the compiler's own is put together anew at each start, which takes longer than a check.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleId that && document.equals(that.document) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * document.hashCode() + name.hashCode();
    }
}
