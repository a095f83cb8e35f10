package org.govsocial.media;

import java.util.List;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.MediaProbe;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostReader;

/** Looks at the pictures, videos and captions of posts, and reads caption files that stand alone. */
public final class MediaFiles implements GuidancePlugin {
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
        String path = System.getenv("PATH");
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
