package org.govsocial.model;

/**
 * Who a post speaks for.
 *
 * @param handle the name on the platform without {@code @}, empty when not known
 * @param name the display name, empty when not known
 * @param planned the handle of the account that the post was planned for, without {@code @}; empty when not known
 */
public record Account(String handle, String name, String planned) {
    /** The account is not known. */
    public static final Account UNKNOWN = new Account("", "", "");

    /**
     * An account of which only the handle is known.
     *
     * @param handle the handle, with or without {@code @}
     * @return the account
     */
    public static Account of(String handle) {
        return new Account(bare(handle), "", "");
    }

    /**
     * The same account with a display name.
     *
     * @param displayName the name that readers see
     * @return a new account
     */
    public Account withName(String displayName) {
        return new Account(handle, displayName, planned);
    }

    /**
     * The same account, with the one that was planned.
     *
     * @param meant the handle, with or without {@code @}
     * @return a new account
     */
    public Account withPlanned(String meant) {
        return new Account(handle, name, bare(meant));
    }

    private static String bare(String handle) {
        return handle.startsWith("@") ? handle.substring(1) : handle;
    }
}
