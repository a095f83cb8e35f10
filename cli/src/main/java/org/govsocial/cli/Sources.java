package org.govsocial.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ParseResult.GroupMatch;
import picocli.CommandLine.ParseResult.GroupMatchContainer;

/**
 * What the user wants checked.
 *
 * @param post given by {@code --text} and {@code --media}; null when it was not
 * @param inputs files, folders, standard input
 * @param areFiles whether there are inputs and every one is on disk
 */
record Sources(@Nullable Post post, List<Input> inputs, boolean areFiles) {
    static Sources of(ParseResult given, Terminal terminal) throws UsageError {
        String text = Options.text(given, CheckVerb.TEXT);
        var media = media(given);
        List<String> paths = Options.parameters(given);
        if (text == null && !media.isEmpty() && !paths.isEmpty()) {
            throw new UsageError(
                    CheckVerb.MEDIA,
                    "It goes with the words of one post, not with a file of posts.",
                    "Give the words with --text, or leave PATH out.");
        }
        if (text == null && !media.isEmpty()) {
            text = "";
        }
        var inputs = new ArrayList<Input>();
        boolean standard = paths.isEmpty() && text == null;
        for (String path : paths) {
            standard |= path.equals("-");
            inputs.add(path.equals("-") ? Inputs.standardInput(terminal.in()) : file(path));
        }
        if (inputs.isEmpty() && text == null) {
            if (terminal.inputIsScreen()) {
                terminal.say("Paste a post, then press Ctrl-D on a line of its own (Ctrl-Z and Enter on Windows):");
            }
            inputs.add(Inputs.standardInput(terminal.in()));
        }
        return new Sources(
                text == null ? null : Post.of("text", text).withMedia(media), inputs, text == null && !standard);
    }

    /** The files of {@code --media} and {@code --captions}, wherever they are: the user named them. */
    static Attachments named() {
        return name -> Inputs.file(Path.of(name), name);
    }

    /** Reports name files relative to the working folder where they lie below it, so that they can be shared. */
    private static Input file(String typed) throws UsageError {
        try {
            Path path = Path.of(typed);
            if (path.isAbsolute()) {
                Path here = Path.of("").toAbsolutePath();
                if (path.startsWith(here) && !path.equals(here)) {
                    return Inputs.file(path, here.relativize(path).toString());
                }
            }
            return Inputs.file(path, typed);
        } catch (InvalidPathException e) {
            throw new UsageError(Terminal.visible(typed), "This cannot be a path.", "Check the spelling.");
        }
    }

    private static List<Media> media(ParseResult given) throws UsageError {
        var media = new ArrayList<Media>();
        if (!Options.isSet(given, CheckVerb.MEDIA)) {
            return media;
        }
        ArgGroupSpec group = given.commandSpec().argGroups().get(0);
        for (GroupMatchContainer container : given.findMatches(group)) {
            for (GroupMatch match : container.matches()) {
                media.add(medium(given, match));
            }
        }
        return media;
    }

    private static Media medium(ParseResult given, GroupMatch match) throws UsageError {
        String file = TypedPath.file(CheckVerb.MEDIA, String.valueOf(value(given, match, CheckVerb.MEDIA)))
                .toString();
        String alt = value(given, match, CheckVerb.ALT);
        String captions = value(given, match, CheckVerb.CAPTIONS);
        boolean decorative = value(given, match, CheckVerb.DECORATIVE) != null;
        Media medium = Media.of(
                        Media.Kind.ofFile(file),
                        decorative ? TextAlternative.DECORATIVE : TextAlternative.of(alt == null ? "" : alt))
                .withFile(file);
        return captions == null
                ? medium
                : medium.withCaptions(
                        TypedPath.file(CheckVerb.CAPTIONS, captions).toString());
    }

    private static @Nullable String value(ParseResult given, GroupMatch match, String option) {
        List<Object> values = match.matchedValues(given.commandSpec().findOption(option));
        return values.isEmpty() ? null : values.get(0).toString();
    }
}
