package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.spi.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_lists_its_files_by_name_and_drafts_as_one() throws IOException {
        write("b.txt", "b");
        write("a/c.jsonl", "{}");
        write("a/draft/post.md", "text");
        write("a/draft/picture.png", "png");
        write("a/draft/more/deep.txt", "deep");
        write(".git/config", "hidden");
        write(".DS_Store", "hidden");
        assertEquals(List.of("in/a/c.jsonl", "in/a/draft", "in/b.txt"), names(Inputs.within(folder, "in")));
        assertEquals(List.of("in/a/c.jsonl", "in/a/draft", "in/b.txt"), names(Inputs.within(folder, "in\\")));
        assertEquals(List.of("a/c.jsonl", "a/draft", "b.txt"), names(Inputs.within(folder, ".")));
        assertTrue(Inputs.within(folder, "in").get(1).isFolder());
    }

    @Test
    void a_folder_that_is_a_draft_is_listed_alone() throws IOException {
        write("post.txt", "text");
        write("other.txt", "text");
        List<Input> found = Inputs.within(folder, "draft");
        assertEquals(List.of("draft"), names(found));
        assertEquals(folder, found.get(0).path());
    }

    @Test
    void reading_the_head_takes_nothing_away() throws IOException {
        byte[] bytes = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("long.txt"), bytes);
        for (Input input : List.of(
                Inputs.file(folder.resolve("long.txt"), "long.txt"),
                Inputs.standardInput(new ByteArrayInputStream(bytes)))) {
            assertEquals(4096, input.head().length);
            assertEquals(4096, input.head().length);
            try (InputStream in = input.open()) {
                assertArrayEquals(bytes, in.readAllBytes());
            }
        }
    }

    @Test
    void standard_input_is_read_once() throws IOException {
        Input input = Inputs.standardInput(new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)));
        assertEquals("-", input.name());
        assertFalse(input.isFolder());
        assertEquals("a", new String(input.open().readAllBytes(), StandardCharsets.UTF_8));
        assertThrows(IOException.class, input::open);
    }

    @Test
    void a_missing_file_is_told_in_plain_words() {
        Input input = Inputs.file(folder.resolve("none.txt"), "none.txt");
        NoSuchFileException e = assertThrows(NoSuchFileException.class, input::head);
        assertEquals(
                "none.txt: There is no such file or folder. Check the spelling and the folder.",
                Inputs.unreadable("none.txt", e).toString());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> names(List<Input> inputs) {
        return inputs.stream().map(Input::name).toList();
    }
}
