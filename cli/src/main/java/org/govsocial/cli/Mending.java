package org.govsocial.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govsocial.engine.FixRun;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.RunOptions;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.Location;

/** Shows what safe fixes change, and has them made. */
final class Mending {
    private final Terminal terminal;
    private final Guidance guidance;
    private final ReviewConfig config;
    private final RunOptions options;

    Mending(Terminal terminal, Guidance guidance, ReviewConfig config, RunOptions options) {
        this.terminal = terminal;
        this.guidance = guidance;
        this.config = config;
        this.options = options;
    }

    /** Writes before and after of every post that would change to standard output. */
    int diff(Sources sources) throws IOException {
        var out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
        var run = new FixRun(guidance, config, options, new Shown(out));
        if (sources.post() != null) {
            run.preview(sources.post(), Location.of("--text"), Sources.named());
        }
        for (Input input : sources.inputs()) {
            run.preview(input);
        }
        out.flush();
        return ended(run);
    }

    /** Changes the files, and says what was changed. */
    int fix(Sources sources, boolean quiet) throws IOException {
        var words = new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8);
        var run = new FixRun(guidance, config, options, quiet ? (where, before, after) -> {} : new Shown(words));
        for (Input input : sources.inputs()) {
            run.fix(input);
        }
        words.flush();
        if (!quiet) {
            terminal.say("Changed " + counted(run.posts(), "post") + " in " + counted(run.files(), "file") + ".");
        }
        return ended(run);
    }

    private int ended(FixRun run) {
        for (Problem problem : run.refused()) {
            terminal.say(problem);
        }
        for (Problem problem : run.incomplete()) {
            terminal.say(problem);
        }
        if (!run.incomplete().isEmpty()) {
            return ExitCode.INCOMPLETE;
        }
        return run.refused().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
    }

    /** Writes what changes. */
    private static final class Shown implements FixRun.Changes {
        private final Writer out;

        Shown(Writer out) {
            this.out = out;
        }

        @Override
        public void changed(Location where, Post before, Post after) throws IOException {
            write(out, where, before, after);
        }

        @Override
        public void captions(Location where, String before, String after, String words) throws IOException {
            out.write("+++ " + Terminal.visible(after) + ", mended from " + Terminal.visible(before) + "\n");
            for (String one : words.lines().toList()) {
                line(out, '+', one);
            }
            out.write("\n");
        }
    }

    private static void write(Writer out, Location where, Post before, Post after) throws IOException {
        out.write("--- " + Terminal.visible(where.toString()) + "\n+++ with safe fixes\n");
        lines(out, before.text(), after.text());
        for (int i = 0; i < before.media().size(); i++) {
            lines(out, alt(before.media().get(i)), alt(after.media().get(i)));
        }
        out.write("\n");
    }

    private static String alt(Media media) {
        return media.alt() instanceof TextAlternative.Described described ? described.text() : "";
    }

    /** The lines that differ, between those at the start and the end that do not. */
    private static void lines(Writer out, String before, String after) throws IOException {
        if (before.equals(after)) {
            return;
        }
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int same = 0;
        while (same < old.size() && same < now.size() && old.get(same).equals(now.get(same))) {
            same++;
        }
        int end = 0;
        while (end < old.size() - same
                && end < now.size() - same
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        for (int i = 0; i < same; i++) {
            line(out, ' ', old.get(i));
        }
        for (int i = same; i < old.size() - end; i++) {
            line(out, '-', old.get(i));
        }
        for (int i = same; i < now.size() - end; i++) {
            line(out, '+', now.get(i));
        }
        for (int i = old.size() - end; i < old.size(); i++) {
            line(out, ' ', old.get(i));
        }
    }

    private static void line(Writer out, char sign, String text) throws IOException {
        out.write(sign + Terminal.visible(text) + "\n");
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
