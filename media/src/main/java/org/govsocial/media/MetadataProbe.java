package org.govsocial.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.mov.metadata.QuickTimeMetadataDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4SoundDirectory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.MediaFeatures.PixelSize;
import org.govsocial.model.Seen;
import org.govsocial.spi.Input;
import org.govsocial.spi.MediaProbe;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a picture or video says of itself: the text alternative that its author embedded (IPTC Photo Metadata, "Alt
 * Text (Accessibility)"), whether it tells where it was taken, how long a video is and whether it has sound.
 */
final class MetadataProbe implements MediaProbe {
    private static final String ALT = "Iptc4xmpCore:AltTextAccessibility";
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_BYTES = 200_000_000;

    @Override
    public String id() {
        return "metadata";
    }

    @Override
    public boolean recognises(String name) {
        return switch (Media.Kind.ofFile(name)) {
            case IMAGE, ANIMATION, VIDEO, AUDIO ->
                !name.toLowerCase(Locale.ROOT).endsWith(".svg");
            case DOCUMENT, OTHER -> false;
        };
    }

    @Override
    public MediaFeatures look(Input file, MediaFeatures seen) throws IOException {
        Metadata metadata;
        try (InputStream in = new Bounded(file.open(), MOST_BYTES)) {
            metadata = ImageMetadataReader.readMetadata(in);
        } catch (ImageProcessingException e) {
            return seen.withEmbeddedAlt(Seen.cannotTell(
                    "The metadata of a media file could not be read.",
                    "Check that the file opens, and save it again."));
        }
        MediaFeatures found =
                seen.withEmbeddedAlt(Seen.known(alt(metadata))).withLocation(Seen.known(isPlaced(metadata)));
        return video(metadata, found);
    }

    private static String alt(Metadata metadata) {
        for (XmpDirectory xmp : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            Map<String, String> properties = xmp.getXmpProperties();
            String first = "";
            // A list of the same words in several languages.
            for (int i = 1; i <= MOST_LANGUAGES; i++) {
                String item = ALT + "[" + i + "]";
                String words = properties.getOrDefault(item, "").strip();
                String language = properties.getOrDefault(item + "/xml:lang", "");
                if (!words.isEmpty() && (language.startsWith("en") || language.equals("x-default"))) {
                    return words;
                }
                first = first.isEmpty() ? words : first;
            }
            if (!first.isEmpty()) {
                return first;
            }
        }
        return "";
    }

    private static boolean isPlaced(Metadata metadata) {
        for (GpsDirectory gps : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            GeoLocation place = gps.getGeoLocation();
            if (place != null && !place.isZero()) {
                return true;
            }
        }
        for (QuickTimeMetadataDirectory movie : metadata.getDirectoriesOfType(QuickTimeMetadataDirectory.class)) {
            if (movie.containsTag(QuickTimeMetadataDirectory.TAG_LOCATION_ISO6709)) {
                return true;
            }
        }
        for (Mp4Directory movie : metadata.getDirectoriesOfType(Mp4Directory.class)) {
            if (movie.containsTag(Mp4Directory.TAG_LATITUDE)) {
                return true;
            }
        }
        return false;
    }

    private static MediaFeatures video(Metadata metadata, MediaFeatures seen) {
        Mp4Directory movie = metadata.getFirstDirectoryOfType(Mp4Directory.class);
        if (movie == null) {
            return seen;
        }
        MediaFeatures found =
                seen.withSound(Seen.known(metadata.getFirstDirectoryOfType(Mp4SoundDirectory.class) != null));
        Integer width = number(metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class), Mp4VideoDirectory.TAG_WIDTH);
        Integer height =
                number(metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class), Mp4VideoDirectory.TAG_HEIGHT);
        if (width != null && height != null) {
            found = found.withSize(Seen.known(new PixelSize(width, height)));
        }
        Double seconds = movie.getDoubleObject(Mp4Directory.TAG_DURATION_SECONDS);
        return seconds == null ? found : found.withDuration(Seen.known((long) (seconds * 1_000)));
    }

    private static @Nullable Integer number(@Nullable Directory directory, int tag) {
        return directory == null ? null : directory.getInteger(tag);
    }
}
