package org.govsocial.engine;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.Rule;

/** A plug-in made for one test. */
record Trial(String id, List<URL> packs, List<Rule> rules) implements GuidancePlugin {
    static final String PACK = """
            {"format": 1, "id": "trial", "version": "1", "title": "Trial", "maintainer": "tests",
             "sources": [{"code": "T", "title": "T", "publisher": "T", "provenance": "NZ_OTHER"}],
             "documents": [{"id": "trial", "title": "Trial", "audience": "tests",
               "sections": [{"id": "S", "title": "S"}],
               "statements": [{"id": "T-1", "section": "S", "text": "Do.", "modality": "SHOULD",
                 "provenance": "NZ_OTHER", "source": "T", "checked": "2026-11-22"}]}],
             "rules": [%s], "adjust": [%s]}
            """;

    static Trial withRules(Path folder, Rule... rules) throws java.io.IOException {
        return new Trial("trial", List.of(pack(folder, "", "")), List.of(rules));
    }

    static Trial withPack(Path folder, String wordRules, String adjustments) throws java.io.IOException {
        return new Trial("trial", List.of(pack(folder, wordRules, adjustments)), List.of());
    }

    static URL pack(Path folder, String wordRules, String adjustments) throws java.io.IOException {
        Path file = folder.resolve("trial.pack.json");
        Files.writeString(file, PACK.formatted(wordRules, adjustments));
        return file.toUri().toURL();
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo(id, "1", GuidancePlugin.API_LEVEL, "tests", "nowhere");
    }
}
