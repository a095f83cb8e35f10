package org.govsocial.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Motion;
import org.govsocial.model.Seen;
import org.govsocial.spi.Input;
import org.govsocial.spi.MediaProbe;
import org.jspecify.annotations.Nullable;

/** Looks for flashes in videos, and in animated PNG and WebP, whose frames the program {@code ffmpeg} gives. */
final class VideoProbe implements MediaProbe {
    private static final int RATE = 25;
    private static final int WIDTH = 2 * FlashMeter.WIDE;
    private static final int HEIGHT = 2 * FlashMeter.HIGH;
    private static final int MOST_SECONDS = 600;
    private static final Duration LIMIT = Duration.ofSeconds(300);
    private static final long MOST_BYTES = 2_000_000_000L;

    private final @Nullable String path;

    /** Looks for the program in the folders of PATH, as they are given here. */
    VideoProbe(@Nullable String path) {
        this.path = path;
    }

    @Override
    public String id() {
        return "videos";
    }

    @Override
    public boolean recognises(String name) {
        return switch (Media.Kind.ofFile(name)) {
            case VIDEO, IMAGE, ANIMATION -> true;
            case AUDIO, DOCUMENT, OTHER -> false;
        };
    }

    @Override
    public MediaFeatures look(Input file, MediaFeatures seen) throws IOException {
        boolean video = Media.Kind.ofFile(file.name()) == Media.Kind.VIDEO;
        if (!video && !PictureProbe.isOtherAnimation(file.head())) {
            return seen;
        }
        Program ffmpeg = Program.find("ffmpeg", path);
        if (ffmpeg == null) {
            return seen.withMotion(
                    Seen.cannotTell(
                            "Videos, animated PNG and WebP are not looked at for flashes, because ffmpeg is not installed.",
                            "Install it (Debian and Ubuntu: apt install ffmpeg; Windows: winget install ffmpeg), or look yourself."));
        }
        var meter = new FlashMeter();
        try (LocalFile local = LocalFile.of(file, MOST_BYTES)) {
            ffmpeg.run(arguments(local.name()), LIMIT, out -> frames(out, meter));
        } catch (Program.FailedException e) {
            return seen.withMotion(Seen.cannotTell(
                    "ffmpeg could not read a video (" + e.getMessage() + ").",
                    "Check that it plays, and look at it yourself."));
        }
        int count = meter.counts().size();
        if (count == 0) {
            return seen.withMotion(Seen.cannotTell("ffmpeg found no frame in a video.", "Check that it plays."));
        }
        if (count >= MOST_SECONDS * RATE) {
            return seen.withMotion(Seen.cannotTell(
                    "A video is longer than " + MOST_SECONDS / 60 + " minutes; only its start was looked at.",
                    "Look at the rest yourself, or part it."));
        }
        MediaFeatures found =
                seen.withMotion(Seen.known(new Motion(count, meter.millis(), video ? 1 : 0, meter.flashes())));
        return found.duration() instanceof Seen.Known || !video
                ? found
                : found.withDuration(Seen.known(meter.millis()));
    }

    /** Frames at an even rate, small, without sound; only this file is opened, and nothing of the network. */
    private static List<String> arguments(String file) {
        return List.of(
                "-nostdin",
                "-v",
                "error",
                "-protocol_whitelist",
                "file,pipe",
                "-t",
                Integer.toString(MOST_SECONDS),
                "-i",
                "file:" + file,
                "-an",
                "-sn",
                "-dn",
                "-vf",
                "fps=" + RATE + ",scale=" + WIDTH + ":" + HEIGHT + ":flags=area",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "pipe:1");
    }

    private static void frames(InputStream out, FlashMeter meter) throws IOException {
        var pixels = new int[WIDTH * HEIGHT];
        for (int count = 0; count < MOST_SECONDS * RATE; count++) {
            byte[] bytes = out.readNBytes(pixels.length * 3);
            if (bytes.length < pixels.length * 3) {
                return;
            }
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (bytes[3 * i] & 0xFF) << 16 | (bytes[3 * i + 1] & 0xFF) << 8 | bytes[3 * i + 2] & 0xFF;
            }
            meter.frame(Cells.of(pixels, WIDTH, HEIGHT), 1_000 / RATE);
        }
    }
}
