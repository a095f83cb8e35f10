package org.govsocial.archives;

/** One field of a record that cannot be used, in words that its author can act on. */
final class FieldException extends Exception {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String advice;

    FieldException(String what, String advice) {
        super(what);
        this.what = what;
        this.advice = advice;
    }

    String what() {
        return what;
    }

    String advice() {
        return advice;
    }
}
