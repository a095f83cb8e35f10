package org.govsocial.spi;

import org.govsocial.model.Problem;

/** An input that cannot be used as a whole, in words that its owner can act on. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /**
     * Says what is wrong.
     *
     * @param where the file, with line or JSON path when known
     * @param what what was wrong
     * @param advice what to do next
     */
    public InputException(String where, String what, String advice) {
        this(new Problem(where, what, advice));
    }

    /**
     * Says what is wrong.
     *
     * @param problem where, what, and what to do next
     */
    public InputException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /**
     * The three parts of the message.
     *
     * @return where, what, and what to do next
     */
    public Problem problem() {
        return problem;
    }
}
