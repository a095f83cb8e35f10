package org.govsocial.model;

/**
 * Who a post speaks for.
 *
 * @param handle the name on the platform without {@code @}, empty when not known
 * @param name the display name, empty when not known
 */
public record Account(String handle, String name) {
    /** The account is not known. */
    public static final Account UNKNOWN = new Account("", "");

    /**
     * An account of which only the handle is known.
     *
     * @param handle the handle, with or without {@code @}
     * @return the account
     */
    public static Account of(String handle) {
        return new Account(handle.startsWith("@") ? handle.substring(1) : handle, "");
    }

    /**
     * The same account with a display name.
     *
     * @param displayName the name that readers see
     * @return a new account
     */
    public Account withName(String displayName) {
        return new Account(handle, displayName);
    }
}
