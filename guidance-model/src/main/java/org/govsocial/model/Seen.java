package org.govsocial.model;

import org.jspecify.annotations.Nullable;

/**
 * One fact about a file: it is known, it could not be told, or nobody looked.
 *
 * @param <T> what the fact is
 */
public sealed interface Seen<T> {
    /**
     * A fact.
     *
     * @param <T> what it is
     * @param value the fact
     * @return that it is known
     */
    static <T> Seen<T> known(T value) {
        return new Known<>(value);
    }

    /**
     * Nobody can tell, and why.
     *
     * @param <T> what the fact would be
     * @param reason one sentence
     * @param advice what to do about it, one sentence
     * @return that it is not known
     */
    static <T> Seen<T> cannotTell(String reason, String advice) {
        return new CannotTell<>(reason, advice);
    }

    /**
     * Nobody looked.
     *
     * @param <T> what the fact would be
     * @return that nobody looked
     */
    static <T> Seen<T> notLooked() {
        return new NotLooked<>();
    }

    /**
     * The fact.
     *
     * @return null when it is not known
     */
    default @Nullable T orNull() {
        return this instanceof Known<T> known ? known.value() : null;
    }

    /**
     * Looked at and known.
     *
     * @param <T> what the fact is
     * @param value the fact
     */
    record Known<T>(T value) implements Seen<T> {}

    /**
     * Looked at in vain.
     *
     * @param <T> what the fact would be
     * @param reason why it cannot be told, one sentence
     * @param advice what to do about it, one sentence
     */
    record CannotTell<T>(String reason, String advice) implements Seen<T> {}

    /**
     * Not looked at.
     *
     * @param <T> what the fact would be
     */
    record NotLooked<T>() implements Seen<T> {}
}
