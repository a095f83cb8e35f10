package org.govsocial.cli;

import org.govsocial.engine.RunResult;
import org.govsocial.model.Severity;
import org.jspecify.annotations.Nullable;

/** From which severity on a finding makes the command end with {@link ExitCode#FINDINGS}. */
enum Threshold {
    ERROR,
    WARNING,
    NOTE,
    NEVER;

    static Threshold named(String option, @Nullable String typed) throws UsageError {
        if (typed == null) {
            return ERROR;
        }
        for (Threshold one : values()) {
            if (one.name().equalsIgnoreCase(typed)) {
                return one;
            }
        }
        throw new UsageError(option, "There is no level \"" + typed + "\".", "Choose error, warning, note or never.");
    }

    boolean isReachedBy(RunResult result) {
        return this != NEVER && result.failsAt(Severity.valueOf(name()));
    }

    boolean isReachedBy(Severity severity) {
        return this != NEVER && severity.compareTo(Severity.valueOf(name())) >= 0;
    }
}
