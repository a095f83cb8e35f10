package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PostReader;
import org.junit.jupiter.api.Test;

class ArchivesTest {
    @Test
    void the_class_path_and_the_module_path_find_the_same_class() throws IOException {
        String name = Archives.class.getName();
        try (InputStream in =
                Archives.class.getResourceAsStream("/META-INF/services/" + GuidancePlugin.class.getName())) {
            assertEquals(name, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        var descriptor = Archives.class.getModule().getDescriptor();
        assertEquals(
                List.of(name),
                descriptor.provides().stream()
                        .flatMap(p -> p.providers().stream())
                        .toList());
        assertTrue(descriptor.exports().isEmpty());
    }

    @Test
    void every_reader_has_an_id_of_its_own_and_a_title() {
        var archives = new Archives();
        assertEquals(GuidancePlugin.API_LEVEL, archives.info().apiLevel());
        var ids = new HashSet<String>();
        for (PostReader reader : archives.postReaders()) {
            assertTrue(ids.add(reader.id()), reader.id());
            assertTrue(!reader.title().isBlank(), reader.id());
        }
        assertTrue(
                ids.containsAll(List.of("text", "draft-folder", "csv", "json", "jsonl", "mastodon")), ids.toString());
    }
}
