package org.govsocial.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The text of a field.
     *
     * @param field {@code "/name"}, {@code "/handle"} or {@code "/bio"}
     * @return null when there is no such field
     */
    public @Nullable String textAt(String field) {
        return switch (field) {
            case "/name" -> account.name();
            case "/handle" -> account.handle();
            case "/bio" -> bio;
            default -> null;
        };
    }

    /**
     * The same profile after some edits of its display name or words.
     *
     * @param edits what to change, without overlaps; edits of other fields do nothing
     * @return a new profile
     */
    public Profile edited(List<Edit> edits) {
        String name = account.name();
        String words = bio;
        var ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(Edit::start).reversed());
        for (Edit edit : ordered) {
            if (edit.field().equals("/name")) {
                name = name.substring(0, edit.start()) + edit.text() + name.substring(edit.end());
            } else if (edit.field().equals("/bio")) {
                words = words.substring(0, edit.start()) + edit.text() + words.substring(edit.end());
            }
        }
        return new Profile(id, platform, account.withName(name), words, links);
    }
}
