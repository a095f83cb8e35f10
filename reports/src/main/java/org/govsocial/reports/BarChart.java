package org.govsocial.reports;

import java.io.IOException;
import java.util.OptionalDouble;
import org.govsocial.model.Block.Chart;

/**
 * Draws bars as SVG. Each bar is labelled with its series and its figure in real text, so nothing rests on colour; the
 * page shows the same figures as a table beside it. Each label has as many bars below it as there are series.
 */
final class BarChart {
    private static final int WIDTH = 640;
    private static final int BAR = 18;
    private static final int ROW = 24;
    /** The longest bar, which leaves room for the longest figure. */
    private static final int LONGEST = 400;

    private static final int LETTERS = 80;

    private final Chart chart;
    private final String id;

    BarChart(Chart chart, String id) {
        this.chart = chart;
        this.id = id;
    }

    void write(HtmlOutput out) throws IOException {
        int rows = chart.series().size() + 1;
        int height = chart.labels().size() * rows * ROW + 8;
        out.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 " + WIDTH + " "
                + height + "\" width=\"" + WIDTH + "\" height=\"" + height + "\" aria-labelledby=\"" + id + "-title "
                + id + "-desc\">\n<title id=\"" + id + "-title\">");
        out.text(chart.title()).markup("</title>\n<desc id=\"" + id + "-desc\">");
        out.text(chart.description() + " The figures are in the table that follows.")
                .markup("</desc>\n");
        double most = most();
        int y = 0;
        for (int i = 0; i < chart.labels().size(); i++) {
            out.markup("<text class=\"label\" x=\"0\" y=\"" + (y + BAR) + "\">")
                    .text(shortened(chart.labels().get(i)))
                    .markup("</text>\n");
            y += ROW;
            for (int s = 0; s < chart.series().size(); s++) {
                bar(out, chart.series().get(s), s, i, most, y);
                y += ROW;
            }
        }
        out.markup("</svg>\n");
    }

    private void bar(HtmlOutput out, Chart.Series series, int kind, int index, double most, int y) throws IOException {
        OptionalDouble value = series.values().get(index);
        long length = value.isEmpty() || most == 0 ? 0 : Math.round(value.getAsDouble() / most * LONGEST);
        if (length > 0) {
            out.markup("<rect class=\"series-" + kind % 3 + "\" x=\"0\" y=\"" + y + "\" width=\"" + length
                    + "\" height=\"" + BAR + "\"/>\n");
        }
        String name = chart.series().size() == 1 ? "" : shortened(series.name()) + ": ";
        String unit = value.isEmpty() ? "" : " " + chart.unit();
        out.markup("<text x=\"" + (length + 6) + "\" y=\"" + (y + BAR - 4) + "\">")
                .text(name + series.figure(index) + unit)
                .markup("</text>\n");
    }

    private double most() {
        double most = 0;
        for (Chart.Series series : chart.series()) {
            for (OptionalDouble value : series.values()) {
                most = Math.max(most, value.orElse(0));
            }
        }
        return most;
    }

    /** The table holds the whole text. */
    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LETTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LETTERS - 1)) + "…";
    }
}
