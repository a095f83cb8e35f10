package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed tables are those that ICU4J makes today: see {@link UnicodeTables} for how to write them anew. */
class UnicodeTablesTest {

    private static final Path RESOURCES =
            Path.of(System.getProperty("basedir", "."), "src/main/resources/org/govsocial/text");
    private static final Map<String, Supplier<byte[]>> TABLES = new TreeMap<>(Map.of(
            "chars.bin", UnicodeTables::chars,
            "letters.bin", UnicodeTables::letters,
            "emoji.bin", UnicodeTables::emoji,
            "graphemes.bin", UnicodeTables::graphemes,
            "confusables.bin", UnicodeTables::confusables));

    static Set<String> tables() {
        return TABLES.keySet();
    }

    @BeforeAll
    static void write_tables_if_asked_to() throws IOException {
        if (Boolean.getBoolean("govsocial.writeTables")) {
            for (String name : TABLES.keySet()) {
                Files.write(RESOURCES.resolve(name), TABLES.get(name).get());
            }
            Path annotations = Path.of(System.getProperty("govsocial.cldrAnnotations", ""));
            if (Files.isDirectory(annotations.resolve("cldr-annotations-full"))) {
                Files.writeString(RESOURCES.resolve("emoji-names.txt"), EmojiNames.lines(annotations));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void committed_tables_are_those_of_icu(String name) throws IOException {
        byte[] fresh = TABLES.get(name).get();
        assertTrue(fresh.length > 1000, () -> name + " has only " + fresh.length + " bytes");
        assertArrayEquals(fresh, Files.readAllBytes(RESOURCES.resolve(name)), () -> name + " is not what ICU4J makes");
    }

    @Test
    void every_emoji_has_one_name() throws IOException {
        List<String> names = Files.readAllLines(RESOURCES.resolve("emoji-names.txt"), StandardCharsets.UTF_8);
        assertEquals(UnicodeTables.emojiSequences().size(), names.size());
        assertTrue(names.stream().noneMatch(String::isBlank));
        assertEquals(names.size(), names.stream().distinct().count());
    }
}
