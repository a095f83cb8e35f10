package org.govsocial.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProportionTest {
    /** Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    void the_interval_is_that_of_published_examples() {
        assertInterval(0.2553, 0.3662, new Proportion(81, 263));
        assertInterval(0.0624, 0.1605, new Proportion(15, 148));
        assertInterval(0, 0.1611, new Proportion(0, 20));
        assertInterval(0.0061, 0.1718, new Proportion(1, 29));
    }

    private static void assertInterval(double low, double high, Proportion proportion) {
        assertEquals(low, proportion.low(), 0.00006);
        assertEquals(high, proportion.high(), 0.00006);
    }

    @Test
    void about_95_of_100_samples_tell_the_truth() {
        long seed = 20_261_122;
        var random = new Random(seed);
        int held = 0;
        for (int round = 0; round < 2_000; round++) {
            int hits = 0;
            for (int i = 0; i < 100; i++) {
                hits += random.nextDouble() < 0.25 ? 1 : 0;
            }
            var sample = new Proportion(hits, 100);
            held += sample.low() <= 0.25 && 0.25 <= sample.high() ? 1 : 0;
        }
        assertTrue(held >= 1_860 && held <= 1_940, "seed " + seed + ": " + held);
    }
}
