package org.govsocial.model;

/**
 * Who a post speaks for.
 *
 * @param handle the name on the platform without {@code @}, empty when not known
 * @param name the display name, empty when not known
 * @param planned the handle of the account that the post was planned for, without {@code @}; empty when not known
 * @param unregistered whether the agency keeps a register of its accounts, and this one is not in it
 */
public record Account(String handle, String name, String planned, boolean unregistered) {
    /** The account is not known. */
    public static final Account UNKNOWN = new Account("", "", "", false);

    /**
     * An account of which only the handle is known.
     *
     * @param handle the handle, with or without {@code @}
     * @return the account
     */
    public static Account of(String handle) {
        return new Account(bare(handle), "", "", false);
    }

    /**
     * The same account with a display name.
     *
     * @param displayName the name that readers see
     * @return a new account
     */
    public Account withName(String displayName) {
        return new Account(handle, displayName, planned, unregistered);
    }

    /**
     * The same account, with the one that was planned.
     *
     * @param meant the handle, with or without {@code @}
     * @return a new account
     */
    public Account withPlanned(String meant) {
        return new Account(handle, name, bare(meant), unregistered);
    }

    /**
     * The same account, which is not in the agency's register.
     *
     * @return a new account
     */
    public Account asUnregistered() {
        return new Account(handle, name, planned, true);
    }

    private static String bare(String handle) {
        return handle.startsWith("@") ? handle.substring(1) : handle;
    }
}
