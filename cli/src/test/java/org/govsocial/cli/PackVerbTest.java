package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackVerbTest {
    @TempDir
    Path folder;

    private String begin() {
        String file = folder.resolve("p.pack.json").toString();
        Run made = Run.of("pack", "new", "--id", "our-words", "--title", "T", "--maintainer", "M", "--output", file);
        assertEquals(0, made.code(), made.err());
        return file;
    }

    @Test
    void a_new_pack_can_be_used_and_its_rule_works() {
        String file = begin();
        assertEquals(0, Run.of("pack", "check", file).code());
        Run tested = Run.of("pack", "test", file);
        assertEquals(0, tested.code(), tested.err());
        assertTrue(tested.out().contains("2 of 2 texts"), tested.out());
        Run checked = Run.of("check", "--packs", file, "--only", "our-words/everyday-words", "--text", "We commence.");
        assertTrue(checked.out().contains("our-words/everyday-words"), checked.out());
    }

    @Test
    void a_file_that_is_there_is_not_written_over() throws IOException {
        String file = begin();
        String before = Files.readString(Path.of(file));
        Run again = Run.of("pack", "new", "--id", "other", "--title", "T", "--maintainer", "M", "--output", file);
        assertEquals(2, again.code());
        assertEquals(before, Files.readString(Path.of(file)));
    }

    @Test
    void an_id_that_is_none_is_refused_in_words() {
        Run refused = Run.of("pack", "new", "--id", "Our Words", "--title", "T", "--maintainer", "M");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("lower-case letters"), refused.err());
    }

    @Test
    void a_citation_of_nothing_and_a_misspelt_key_are_named_with_their_place() throws IOException {
        Path file = Path.of(begin());
        String good = Files.readString(file);
        Files.writeString(file, good.replace("\"statement\": \"OUR-WORDS-1\"", "\"statement\": \"OUR-WORDS-9\""));
        Run dangling = Run.of("pack", "check", file.toString());
        assertEquals(2, dangling.code());
        assertTrue(dangling.err().contains("OUR-WORDS-9"), dangling.err());
        Files.writeString(file, good.replace("\"summary\"", "\"sumary\""));
        Run misspelt = Run.of("pack", "check", file.toString());
        assertEquals(2, misspelt.code());
        assertTrue(misspelt.err().contains("#/rules/0"), misspelt.err());
    }

    @Test
    void a_rule_that_breaks_its_word_ends_with_1_and_is_shown() throws IOException {
        Path file = Path.of(begin());
        Files.writeString(file, Files.readString(file).replace("Work starts on Monday.", "We commence on Monday."));
        Run tested = Run.of("pack", "test", file.toString());
        assertEquals(1, tested.code());
        assertTrue(tested.out().contains("reports, but must accept: We commence on Monday."), tested.out());
        Run json = Run.of("pack", "test", file.toString(), "--format", "json");
        assertTrue(json.out().contains("\"reported\": true"), json.out());
    }

    @Test
    void a_style_is_taken_over_or_refused_whole() throws IOException {
        String file = folder.resolve("h.pack.json").toString();
        Run taken = Run.of("pack", "import", "vale", "samples/vale/Harbour", "--output", file);
        assertEquals(0, taken.code(), taken.err());
        assertTrue(taken.err().contains("Left out: Length.yml"), taken.err());
        assertEquals(0, Run.of("pack", "test", file).code());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String none = folder.resolve("none.pack.json").toString();
        assertEquals(
                2,
                Run.of("pack", "import", "vale", empty.toString(), "--output", none)
                        .code());
        assertFalse(Files.exists(Path.of(none)));
        assertEquals(2, Run.of("pack", "import", "word", empty.toString()).code());
    }
}
