package org.govsocial.reports;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.Motion;

/**
 * Draws the worst second of something that flashes as SVG: a column for each frame, the limit as a line, and the same
 * figures as a table. Columns, line and figures are labelled in words, so nothing rests on colour.
 */
final class FlashChart {
    private static final int WIDTH = 640;
    private static final int HIGH = 110;
    private static final int TOP = 24;

    /** More than three flashes in a second, of two changes each, are too many: WCAG 2.2, 2.3.1. */
    private static final int LIMIT = 6;

    private final String medium;
    private final Motion.Flashes flashes;
    private final String id;

    FlashChart(String medium, Motion.Flashes flashes, String id) {
        this.medium = medium;
        this.flashes = flashes;
        this.id = id;
    }

    void write(HtmlOutput out) throws IOException {
        List<Integer> course = flashes.course();
        int most = Math.max(LIMIT + 2, course.stream().mapToInt(c -> c).max().orElse(0));
        int height = TOP + HIGH + 24;
        out.markup("<figure>\n<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 "
                + WIDTH
                + " " + height + "\" width=\"" + WIDTH + "\" height=\"" + height + "\" aria-labelledby=\"" + id
                + "-title " + id + "-desc\">\n<title id=\"" + id + "-title\">");
        out.text(title()).markup("</title>\n<desc id=\"" + id + "-desc\">");
        out.text("The changes " + (flashes.kind() == Motion.Kind.RED ? "to and from red" : "between light and dark")
                        + " within the second up to each frame; two make a flash. They rise to "
                        + flashes.transitions() + ". More than " + LIMIT
                        + " are too many. The figures are in the table that follows.")
                .markup("</desc>\n");
        double column = (double) WIDTH / course.size();
        for (int i = 0; i < course.size(); i++) {
            int tall = course.get(i) * HIGH / most;
            if (tall > 0) {
                out.markup(String.format(
                        Locale.ROOT,
                        "<rect class=\"series-0\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                        i * column,
                        TOP + HIGH - tall,
                        Math.max(1, column - 1),
                        tall));
            }
        }
        int limit = TOP + HIGH - LIMIT * HIGH / most;
        out.markup("<line class=\"limit\" x1=\"0\" y1=\"" + limit + "\" x2=\"" + WIDTH + "\" y2=\"" + limit + "\"/>\n");
        out.markup("<text x=\"0\" y=\"16\">")
                .text("dashed line: " + LIMIT + " changes (three flashes); highest here: " + flashes.transitions())
                .markup("</text>\n");
        out.markup("<text x=\"0\" y=\"" + (height - 6) + "\">")
                .text("frame " + (flashes.firstFrame() + 1))
                .markup("</text>\n<text text-anchor=\"end\" x=\"" + WIDTH + "\" y=\"" + (height - 6) + "\">")
                .text("frame " + (flashes.lastFrame() + 1))
                .markup("</text>\n</svg>\n");
        writeTable(out);
        out.markup("</figure>\n");
    }

    private String title() {
        String what = switch (flashes.kind()) {
            case GENERAL -> "flashing";
            case RED -> "red flashing";
            case EXTENDED -> "flashing that goes on";
        };
        return "Where " + medium + " is worst: " + what + " from " + CaptionTrack.time(flashes.start()) + ", frames "
                + (flashes.firstFrame() + 1) + " to " + (flashes.lastFrame() + 1);
    }

    private void writeTable(HtmlOutput out) throws IOException {
        out.markup("<details>\n<summary>The figures of the chart</summary>\n<table>\n<caption>");
        out.text(title())
                .markup("</caption>\n<thead><tr><th scope=\"col\">Frame</th><th scope=\"col\">Changes within the"
                        + " second up to it</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < flashes.course().size(); i++) {
            out.markup("<tr><th scope=\"row\">" + (flashes.firstFrame() + i + 1) + "</th><td>"
                    + flashes.course().get(i) + "</td></tr>\n");
        }
        out.markup("</tbody>\n</table>\n</details>\n");
    }
}
