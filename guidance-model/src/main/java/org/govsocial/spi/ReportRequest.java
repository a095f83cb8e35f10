package org.govsocial.spi;

import java.util.List;
import org.govsocial.model.Platform;

/**
 * What a report is about and how it is shown. Made by {@link #of} and {@code with…}, so that components can be added.
 *
 * @param catalogue the rules and the guidance behind them
 * @param version of the tool
 * @param platforms that posts are judged for; empty when each post is judged for its own
 * @param colour whether the reader's screen shows colour; meaning never rests on it
 * @param plain whether lines, boxes and underlines are left out, for screen readers and pipes
 * @param summaryOnly whether only the totals are wanted
 * @param width of the reader's screen in characters
 */
public record ReportRequest(
        Catalogue catalogue,
        String version,
        List<Platform> platforms,
        boolean colour,
        boolean plain,
        boolean summaryOnly,
        int width) {
    /** Copies the list. */
    public ReportRequest {
        platforms = List.copyOf(platforms);
    }

    /**
     * A full report without colour, 80 characters wide.
     *
     * @param catalogue the rules and the guidance behind them
     * @param version of the tool
     * @return the request
     */
    public static ReportRequest of(Catalogue catalogue, String version) {
        return new ReportRequest(catalogue, version, List.of(), false, false, false, 80);
    }

    /**
     * The same for some platforms.
     *
     * @param judged the platforms that posts are judged for
     * @return a new request
     */
    public ReportRequest withPlatforms(List<Platform> judged) {
        return new ReportRequest(catalogue, version, judged, colour, plain, summaryOnly, width);
    }

    /**
     * The same for a screen.
     *
     * @param coloured whether it shows colour
     * @param unadorned whether lines, boxes and underlines are left out
     * @param characters its width
     * @return a new request
     */
    public ReportRequest withScreen(boolean coloured, boolean unadorned, int characters) {
        return new ReportRequest(catalogue, version, platforms, coloured, unadorned, summaryOnly, characters);
    }

    /**
     * The same with totals only, or in full.
     *
     * @param only whether only the totals are wanted
     * @return a new request
     */
    public ReportRequest withSummaryOnly(boolean only) {
        return new ReportRequest(catalogue, version, platforms, colour, plain, only, width);
    }
}
