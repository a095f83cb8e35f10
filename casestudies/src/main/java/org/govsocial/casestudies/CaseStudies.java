package org.govsocial.casestudies;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;

/** The document "Case studies and reports": its statements. */
public final class CaseStudies implements GuidancePlugin {
    /** Made by the service loader. */
    public CaseStudies() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo(
                "casestudies", version(), API_LEVEL, "the govsocial project", "the project's issue tracker");
    }

    @Override
    public List<URL> packs() {
        return List.of(
                Objects.requireNonNull(CaseStudies.class.getResource("/META-INF/govsocial/case-studies.pack.json")));
    }

    /** The jar's own version; module and class path alike keep it in the manifest. */
    private static String version() {
        String version = CaseStudies.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
