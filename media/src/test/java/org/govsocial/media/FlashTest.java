package org.govsocial.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.govsocial.engine.Inputs;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Motion;
import org.govsocial.model.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlashTest {
    @TempDir
    Path folder;

    // ---- the analyser IRIS

    private static List<String[]> log(String name) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.folder("iris").resolve(name));
        return lines.stream().skip(1).map(line -> line.strip().split(",")).toList();
    }

    @Test
    void transitions_of_each_frame_equal_those_of_the_logs() throws IOException {
        for (String name : List.of("2Hz_6s.csv", "3Hz_6s.csv", "gray.csv")) {
            var swing = new Swing();
            var transitions = new Transitions();
            var want = new ArrayList<Integer>();
            var got = new ArrayList<Integer>();
            List<String[]> rows = log(name);
            double level = Double.parseDouble(rows.get(0)[2]);
            for (String[] row : rows) {
                long now = (Long.parseLong(row[0]) - 1) * 40;
                // Columns 4 and 5: the area that changes, and by how much.
                level += Double.parseDouble(row[4]);
                int direction = swing.next((float) level);
                if (direction != 0 && Double.parseDouble(row[3]) >= 0.25) {
                    transitions.add(now, direction);
                }
                got.add(transitions.count(now));
                want.add(Integer.parseInt(row[11].strip()));
            }
            assertTrue(want.size() >= 50, name);
            assertEquals(want, got, name);
        }
    }

    @Test
    void the_gif_of_three_flashes_a_second_is_measured_frame_by_frame_like_its_log() throws IOException {
        Path gif = SharedData.folder("iris").resolve("3Hz_6s.gif");
        List<Integer> want = log("3Hz_6s.csv").stream()
                .map(row -> Integer.parseInt(row[11].strip()))
                .toList();
        assertEquals(want, counts(gif));
        Motion motion = motion(gif);
        assertEquals(149, motion.frames());
        assertEquals(5_960, motion.millis());
        assertEquals(
                List.of(Motion.Kind.EXTENDED),
                motion.flashes().stream().map(Motion.Flashes::kind).toList(),
                "seven transitions are three flashes and a half: WCAG counts pairs");
    }

    private static List<Integer> counts(Path gif) throws IOException {
        var meter = new FlashMeter();
        try (var in = ImageIO.createImageInputStream(gif.toFile())) {
            var reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            var frames = new GifFrames(reader, 640, 360);
            var pixels = new int[640 * 360];
            for (int i = 0; i < reader.getNumImages(true); i++) {
                int millis = frames.draw(i, pixels);
                meter.frame(Cells.of(pixels, 640, 360), millis);
            }
        }
        return meter.counts();
    }

    // ---- made pictures

    private static final int FRAME = 50;

    /** A value for each cell and frame: linear red, green and blue. */
    private interface Scene {
        float[] at(int frame, int x, int y);
    }

    private static FlashMeter meter(int frames, Scene scene) {
        var meter = new FlashMeter();
        for (int f = 0; f < frames; f++) {
            var cells = new float[FlashMeter.WIDE * FlashMeter.HIGH * 3];
            for (int y = 0; y < FlashMeter.HIGH; y++) {
                for (int x = 0; x < FlashMeter.WIDE; x++) {
                    System.arraycopy(scene.at(f, x, y), 0, cells, 3 * (y * FlashMeter.WIDE + x), 3);
                }
            }
            meter.frame(cells, FRAME);
        }
        return meter;
    }

    private static final float[] WHITE = {1, 1, 1};
    private static final float[] BLACK = {0, 0, 0};

    private static List<Motion.Kind> kinds(FlashMeter meter) {
        return meter.flashes().stream().map(Motion.Flashes::kind).toList();
    }

    /** Light for the first frames of each pair of frames, for a number of flashes. */
    private static Scene flashing(int flashes, int width, int height, float[] one, float[] other) {
        return (f, x, y) -> f >= 2 && f < 2 + 4 * flashes && f / 2 % 2 == 1 && x < width && y < height ? one : other;
    }

    @Test
    void three_flashes_in_a_second_pass_and_four_fail() {
        assertEquals(List.of(), kinds(meter(60, flashing(3, 48, 36, WHITE, BLACK))));
        FlashMeter four = meter(60, flashing(4, 48, 36, WHITE, BLACK));
        assertEquals(List.of(Motion.Kind.GENERAL), kinds(four));
        Motion.Flashes worst = four.flashes().get(0);
        assertEquals(8, worst.transitions());
        assertEquals(2, worst.firstFrame());
        assertEquals(16, worst.lastFrame());
        assertEquals(100, worst.start());
        assertEquals(100, worst.area());
    }

    @Test
    void the_same_flashes_spread_over_more_than_a_second_pass() {
        assertEquals(List.of(), kinds(meter(60, (f, x, y) -> f >= 4 && f < 36 && f / 4 % 2 == 1 ? WHITE : BLACK)));
    }

    @Test
    void a_quarter_of_a_third_by_a_third_is_enough_and_less_is_not() {
        assertEquals(List.of(Motion.Kind.GENERAL), kinds(meter(60, flashing(5, 8, 6, WHITE, BLACK))));
        assertEquals(List.of(), kinds(meter(60, flashing(5, 8, 5, WHITE, BLACK))));
    }

    @Test
    void changes_of_less_than_a_tenth_or_between_light_states_are_no_flashes() {
        float[] dim = {0.09f, 0.09f, 0.09f};
        float[] light = {0.85f, 0.85f, 0.85f};
        assertEquals(List.of(), kinds(meter(60, flashing(8, 48, 36, dim, BLACK))));
        assertEquals(List.of(), kinds(meter(60, flashing(8, 48, 36, WHITE, light))));
        float[] enough = {0.11f, 0.11f, 0.11f};
        assertEquals(List.of(Motion.Kind.GENERAL), kinds(meter(60, flashing(8, 48, 36, enough, BLACK))));
    }

    @Test
    void saturated_red_counts_by_itself() {
        float[] red = {0.4f, 0, 0};
        // As light as the red: nothing but the colour changes.
        float[] grey = {0.085f, 0.085f, 0.085f};
        assertEquals(List.of(Motion.Kind.RED), kinds(meter(60, flashing(5, 48, 36, red, grey))));
        float[] blue = {0, 0, 0.9f};
        float[] other = {0.0f, 0.09f, 0};
        assertEquals(List.of(), kinds(meter(60, flashing(5, 48, 36, blue, other))));
    }

    @Test
    void a_still_picture_and_a_fade_do_not_flash() {
        assertEquals(List.of(), kinds(meter(200, (f, x, y) -> WHITE)));
        assertEquals(List.of(), kinds(meter(200, (f, x, y) -> new float[] {f / 200f, f / 200f, f / 200f})));
    }

    // ---- files

    @Test
    void frames_of_a_gif_are_drawn_upon_one_another() throws IOException {
        Path gif = folder.resolve("a.gif");
        // White below; then a black square that is taken away again; then nothing new.
        write(
                gif,
                10,
                0,
                i -> i == 0 ? square(40, Color.WHITE) : square(10, Color.BLACK),
                i -> i == 1 ? "restoreToPrevious" : "doNotDispose",
                3);
        Motion motion = motion(gif);
        assertEquals(3, motion.frames());
        assertEquals(300, motion.millis());
        assertEquals(0, motion.loops());
        try (var in = ImageIO.createImageInputStream(gif.toFile())) {
            var reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            var frames = new GifFrames(reader, 40, 40);
            var pixels = new int[1600];
            frames.draw(0, pixels);
            assertEquals(0xFFFFFF, pixels[0] & 0xFFFFFF);
            frames.draw(1, pixels);
            assertEquals(0, pixels[0] & 0xFFFFFF);
            assertEquals(0xFFFFFF, pixels[15] & 0xFFFFFF);
        }
    }

    @Test
    void a_strobe_in_a_file_is_found_and_a_cut_file_is_a_reason() throws IOException {
        Path gif = folder.resolve("strobe.gif");
        write(gif, 5, 2, i -> square(60, i % 2 == 0 ? Color.BLACK : Color.WHITE), i -> "none", 60);
        Motion motion = motion(gif);
        assertEquals(Motion.Kind.GENERAL, motion.flashes().get(0).kind());
        assertEquals(3, motion.loops());
        Path cut = folder.resolve("cut.gif");
        byte[] bytes = Files.readAllBytes(gif);
        Files.write(cut, Arrays.copyOf(bytes, 20));
        assertTrue(look(cut).size() instanceof Seen.CannotTell);
    }

    @Test
    void a_still_gif_and_a_png_are_still() throws IOException {
        Path gif = folder.resolve("still.gif");
        write(gif, 5, 0, i -> square(60, Color.GRAY), i -> "none", 1);
        assertEquals(Motion.STILL, motion(gif));
        Path png = folder.resolve("still.png");
        ImageIO.write(square(60, Color.GRAY), "png", png.toFile());
        assertEquals(Motion.STILL, motion(png));
        assertEquals(new MediaFeatures.PixelSize(60, 60), look(png).size().orNull());
    }

    private static BufferedImage square(int side, Color colour) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, side, side);
        graphics.dispose();
        return image;
    }

    private static MediaFeatures look(Path file) throws IOException {
        return new PictureProbe().look(Inputs.file(file, String.valueOf(file.getFileName())), MediaFeatures.NONE);
    }

    private static Motion motion(Path file) throws IOException {
        return Objects.requireNonNull(look(file).motion().orNull());
    }

    /** Writes an animation; loops 0 stands for without end. */
    private static void write(
            Path file,
            int hundredths,
            int loops,
            IntFunction<BufferedImage> image,
            IntFunction<String> disposal,
            int frames)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                BufferedImage frame = image.apply(i);
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
                String format = metadata.getNativeMetadataFormatName();
                var root = (IIOMetadataNode) metadata.getAsTree(format);
                var control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                control.setAttribute("delayTime", Integer.toString(hundredths));
                control.setAttribute("disposalMethod", disposal.apply(i));
                if (i == 0) {
                    var extensions = new IIOMetadataNode("ApplicationExtensions");
                    var netscape = new IIOMetadataNode("ApplicationExtension");
                    netscape.setAttribute("applicationID", "NETSCAPE");
                    netscape.setAttribute("authenticationCode", "2.0");
                    netscape.setUserObject(new byte[] {1, (byte) loops, (byte) (loops >> 8)});
                    extensions.appendChild(netscape);
                    root.appendChild(extensions);
                }
                metadata.setFromTree(format, root);
                writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }
}
