package org.govsocial.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.junit.jupiter.api.Test;

class PlanningTest {
    @Test
    void the_module_loads_without_the_other_documents() {
        Guidance guidance = Guidance.of(List.of(new Planning()));
        assertEquals(List.of(), guidance.problems());
        assertEquals(
                List.of("high-level", "toolbox"),
                guidance.documents().stream().map(GuidanceDocument::id).toList());
        for (GuidanceDocument document : guidance.documents()) {
            assertFalse(document.statements().isEmpty(), document.id());
        }
    }

    @Test
    void the_application_finds_the_plug_in() {
        Guidance guidance = Guidance.load(List.of(new Origin.Application()));
        assertEquals(
                List.of("archives", "planning", "reports"),
                guidance.plugins().stream().map(PluginInfo::id).toList());
    }

    @Test
    void the_module_and_the_service_file_name_the_same_class() throws IOException {
        var provided = Planning.class.getModule().getDescriptor().provides();
        assertEquals(1, provided.size());
        try (InputStream file =
                Planning.class.getResourceAsStream("/META-INF/services/" + GuidancePlugin.class.getName())) {
            assertNotNull(file);
            assertEquals(
                    provided.iterator().next().providers(),
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }
}
