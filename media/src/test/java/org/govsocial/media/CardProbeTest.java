package org.govsocial.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.engine.Inputs;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.MediaFeatures.PixelSize;
import org.govsocial.model.Seen;
import org.govsocial.model.TextColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardProbeTest {
    @TempDir
    Path folder;

    private MediaFeatures look(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return new CardProbe().look(Inputs.file(file, name), MediaFeatures.NONE);
    }

    @Test
    void text_in_a_drawing_stands_on_the_uppermost_rectangle_behind_it() throws IOException {
        MediaFeatures seen = look("a.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400">
                  <rect width="100%" height="100%" fill="#FFFFFF"/>
                  <rect x="0" y="200" width="800" height="200" fill="#003366"/>
                  <g font-size="40" font-weight="bold"><text x="20" y="100" fill="#777">Closed</text></g>
                  <text x="20" y="300" style="fill: white; font-size: 20px">Open Monday</text>
                </svg>
                """);
        assertEquals(
                List.of(new TextColours("#777", "#FFFFFF", 40, true), new TextColours("white", "#003366", 20, false)),
                seen.colours().orNull());
        assertEquals(new PixelSize(800, 400), seen.size().orNull());
    }

    @Test
    void a_page_hands_its_colours_down() throws IOException {
        MediaFeatures seen = look("a.html", """
                <body style="background: #EEE"><p style="color:#777;font-size:18pt">Closed</p>
                <div style="background-color:rgb(0, 51, 102); color: white"><b>Open</b></div></body>
                """);
        assertEquals(
                List.of(
                        new TextColours("#777", "#EEE", 24, false),
                        new TextColours("white", "rgb(0, 51, 102)", 16, true)),
                seen.colours().orNull());
    }

    @Test
    void every_colour_of_a_gradient_counts_and_a_photo_behind_text_tells_nothing() throws IOException {
        assertEquals(
                List.of(new TextColours("#333", "#FFF", 16, false), new TextColours("#333", "#00F", 16, false)),
                look("a.html", "<p style=\"color: #333; background: linear-gradient(to right, #FFF, #00F)\">Hi</p>")
                        .colours()
                        .orNull());
        assertEquals(
                List.of(),
                look("a.html", "<p style=\"background: url(a.jpg)\">Hi</p>")
                        .colours()
                        .orNull());
    }

    @Test
    void style_sheets_are_said_not_to_be_read() throws IOException {
        assertTrue(look("a.html", "<style>p { color: red }</style><p>Hi</p>").colours() instanceof Seen.CannotTell);
    }

    @Test
    void an_outside_entity_is_never_opened() throws IOException {
        Files.writeString(folder.resolve("secret"), "#ABCDEF");
        MediaFeatures seen = look(
                "a.svg",
                "<!DOCTYPE svg [<!ENTITY c SYSTEM \"secret\">]><svg width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\""
                        + " fill=\"#FFF\"/><text x=\"1\" y=\"1\" fill=\"&c;\">Hi</text></svg>");
        assertTrue(!String.valueOf(seen.colours()).contains("ABCDEF"));
    }
}
