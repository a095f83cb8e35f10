package org.govsocial.cli;

import org.govsocial.engine.RunResult;
import org.govsocial.model.Severity;

/** From which severity on a finding makes the command end with {@link ExitCode#FINDINGS}. */
enum Threshold {
    ERROR,
    WARNING,
    NOTE,
    NEVER;

    boolean isReachedBy(RunResult result) {
        return this != NEVER && result.failsAt(Severity.valueOf(name()));
    }
}
