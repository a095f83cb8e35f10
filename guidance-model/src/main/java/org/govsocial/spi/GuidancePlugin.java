package org.govsocial.spi;

import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one service that a plug-in provides. Every contribution is optional. List the class both in {@code
 * META-INF/services} and, in a named module, under {@code provides}.
 *
 * <p>Methods are called once, while the guidance loads, in one thread. What they return is kept and may be used by
 * several threads at the same time.
 *
 * <p>The page and the examples of a rule are resources of the plug-in: {@code
 * /META-INF/govsocial/rules/DOCUMENT/NAME.md} and {@code NAME.examples.json}.
 */
public interface GuidancePlugin {
    /**
     * The level of this contract. The compiler copies it into the plug-in, so {@link PluginInfo#apiLevel} names the
     * level that the plug-in was built against, and a host that is too old refuses the plug-in by name.
     */
    int API_LEVEL = 1;

    /**
     * Who the plug-in is.
     *
     * @return never changes
     */
    PluginInfo info();

    /**
     * Packs in the plug-in's own jar.
     *
     * @return resources ending in {@code .pack.json}
     */
    default List<URL> packs() {
        return List.of();
    }

    /**
     * Rules that data cannot express.
     *
     * @return stateless rules
     */
    default List<Rule> rules() {
        return List.of();
    }

    /**
     * Readers of posts.
     *
     * @return stateless readers
     */
    default List<PostReader> postReaders() {
        return List.of();
    }

    /**
     * Formats of reports.
     *
     * @return stateless formats
     */
    default List<ReportFormat> reportFormats() {
        return List.of();
    }

    /**
     * Formats of documents to read, sign or send.
     *
     * @return stateless formats
     */
    default List<DocumentFormat> documentFormats() {
        return List.of();
    }

    /**
     * Probes of media files.
     *
     * @return stateless probes
     */
    default List<MediaProbe> mediaProbes() {
        return List.of();
    }

    /**
     * Finds a resource of the plug-in's jar.
     *
     * @param path absolute, with a leading slash
     * @return where it is; null when there is none
     */
    default @Nullable URL resource(String path) {
        return getClass().getResource(path);
    }
}
