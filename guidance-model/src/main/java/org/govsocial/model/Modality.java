package org.govsocial.model;

/** What a statement of the guidance requires of an agency. */
public enum Modality {
    /** It informs. */
    INFO,
    /** It permits or offers. */
    MAY,
    /** It advises. */
    SHOULD,
    /** It requires. */
    MUST
}
