package org.govsocial.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A picture, video or sound that goes with {@code --text}. */
final class MediaOption {
    @Option(
            names = "--media",
            paramLabel = "FILE",
            required = true,
            description = "A picture, video or sound of the post in --text. Repeatable, each with its own --alt or"
                    + " --decorative and --captions.")
    String file = "";

    @Option(names = "--alt", paramLabel = "TEXT", description = "The text alternative of the --media before it.")
    @Nullable
    String alt;

    @Option(names = "--decorative", description = "The --media before it carries no meaning.")
    boolean decorative;

    @Option(names = "--captions", paramLabel = "FILE", description = "The captions of the --media before it.")
    @Nullable
    String captions;
}
