package org.govsocial.mishap;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.Rule;

/** The document "How to handle a mishap": its statements, questions, matrix and playbooks, and rules that name what causes mishaps. */
public final class Mishap implements GuidancePlugin {
    /** Made by the service loader. */
    public Mishap() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("mishap", version(), API_LEVEL, "the govsocial project", "the project's issue tracker");
    }

    @Override
    public List<URL> packs() {
        return List.of(Objects.requireNonNull(Mishap.class.getResource("/META-INF/govsocial/mishap.pack.json")));
    }

    @Override
    public List<Rule> rules() {
        return List.of(new HumourNearHarm(), new NoMoreUpdates(), new OtherAccount(), new PhotoPlace());
    }

    /** The jar's own version; module and class path alike keep it in the manifest. */
    private static String version() {
        String version = Mishap.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
