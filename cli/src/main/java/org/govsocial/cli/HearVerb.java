package org.govsocial.cli;

import java.io.IOException;
import java.util.List;
import org.govsocial.accessibility.speech.ScreenReader;
import org.govsocial.accessibility.speech.Speech;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.ReviewRun;
import org.govsocial.engine.Reviewer;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.RunResult;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says what a screen reader would say. */
final class HearVerb implements Verb {
    private static final String FROM = "--from";
    private static final String PLATFORM = "--platform";
    private static final String CAVEAT =
            "An approximation: screen readers differ, and people set how much of the punctuation they hear.";

    private static final String SPEAK = "--speak";

    private final Terminal terminal;

    HearVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "hear",
                "Show what a screen reader would say of posts.",
                "Beside each post stands the same post with safe fixes. " + CAVEAT,
                "",
                "Examples:",
                "  govsocial hear --text 'Kia ora! #stateofemergency updates'",
                "  govsocial hear --text 'Where to find us' --media map.png --alt 'The office is behind the library'",
                "  govsocial hear drafts/ --platform x",
                "  govsocial hear thread.jsonl --speak",
                "  govsocial hear posts.jsonl --format json",
                "");
        spec.addPositional(Options.parameter("PATH", "0..*", "Files and folders with posts; - for standard input."));
        spec.addOption(Options.value(CheckVerb.TEXT, "TEXT", "This text as one post."));
        spec.addArgGroup(CheckVerb.media());
        spec.addOption(Options.flag(SPEAK, "Also play it, with the program espeak-ng: each post as it is written."));
        spec.addOption(Options.value(PLATFORM, "NAME", "Read and fix every post as one for this platform."));
        spec.addOption(Options.value(FROM, "FORMAT", "The format of every PATH. Recognised by itself when not given."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        var sources = Sources.of(given, terminal);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        HearAloud aloud = null;
        if (Options.isSet(given, SPEAK)) {
            aloud = HearAloud.find(System.getProperty("govsocial.programs", System.getenv("PATH")));
            if (aloud == null) {
                terminal.say(
                        new Problem(
                                SPEAK,
                                "Nothing can be played, because espeak-ng is not installed.",
                                "Install it (Debian and Ubuntu: apt install espeak-ng), or leave --speak out and read the words."));
                return ExitCode.INCOMPLETE;
            }
        }
        String platform = Options.text(given, PLATFORM);
        List<Platform> platforms = Chosen.platforms(platform == null ? List.of() : List.of(platform), guidance);
        ReviewConfig config = Workspaces.config().withPlatforms(platforms);
        RunOptions options = RunOptions.DEFAULTS;
        String from = Options.text(given, FROM);
        if (from != null) {
            options = options.withReader(Chosen.reader(from, guidance));
        }
        ReportWriter writer = json
                ? new AsJson(guidance.reviewer(config), platforms, aloud, JsonOutput.indented(terminal.out()))
                : new AsText(guidance.reviewer(config), platforms, aloud);
        try (var run = new ReviewRun(guidance, config, options, writer)) {
            if (sources.post() != null) {
                run.post(sources.post(), Location.of(CheckVerb.TEXT), Sources.named());
            }
            for (Input input : sources.inputs()) {
                run.read(input);
            }
            return ended(run.end(), guidance);
        }
    }

    private int ended(RunResult result, Guidance guidance) throws IOException {
        terminal.out().flush();
        for (Problem problem : result.summary().problems()) {
            terminal.say(problem);
        }
        int read = !result.incomplete().isEmpty()
                ? ExitCode.INCOMPLETE
                : result.refused().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
        return Math.max(read, Problems.code(guidance.problems()));
    }

    /** What is heard of each post, and of the post with safe fixes. */
    private abstract static class Listener implements ReportWriter {
        private final Reviewer reviewer;
        private final ScreenReader reader;
        private final List<Platform> platforms;

        private final @Nullable HearAloud aloud;

        Listener(Reviewer reviewer, List<Platform> platforms, @Nullable HearAloud aloud) {
            this.aloud = aloud;
            this.reviewer = reviewer;
            this.reader = new ScreenReader(reviewer);
            this.platforms = platforms;
        }

        @Override
        public final void subject(Reviewed subject) throws IOException {
            if (subject.report().subject() instanceof Post given) {
                Post post = platforms.isEmpty() ? given : given.withPlatform(platforms.get(0));
                Speech asWritten = reader.hear(post);
                heard(subject.where(), post, asWritten, reader.hear(reviewer.fixed(post)));
                if (aloud != null) {
                    aloud.play(asWritten);
                }
            }
        }

        abstract void heard(Location where, Post post, Speech asWritten, Speech fixed) throws IOException;
    }

    private final class AsText extends Listener {
        private static final String WRITTEN = "  As written:      ";
        private static final String FIXED = "  With safe fixes: ";

        AsText(Reviewer reviewer, List<Platform> platforms, @Nullable HearAloud aloud) {
            super(reviewer, platforms, aloud);
        }

        @Override
        void heard(Location where, Post post, Speech asWritten, Speech fixed) throws IOException {
            var page = new TextPage(terminal.width()).line(where.toString());
            said(page, WRITTEN, asWritten);
            if (fixed.equals(asWritten)) {
                page.line(FIXED + "(the same)");
            } else {
                said(page, FIXED, fixed);
            }
            terminal.print(page.blank());
        }

        private static void said(TextPage page, String label, Speech speech) {
            String indent = " ".repeat(label.length());
            String first = label;
            for (String line : speech.lines()) {
                page.hanging(first, indent, line);
                first = indent;
            }
            for (String medium : speech.media()) {
                page.hanging(first, indent, medium);
                first = indent;
            }
            if (first.equals(label)) {
                page.line(label + "(nothing)");
            }
        }

        @Override
        public void end(RunSummary totals) throws IOException {
            if (totals.subjects() > 0) {
                terminal.print(new TextPage(terminal.width()).paragraph("", CAVEAT));
            }
        }
    }

    private static final class AsJson extends Listener {
        private final JsonOutput out;

        AsJson(Reviewer reviewer, List<Platform> platforms, @Nullable HearAloud aloud, JsonOutput out)
                throws IOException {
            super(reviewer, platforms, aloud);
            this.out = out.beginObject();
            out.member("note", CAVEAT).name("subjects").beginArray();
        }

        @Override
        void heard(Location where, Post post, Speech asWritten, Speech fixed) throws IOException {
            out.beginObject().member("id", post.id()).member("source", where.toString());
            said("asWritten", asWritten);
            said("withSafeFixes", fixed);
            out.endObject();
        }

        private void said(String name, Speech speech) throws IOException {
            out.name(name).beginObject();
            list("lines", speech.lines());
            list("media", speech.media());
            out.endObject();
        }

        private void list(String name, List<String> words) throws IOException {
            out.name(name).beginArray();
            for (String word : words) {
                out.value(word);
            }
            out.endArray();
        }

        @Override
        public void end(RunSummary totals) throws IOException {
            out.endArray().endObject().endLine();
            out.flush();
        }
    }
}
