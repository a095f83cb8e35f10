package org.govsocial.cli;

import picocli.CommandLine.Option;

/** What every verb takes. */
final class StandardOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and stop.")
    boolean help;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no remarks; problems are still said.")
    boolean quiet;

    @Option(names = "--debug", description = "Show the technical trace of a fault. GOVSOCIAL_DEBUG=1 does the same.")
    boolean debug;
}
