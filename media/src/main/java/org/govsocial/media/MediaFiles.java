package org.govsocial.media;

import java.util.List;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.MediaProbe;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostReader;

/** Looks at the pictures, videos and captions of posts, and reads caption files that stand alone. */
public final class MediaFiles implements GuidancePlugin {
    /**
     * The system property that names the folders in which ffmpeg and tesseract are looked for; those of PATH when it is not
     * set, none when it is empty.
     */
    private static final String PROGRAMS = "govsocial.programs";

    /** Used by {@link java.util.ServiceLoader}. */
    public MediaFiles() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("media", version(), API_LEVEL, "the govsocial project", "the project's issue tracker");
    }

    @Override
    public List<PostReader> postReaders() {
        return List.of(new CaptionFile());
    }

    @Override
    public List<MediaProbe> mediaProbes() {
        String path = System.getProperty(PROGRAMS, System.getenv("PATH"));
        return List.of(
                new CaptionProbe(),
                new CardProbe(),
                new MetadataProbe(),
                new PictureProbe(),
                new VideoProbe(path),
                new WordProbe(path));
    }

    /** The jar's own version; module and class path alike keep it in the manifest. */
    private static String version() {
        String version = MediaFiles.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
