package org.govsocial.cli;

import java.io.IOException;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Problem;

/** Something that the user gave is wrong. Ends the command with {@link ExitCode#WRONG_INPUT}. */
public final class UsageError extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    UsageError(String where, String what, String advice) {
        super(where + ": " + what + " " + advice);
        this.problem = new Problem(where, what, advice);
    }

    /** A file that somebody named and that cannot be read. */
    static UsageError unreadable(String where, IOException cause) {
        Problem p = Inputs.unreadable(where, cause);
        return new UsageError(p.where(), p.what(), p.advice());
    }

    Problem problem() {
        return problem;
    }
}
