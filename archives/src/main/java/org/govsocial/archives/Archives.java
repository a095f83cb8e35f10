package org.govsocial.archives;

import java.util.List;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostReader;

/** Reads posts from files, folders and the archives that platforms hand out. */
public final class Archives implements GuidancePlugin {
    /** Used by {@link java.util.ServiceLoader}. */
    public Archives() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("archives", version(), API_LEVEL, "the govsocial project", "the project's issue tracker");
    }

    @Override
    public List<PostReader> postReaders() {
        return List.of(
                new PlainText(),
                new DraftFolder(),
                new CsvPosts(),
                new LinkedInShares(),
                new JsonPosts(),
                new JsonLines(),
                new MastodonOutbox(),
                new MastodonStatuses(),
                new XArchive(),
                new XResponses(),
                new BlueskyFeed(),
                new MetaPosts(),
                new SyndicationFeed(),
                new WordPost(),
                new WorkbookPosts(),
                new ZippedArchive());
    }

    /** The jar's own version; module and class path alike keep it in the manifest. */
    private static String version() {
        String version = Archives.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
