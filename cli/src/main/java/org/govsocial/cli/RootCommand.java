package org.govsocial.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a verb. */
@Command(
        name = "govsocial",
        header = "New Zealand's \"Social media in government\" guidance as software.",
        description = {
            "",
            "Start with:",
            "  govsocial check --text 'Kia ora! #stateofemergency updates'",
            "  govsocial rules",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        versionProvider = RootCommand.Provider.class)
final class RootCommand implements Runnable {
    @Spec
    @org.jspecify.annotations.Nullable
    CommandSpec spec;

    @Option(names = "--version", versionHelp = true, description = "Show the version and stop.")
    boolean version;

    @Mixin
    StandardOptions standard = new StandardOptions();

    /** Made by {@link Main}. */
    RootCommand() {}

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do, such as \"govsocial check\"");
        }
    }

    /** Tells the version. */
    static final class Provider implements picocli.CommandLine.IVersionProvider {
        Provider() {}

        @Override
        public String[] getVersion() {
            return new String[] {"govsocial " + Version.number()};
        }
    }
}
