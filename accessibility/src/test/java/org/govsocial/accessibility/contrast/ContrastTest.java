package org.govsocial.accessibility.contrast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static Colour colour(String written) {
        return Objects.requireNonNull(Colour.parse(written), written);
    }

    private static Contrast contrast(String text, String background) {
        return Contrast.of(colour(text), colour(background));
    }

    @Test
    void known_pairs_have_their_known_ratio_cut_off_at_two_decimals() {
        assertEquals("21.00", contrast("#000", "#FFF").toString());
        assertEquals("1.00", contrast("#777", "#777777").toString());
        assertEquals("12.63", contrast("#333", "#FFF").toString());
        assertEquals("3.85", contrast("#777", "#EEE").toString());
        assertEquals("9.39", contrast("#0000EE", "white").toString());
    }

    @Test
    void a_ratio_just_below_the_threshold_fails() {
        Contrast near = contrast("#777777", "#FFFFFF");
        assertEquals("4.47", near.toString());
        assertFalse(near.reaches(Contrast.TEXT));
        assertTrue(contrast("#767676", "#FFFFFF").reaches(Contrast.TEXT));
        assertEquals("4.49", new Contrast(Math.nextDown(4.5)).toString());
        assertEquals("4.50", new Contrast(4.5).toString());
    }

    @Test
    void see_through_text_shows_its_background() {
        assertEquals("2.12", contrast("rgba(0, 0, 0, .3)", "#FFF").toString());
        assertEquals(colour("#7F7F7F"), colour("#00000080").over(colour("#FFF")));
    }

    @Test
    void colours_are_read_as_css_writes_them() {
        assertEquals(new Colour(0x77, 0x77, 0x77, 255), colour("#777"));
        assertEquals(new Colour(0, 102, 153, 255), colour(" rgb(0, 102, 153) "));
        assertEquals(new Colour(0, 102, 153, 128), colour("rgb(0 102 153 / 50%)"));
        assertEquals(new Colour(255, 255, 255, 255), colour("White"));
        assertEquals("#0066997F", new Colour(0, 102, 153, 127).toString());
        for (String wrong : List.of("", "#", "#12", "#12345", "#GGG", "rgb(1,2)", "rgb(a,b,c)", "sky", "#١٢٣")) {
            assertNull(Colour.parse(wrong), wrong);
        }
    }

    @Test
    void the_nearest_colour_passes_and_no_nearer_one_in_the_same_direction_does() {
        long seed = 20261122;
        var random = new Random(seed);
        int found = 0;
        for (int i = 0; i < 5_000; i++) {
            var text = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256), 255);
            var background = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256), 255);
            Colour better = Contrast.nearest(text, background, Contrast.TEXT);
            // Black or white always reaches 4.58 on one side.
            assertTrue(
                    better != null && Contrast.of(better, background).reaches(Contrast.TEXT),
                    "seed " + seed + ": " + text + " on " + background);
            if (Contrast.of(text, background).reaches(Contrast.TEXT)) {
                assertEquals(text, better);
            } else {
                found++;
            }
        }
        assertTrue(found > 1_000, "only " + found + " pairs failed");
        assertNull(Contrast.nearest(colour("#777"), colour("#777"), 12));
    }
}
