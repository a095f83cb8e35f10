package org.govsocial.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The country whose words, names and sources rules go by. The set is open: any id in kebab case names a country, the
 * constants are those that the rules here know.
 *
 * @param id lower-case letters, for example {@code "nz"}
 */
public record Country(String id) implements Comparable<Country> {
    /** New Zealand: the default. */
    public static final Country NZ = new Country("nz");

    /** Australia. */
    public static final Country AU = new Country("au");

    /** The United Kingdom. */
    public static final Country UK = new Country("uk");

    /** The United States. */
    public static final Country US = new Country("us");

    /** No country: only what holds everywhere. */
    public static final Country NONE = new Country("none");

    /** The countries that rules here know. */
    public static final List<Country> KNOWN = List.of(NZ, AU, UK, US, NONE);

    /**
     * Checks the grammar of the id.
     *
     * @throws IllegalArgumentException when {@code id} is not kebab case
     */
    public Country {
        if (!Names.isKebab(id)) {
            throw new IllegalArgumentException(
                    "A country is named by lower-case letters, such as \"nz\" or \"au\"; this is \"" + id + "\".");
        }
    }

    @Override
    public int compareTo(Country other) {
        return id.compareTo(other.id);
    }

    // Written out: Java links the two that it would make by itself at every start, which takes longer than checking a
    // post.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Country country && country.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
