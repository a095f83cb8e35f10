package org.govsocial.model;

import java.net.URI;
import java.util.List;

/**
 * How an account presents itself. Made by {@link #of} and {@code with…}, so that components can be added.
 *
 * @param id identity within its source, not blank
 * @param platform where the account is
 * @param account its handle and display name
 * @param bio the words about the account
 * @param links the addresses it shows
 */
public record Profile(String id, Platform platform, Account account, String bio, List<URI> links) implements Subject {
    /** Copies the links. */
    public Profile {
        links = List.copyOf(links);
    }

    /**
     * A profile without words or links.
     *
     * @param id identity within its source, not blank
     * @param platform where the account is
     * @param account its handle and display name
     * @return the profile
     */
    public static Profile of(String id, Platform platform, Account account) {
        return new Profile(id, platform, account, "", List.of());
    }

    /**
     * The same profile with other words.
     *
     * @param words about the account
     * @return a new profile
     */
    public Profile withBio(String words) {
        return new Profile(id, platform, account, words, links);
    }

    /**
     * The same profile with other links.
     *
     * @param addresses that it shows
     * @return a new profile
     */
    public Profile withLinks(List<URI> addresses) {
        return new Profile(id, platform, account, bio, addresses);
    }
}
