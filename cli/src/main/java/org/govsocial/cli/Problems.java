package org.govsocial.cli;

import java.util.List;
import org.govsocial.model.Problem;

/** Problems of loading. */
final class Problems {
    private Problems() {}

    /** Says each, and gives the exit code that they call for. */
    static int say(List<Problem> problems, Terminal terminal) {
        for (Problem problem : problems) {
            terminal.say(problem);
        }
        return code(problems);
    }

    /** The exit code that problems of loading call for. */
    static int code(List<Problem> problems) {
        if (problems.isEmpty()) {
            return ExitCode.DONE;
        }
        return leaveWorkUndone(problems) ? ExitCode.INCOMPLETE : ExitCode.WRONG_INPUT;
    }

    /** Whether one is not of a pack: a pack that cannot be read is its author's to mend, a plug-in that fails is work undone. */
    static boolean leaveWorkUndone(List<Problem> problems) {
        for (Problem problem : problems) {
            if (!problem.where().contains(".pack.json") || problem.where().contains(".jar")) {
                return true;
            }
        }
        return false;
    }
}
