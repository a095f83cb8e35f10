package org.govsocial.planning;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.govsocial.planning.toolbox.PlanRules;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.Rule;

/** The documents "High-level guidance" (decide) and "Hands-on toolbox" (plan): their statements, and the rules about plans. */
public final class Planning implements GuidancePlugin {
    /** Made by the service loader. */
    public Planning() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("planning", version(), API_LEVEL, "the govsocial project", "the project's issue tracker");
    }

    @Override
    public List<URL> packs() {
        return List.of(pack("high-level"), pack("toolbox"));
    }

    @Override
    public List<Rule> rules() {
        var rules = new ArrayList<Rule>(PlanRules.all());
        rules.addAll(List.of(new Credentials(), new OfficialCopy(), new PersonalInformation(), new PreElection()));
        return List.copyOf(rules);
    }

    private static URL pack(String document) {
        return Objects.requireNonNull(Planning.class.getResource("/META-INF/govsocial/" + document + ".pack.json"));
    }

    /** The jar's own version; module and class path alike keep it in the manifest. */
    private static String version() {
        String version = Planning.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
