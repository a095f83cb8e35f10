package org.govsocial.mishap.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.govsocial.mishap.watch.Burst.Settings;
import org.govsocial.mishap.watch.RealStreams.Half;
import org.govsocial.mishap.watch.RealStreams.Stream;
import org.govsocial.mishap.watch.RealStreams.Tally;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Precision and recall on posts that people wrote: settings from one half of the events, figures from the other. */
class RealStreamsTest {
    private static final int SEEDS = 8;

    private RealStreams real;

    @BeforeEach
    void read() throws IOException {
        Path posts = Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"), "posts");
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.exists(posts), "SKIPPED: the shared posts are not at " + posts);
        }
        real = new RealStreams(posts);
    }

    @Test
    void no_event_and_no_post_is_in_both_halves() {
        assertEquals(
                List.of(
                        "2012_Colorado_wildfires",
                        "2012_Philipinnes_floods",
                        "2013_Australia_bushfire",
                        "2013_Colorado_floods",
                        "2013_Manila_floods",
                        "2013_Sardinia_floods",
                        "2013_Typhoon_Yolanda"),
                List.copyOf(real.tuning().crises()));
        assertEquals(6, real.heldOut().crises().size());
        assertTrue(Collections.disjoint(real.tuning().events(), real.heldOut().events()));
        assertTrue(Collections.disjoint(real.tuning().ids(), real.heldOut().ids()));
        assertTrue(real.tuning().ids().size() >= 7_000);
        assertTrue(real.heldOut().ids().size() >= 9_000);
    }

    @Test
    void the_settings_are_those_that_the_tuning_half_alone_chooses() {
        List<Stream> streams = streams(real.tuning(), 5);
        Settings best = Burst.CHOSEN;
        double most = 0;
        for (Settings settings : grid()) {
            Tally tally = tally(streams, settings);
            if (tally.wrongAWeek() <= 1 && tally.f1() > most) {
                most = tally.f1();
                best = settings;
            }
        }
        System.out.printf(Locale.ROOT, "Tuning half: best of %d settings %s, F1 %.3f%n", grid().size(), best, most);
        assertEquals(Burst.CHOSEN, best);
    }

    /** Rise, threshold and what follows the last hour together, then the two of the dispersion by themselves. */
    private static List<Settings> grid() {
        Settings chosen = Burst.CHOSEN;
        var grid = new ArrayList<Settings>();
        for (double rise : List.of(4.0, 5.0)) {
            for (double threshold : List.of(9.0, 11.0, 13.0)) {
                for (double follow : List.of(0.6, 0.8, 1.0)) {
                    grid.add(new Settings(rise, threshold, follow, chosen.most(), chosen.spread()));
                }
            }
        }
        for (double most : List.of(4.0, 16.0)) {
            grid.add(new Settings(chosen.rise(), chosen.threshold(), chosen.follow(), most, chosen.spread()));
        }
        for (double blocks : List.of(36.0, 144.0)) {
            grid.add(new Settings(chosen.rise(), chosen.threshold(), chosen.follow(), chosen.most(), 1 / blocks));
        }
        return grid;
    }

    @Test
    void held_out_bursts_are_found_and_warnings_are_right() {
        for (double times : List.of(3.0, 5.0, 10.0)) {
            Tally tally = tally(streams(real.heldOut(), times), Burst.CHOSEN);
            String told = String.format(Locale.ROOT, "Held-out streams, %.0f times the usual rate: %s", times, tally);
            System.out.println(told);
            assertTrue(tally.planted() >= 500, told);
            assertTrue(tally.precision() >= (times < 5 ? 0.85 : 0.9), told);
            assertTrue(tally.wrongAWeek() <= 1, told);
            if (times >= 5) {
                assertTrue(tally.recall() >= 0.9, told);
                assertTrue(tally.delay(0.5) <= 7, told);
            }
        }
    }

    /** Nothing that was ever looked at while the method was made: posts on a boxing match. */
    @Test
    void bursts_of_another_kind_are_found() {
        var streams = new ArrayList<Stream>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            streams.add(RealStreams.otherKind(real.heldOut(), seed, 5));
        }
        Tally tally = tally(streams, Burst.CHOSEN);
        String told = "Bursts of posts on a boxing match: " + tally;
        System.out.println(told);
        assertTrue(tally.planted() >= 60, told);
        assertTrue(tally.recall() >= 0.9, told);
    }

    private static List<Stream> streams(Half half, double times) {
        var streams = new ArrayList<Stream>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            streams.addAll(RealStreams.streams(half, seed, times));
        }
        return streams;
    }

    private static Tally tally(List<Stream> streams, Settings settings) {
        var tally = new Tally();
        streams.forEach(stream -> tally.add(stream, settings));
        return tally;
    }
}
