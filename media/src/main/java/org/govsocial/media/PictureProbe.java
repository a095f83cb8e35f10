package org.govsocial.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.MediaFeatures.PixelSize;
import org.govsocial.model.Motion;
import org.govsocial.model.Seen;
import org.govsocial.spi.Input;
import org.govsocial.spi.MediaProbe;

/** Measures pictures, and looks for flashes in GIFs. */
final class PictureProbe implements MediaProbe {
    private static final int MOST_BYTES = 100_000_000;
    private static final int MOST_PIXELS = 25_000_000;
    private static final int MOST_FRAMES = 5_000;
    private static final long MOST_WORK = 2_000_000_000L;
    private static final String SEEN_BY_PERSON = "Look at it yourself: does anything flash?";

    @Override
    public String id() {
        return "pictures";
    }

    @Override
    public boolean recognises(String name) {
        return switch (Media.Kind.ofFile(name)) {
            case IMAGE, ANIMATION -> !name.toLowerCase(Locale.ROOT).endsWith(".svg");
            case VIDEO, AUDIO, DOCUMENT, OTHER -> false;
        };
    }

    @Override
    public MediaFeatures look(Input file, MediaFeatures seen) throws IOException {
        if (isOtherAnimation(file.head())) {
            return seen;
        }
        try (InputStream in = new Bounded(file.open(), MOST_BYTES);
                var stream = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return seen.size() instanceof Seen.Known
                        ? seen
                        : seen.withSize(Seen.cannotTell(
                                "A picture is of a format that cannot be read here.", "Save it as PNG, JPEG or GIF."));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                return measured(reader, seen);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return seen.withSize(
                    Seen.cannotTell("A picture is damaged or cut short.", "Check that it opens, and save it again."));
        }
    }

    /** An animated PNG or WebP, which the JDK reads as a still picture or not at all; a program may do better. */
    static boolean isOtherAnimation(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        boolean png = text.startsWith("\u0089PNG");
        boolean webp = text.startsWith("RIFF") && text.startsWith("WEBPVP8X", 8) && text.length() > 20;
        return png && text.contains("acTL") || webp && (head[20] & 2) != 0;
    }

    private static MediaFeatures measured(ImageReader reader, MediaFeatures seen) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean gif = reader.getFormatName().toLowerCase(Locale.ROOT).equals("gif");
        if (!gif) {
            return seen.withSize(Seen.known(new PixelSize(width, height))).withMotion(Seen.known(Motion.STILL));
        }
        var screen = (org.w3c.dom.Element) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
        var descriptor = (org.w3c.dom.Element)
                screen.getElementsByTagName("LogicalScreenDescriptor").item(0);
        width = Integer.parseInt(descriptor.getAttribute("logicalScreenWidth"));
        height = Integer.parseInt(descriptor.getAttribute("logicalScreenHeight"));
        MediaFeatures sized = seen.withSize(Seen.known(new PixelSize(width, height)));
        if ((long) width * height > MOST_PIXELS || width < 1 || height < 1) {
            return sized.withMotion(Seen.cannotTell("An animation is larger than 25 megapixels.", SEEN_BY_PERSON));
        }
        return sized.withMotion(motion(reader, width, height));
    }

    private static Seen<Motion> motion(ImageReader reader, int width, int height) throws IOException {
        var pixels = new int[width * height];
        var frames = new GifFrames(reader, width, height);
        var meter = new FlashMeter();
        int count = 0;
        while (true) {
            try {
                int millis = frames.draw(count, pixels);
                meter.frame(Cells.of(pixels, width, height), millis);
            } catch (IndexOutOfBoundsException e) {
                break; // after the last frame
            }
            count++;
            if (count > MOST_FRAMES || (long) count * pixels.length > MOST_WORK) {
                return Seen.cannotTell("An animation has too many frames to be looked at.", SEEN_BY_PERSON);
            }
        }
        if (count < 2) {
            return Seen.known(Motion.STILL);
        }
        return Seen.known(
                new Motion(count, meter.millis(), GifFrames.loops(reader.getImageMetadata(0)), meter.flashes()));
    }
}
