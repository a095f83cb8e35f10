package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.json.PackReader;
import org.govsocial.model.Pack;
import org.govsocial.model.Severity;
import org.govsocial.model.WordRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValeStyleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Path SAMPLE = Path.of("..", "samples", "vale", "Harbour");

    @TempDir
    Path folder;

    @Test
    void takes_words_and_swaps_over_and_names_what_it_leaves_out() throws IOException {
        ValeStyle style = ValeStyle.read(SAMPLE, "Harbour District Council", TODAY);
        assertEquals("harbour", style.pack().id());
        var swap = (WordRule.Swap) style.pack().rules().get(0);
        assertEquals("harbour/everyday-words", swap.head().id().toString());
        assertEquals(Severity.WARNING, swap.head().severity());
        assertEquals("Use 'the words offered' instead of '{text}'.", swap.head().message());
        assertEquals(List.of("use"), swap.swaps().get("utilised"));
        assertEquals(List.of("now", "today"), swap.swaps().get("at this point in time"));
        var term = (WordRule.Term) style.pack().rules().get(1);
        assertEquals(List.of("basically", "very much", "verymuch"), term.terms());
        assertEquals(Severity.NOTE, term.head().severity());
        assertEquals(2, style.leftOut().size());
        assertTrue(
                style.leftOut().get(0).startsWith("Filler.yml: \"\\w+ly speaking\""),
                style.leftOut().get(0));
        assertTrue(
                style.leftOut().get(1).startsWith("Length.yml: "),
                style.leftOut().get(1));
    }

    @Test
    void the_pack_loads_and_does_on_its_own_texts_what_it_says() throws IOException {
        Pack pack = ValeStyle.read(SAMPLE, "Harbour District Council", TODAY).pack();
        Path file = folder.resolve("harbour.pack.json");
        try (var out = Files.newOutputStream(file)) {
            WordPacks.write(pack, out);
        }
        Guidance guidance = Guidance.load(List.of(new Origin.PackFile(file)));
        assertEquals(List.of(), guidance.problems());
        List<PackTrial> trials = PackTrial.of(guidance, pack);
        assertEquals(4, trials.size());
        assertTrue(trials.stream().allMatch(PackTrial::holds), trials.toString());
    }

    @Test
    void files_that_are_no_rules_are_named_and_the_rest_is_read() throws IOException {
        Path style = Files.createDirectory(folder.resolve("Odd_Style"));
        Files.writeString(style.resolve("Broken.yml"), "extends: [existence");
        Files.writeString(style.resolve("List.yml"), "- a\n- b\n");
        Files.writeString(style.resolve("Twice.yml"), "extends: existence\nextends: existence\n");
        Files.writeString(style.resolve("Good.yml"), "extends: existence\ntokens: [obviously]\n");
        ValeStyle read = ValeStyle.read(style, "M", TODAY);
        assertEquals("odd-style", read.pack().id());
        assertEquals(1, read.pack().rules().size());
        assertEquals(3, read.leftOut().size(), read.leftOut().toString());
    }

    @Test
    void a_starter_pack_is_written_as_it_is_read() throws IOException {
        Pack pack = WordPacks.starter("harbour-words", "Words we use", "Harbour District Council", TODAY);
        var bytes = new ByteArrayOutputStream();
        WordPacks.write(pack, bytes);
        assertEquals(pack, PackReader.read("starter", new ByteArrayInputStream(bytes.toByteArray())));
    }

    @Test
    void a_rule_that_does_something_else_than_its_texts_say_is_found() throws IOException {
        Path file = folder.resolve("wrong.pack.json");
        var bytes = new ByteArrayOutputStream();
        WordPacks.write(WordPacks.starter("wrong", "W", "M", TODAY), bytes);
        Files.writeString(file, bytes.toString("UTF-8").replace("Work starts on Monday.", "Works commence on Monday."));
        Guidance guidance = Guidance.load(List.of(new Origin.PackFile(file)));
        Pack pack;
        try (var in = Files.newInputStream(file)) {
            pack = PackReader.read("wrong", in);
        }
        List<PackTrial> trials = PackTrial.of(guidance, pack);
        assertEquals(List.of(false, true), trials.stream().map(PackTrial::holds).toList());
    }
}
