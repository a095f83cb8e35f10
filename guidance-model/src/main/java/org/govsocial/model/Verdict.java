package org.govsocial.model;

/** What a person answers to a finding. */
public enum Verdict {
    /** The place is as it should be; the finding does not count. */
    PASSED,
    /** The place is not as it should be; what needed a person to decide is decided. */
    FAILED,
    /** Not as it should be, and accepted until a date: the finding is shown with the waiver and does not count. */
    WAIVED
}
