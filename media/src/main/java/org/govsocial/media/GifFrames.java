package org.govsocial.media;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The frames of a GIF as people see them: each drawn upon what the one before left, on white. */
final class GifFrames {
    /** Browsers show a frame whose delay is shorter than this, in milliseconds, for {@link #SLOW}. */
    private static final int SHORT = 20;

    private static final int SLOW = 100;

    private final ImageReader reader;
    private final BufferedImage canvas;
    private final int width;
    private final int height;

    /** Starts at the first frame. */
    GifFrames(ImageReader reader, int width, int height) {
        this.reader = reader;
        this.width = width;
        this.height = height;
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    /** How a frame is shown. */
    private record Placing(int left, int top, int millis, String disposal) {}

    /** Draws a frame, and what is left after it is prepared when the next is drawn. Frames are drawn in order. */
    int draw(int frame, int[] pixels) throws IOException {
        Placing placing = placing(reader.getImageMetadata(frame));
        BufferedImage image = reader.read(frame);
        BufferedImage before = placing.disposal().equals("restoreToPrevious") ? copy(canvas) : null;
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(image, placing.left(), placing.top(), null);
        flatten(pixels);
        if (placing.disposal().equals("restoreToBackgroundColor")) {
            graphics.setComposite(AlphaComposite.Clear);
            graphics.fillRect(placing.left(), placing.top(), image.getWidth(), image.getHeight());
        }
        graphics.dispose();
        if (before != null) {
            before.copyData(canvas.getRaster());
        }
        return placing.millis();
    }

    private void flatten(int[] pixels) {
        canvas.getRGB(0, 0, width, height, pixels, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] >>> 24 != 255) {
                pixels[i] = 0xFFFFFF;
            }
        }
    }

    private static BufferedImage copy(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        image.copyData(copy.getRaster());
        return copy;
    }

    private static Placing placing(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree("javax_imageio_gif_image_1.0");
        Element place = first(root, "ImageDescriptor");
        Element control = first(root, "GraphicControlExtension");
        int millis = number(control, "delayTime") * 10;
        return new Placing(
                number(place, "imageLeftPosition"),
                number(place, "imageTopPosition"),
                millis < SHORT ? SLOW : millis,
                control == null ? "none" : control.getAttribute("disposalMethod"));
    }

    /** How often it plays, by the extension of Netscape that all programs follow; 0 for without end. */
    static int loops(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree("javax_imageio_gif_image_1.0");
        NodeList extensions = root.getElementsByTagName("ApplicationExtension");
        for (int i = 0; i < extensions.getLength(); i++) {
            var extension = (javax.imageio.metadata.IIOMetadataNode) extensions.item(i);
            if (extension.getAttribute("applicationID").toUpperCase(Locale.ROOT).startsWith("NETSCAPE")
                    && extension.getUserObject() instanceof byte[] data
                    && data.length >= 3) {
                int times = data[1] & 0xFF | (data[2] & 0xFF) << 8;
                return times == 0 ? 0 : times + 1;
            }
        }
        return 1;
    }

    private static @Nullable Element first(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return found.getLength() == 0 ? null : (Element) found.item(0);
    }

    private static int number(@Nullable Element element, String attribute) {
        if (element == null) {
            return 0;
        }
        long value = CaptionLines.number(element.getAttribute(attribute), 6);
        return value < 0 ? 0 : (int) value;
    }
}
