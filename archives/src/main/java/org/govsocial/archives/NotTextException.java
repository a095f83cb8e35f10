package org.govsocial.archives;

import java.io.IOException;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;

/** Bytes that are not text in the expected encoding. */
final class NotTextException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    NotTextException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    InputException toInputException() {
        return new InputException(problem);
    }
}
