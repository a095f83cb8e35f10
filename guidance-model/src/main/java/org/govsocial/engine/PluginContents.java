package org.govsocial.engine;

import java.util.List;
import org.govsocial.model.RuleId;
import org.govsocial.spi.PluginInfo;

/**
 * What a plug-in, or a pack that lies in a folder, brings.
 *
 * @param info who it is
 * @param where it was found
 * @param packs ids of its packs
 * @param rules ids of its rules, those of its packs included
 * @param readers ids of its readers of posts
 * @param formats ids of its report formats
 * @param documentFormats ids of its document formats
 * @param probes ids of its media probes
 */
public record PluginContents(
        PluginInfo info,
        String where,
        List<String> packs,
        List<RuleId> rules,
        List<String> readers,
        List<String> formats,
        List<String> documentFormats,
        List<String> probes) {
    /** Copies the lists. */
    public PluginContents {
        packs = List.copyOf(packs);
        rules = List.copyOf(rules);
        readers = List.copyOf(readers);
        formats = List.copyOf(formats);
        documentFormats = List.copyOf(documentFormats);
        probes = List.copyOf(probes);
    }
}
