package org.govsocial.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A verb of the command: what it takes, and what it does. What it takes is described by calls, not by annotations:
 * reading annotations takes longer than checking a post.
 */
public interface Verb {
    /**
     * What it takes.
     *
     * @return a new description, with name, header, examples, options and parameters
     */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param given what the user typed
     * @return the exit code
     * @throws UsageError when something the user gave is wrong
     * @throws IOException when results cannot be written to standard output
     */
    int run(ParseResult given) throws UsageError, IOException;
}
