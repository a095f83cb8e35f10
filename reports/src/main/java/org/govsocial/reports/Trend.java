package org.govsocial.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Block;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;

/** The share of an archive's own posts that fail, month by month, or year by year when there are many months. */
final class Trend {
    /** More months than this are summed up by year. */
    private static final int MOST_MONTHS = 60;

    private final ZoneId zone;
    private final SortedMap<YearMonth, long[]> months = new TreeMap<>();

    /** By the months of a time zone. */
    Trend(ZoneId zone) {
        this.zone = zone;
    }

    void add(Post post, Outcome outcome) {
        Instant time = post.time();
        if (time != null && post.kind().isOwn()) {
            long[] counts = months.computeIfAbsent(YearMonth.from(time.atZone(zone)), m -> new long[2]);
            counts[0]++;
            counts[1] += outcome == Outcome.FAILED ? 1 : 0;
        }
    }

    /** Whether there is more than one month to compare. */
    boolean isWorthShowing() {
        return months.size() > 1;
    }

    Block.Chart chart() {
        boolean years = months.size() > MOST_MONTHS;
        var lines = new TreeMap<String, long[]>();
        months.forEach((month, counts) -> {
            long[] line = lines.computeIfAbsent(
                    years ? Integer.toString(month.getYear()) : month.toString(), l -> new long[2]);
            line[0] += counts[0];
            line[1] += counts[1];
        });
        List<OptionalDouble> shares = lines.values().stream()
                .map(line -> OptionalDouble.of(100.0 * line[1] / line[0]))
                .toList();
        return new Block.Chart(
                "Posts that fail, by " + (years ? "year" : "month"),
                "For each " + (years ? "year" : "month") + ": the share of own posts that fail a rule.",
                "%",
                years ? "Year" : "Month",
                lines.entrySet().stream()
                        .map(line -> line.getKey() + " (" + Wording.count(line.getValue()[0], "post") + ")")
                        .toList(),
                List.of(new Block.Chart.Series("posts that fail", shares)));
    }
}
