package nz.example.harbour;

import java.net.URL;
import java.util.List;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.Rule;

/** The rules of the (imaginary) Harbour District Council that words alone cannot state. */
public final class HarbourPlugin implements GuidancePlugin {
    /** Made by the service loader. */
    public HarbourPlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo(
                "harbour", "1.0.0", API_LEVEL, "Harbour District Council web team", "web@harbour.example");
    }

    @Override
    public List<URL> packs() {
        return List.of(resource("/META-INF/govsocial/harbour.pack.json"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(new PlainTime());
    }
}
