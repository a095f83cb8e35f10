package org.govsocial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govsocial.accessibility.contrast.Colour;
import org.govsocial.accessibility.contrast.Contrast;
import org.govsocial.json.JsonOutput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says whether text can be read on its background. */
final class HearContrastVerb implements Verb {
    private static final String LARGE = "--large";

    private final Terminal terminal;

    HearContrastVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "contrast",
                "Say whether text can be read on its background.",
                "Gives the contrast ratio of WCAG 2.2, cut off at two decimals, and ends with 1 when it is not enough."
                        + " Then it names the nearest colours that are.",
                "",
                "Examples:",
                "  govsocial contrast '#777' '#EEE'",
                "  govsocial contrast white 'rgb(0, 102, 153)' --large",
                "  govsocial contrast '#777' '#EEE' --format json",
                "");
        spec.addPositional(Options.parameter(
                "COLOUR", "2", "The text's colour, then the background's: #RGB, #RRGGBB, rgb(…) or a basic name."));
        spec.addOption(Options.flag(
                LARGE, "The text is large where it is seen: 24 pixels, or 18.66 bold. It needs 3 instead of 4.5."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        List<String> typed = Options.parameters(given);
        if (typed.size() != 2) {
            throw new UsageError("contrast", "It takes two colours.", "Give the text's colour, then the background's.");
        }
        Colour text = colour(typed.get(0));
        Colour background = colour(typed.get(1));
        boolean large = Options.isSet(given, LARGE);
        double needed = large ? Contrast.LARGE_TEXT : Contrast.TEXT;
        Contrast contrast = Contrast.of(text, background);
        boolean enough = contrast.reaches(needed);
        Colour better = enough ? null : Contrast.nearest(text, background, needed);
        Colour behind = enough ? null : sameSide(text.over(background), background, needed);
        if (Options.wantsJson(given)) {
            json(text, background, contrast, needed, better, behind);
        } else {
            String page = page(text, background, contrast, large, better, behind);
            terminal.out().write(page.getBytes(StandardCharsets.UTF_8));
        }
        return enough ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    /** The nearest background that passes and does not turn dark on light into light on dark; null when none does. */
    private static @Nullable Colour sameSide(Colour text, Colour background, double needed) {
        Colour behind = Contrast.nearest(background, text, needed);
        return behind != null && behind.luminance() > text.luminance() == background.luminance() > text.luminance()
                ? behind
                : null;
    }

    private static Colour colour(String typed) throws UsageError {
        Colour colour = Colour.parse(typed);
        if (colour == null) {
            throw new UsageError(
                    "contrast",
                    "\"" + Terminal.visible(typed) + "\" is no colour that can be read here.",
                    "Write it as #RGB, #RRGGBB, rgb(0, 102, 153) or a basic name such as white. In a shell put it in"
                            + " quotation marks.");
        }
        return colour;
    }

    private static String page(
            Colour text,
            Colour background,
            Contrast contrast,
            boolean large,
            @Nullable Colour better,
            @Nullable Colour behind) {
        var out = new StringBuilder();
        out.append("Contrast: ")
                .append(contrast)
                .append(" to 1, ")
                .append(text)
                .append(" on ")
                .append(background);
        out.append("\n\n");
        line(out, "Text", contrast, Contrast.TEXT, "4.5");
        line(out, "Large text", contrast, Contrast.LARGE_TEXT, "3");
        line(out, "To aim at", contrast, Contrast.AIM, "7");
        double needed = large ? Contrast.LARGE_TEXT : Contrast.TEXT;
        if (!contrast.reaches(needed)) {
            out.append('\n');
            if (better != null) {
                out.append("Nearest text colour that passes: ")
                        .append(better)
                        .append(" (")
                        .append(Contrast.of(better, background))
                        .append(" to 1)\n");
            }
            if (behind != null) {
                out.append("Nearest background that passes:  ")
                        .append(behind)
                        .append(" (")
                        .append(Contrast.of(text.over(background), behind))
                        .append(" to 1)\n");
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String what, Contrast contrast, double needed, String shown) {
        out.append(what).append(" ".repeat(12 - what.length())).append("needs ").append(shown);
        out.append(" ".repeat(5 - shown.length()))
                .append(contrast.reaches(needed) ? "passes" : "fails")
                .append('\n');
    }

    private void json(
            Colour text,
            Colour background,
            Contrast contrast,
            double needed,
            @Nullable Colour better,
            @Nullable Colour behind)
            throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject();
        out.name("text").value(text.toString());
        out.name("background").value(background.toString());
        out.name("ratio").value(contrast.toString());
        out.name("needed").value(needed == Contrast.TEXT ? "4.5" : "3");
        out.name("passes").value(contrast.reaches(needed));
        if (better != null) {
            out.name("nearestText").value(better.toString());
        }
        if (behind != null) {
            out.name("nearestBackground").value(behind.toString());
        }
        out.endObject().endLine();
        out.flush();
    }
}
