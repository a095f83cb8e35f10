package org.govsocial.model;

/**
 * Harm to a reader times how sure we are (SARIF's words). Never a duty: what a source requires is the {@link Modality}
 * of the statement.
 */
public enum Severity {
    /** Worth knowing. Does not count against the post. */
    NOTE,
    /** Some readers are likely to be hindered, or we are not quite sure. */
    WARNING,
    /** Some readers are shut out, and we are sure. */
    ERROR
}
