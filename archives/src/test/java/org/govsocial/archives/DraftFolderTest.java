package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {
    private final DraftFolder reader = new DraftFolder();

    @TempDir
    Path folder;

    @Test
    void words_pictures_and_captions_are_one_post() throws Exception {
        write("post.md", "Kia ora\n");
        write("b.PNG", "png");
        write("b.png.alt.txt", "\uFEFFA map\r\n");
        write("a.jpg", "jpg");
        write("a.alt.txt", " \n");
        write("c.gif", "gif");
        write("c.gif.alt.txt", "(decorative)\n");
        write("d.mp4", "mp4");
        write("d.vtt", "WEBVTT");
        write("e.svg", "svg");
        write("notes.docx.tmp", "x");
        write(".hidden.png", "x");
        Reading all = Reading.of(reader, input());
        Post post = all.only();
        assertEquals("Kia ora", post.text());
        assertEquals(String.valueOf(folder.getFileName()), post.id());
        assertEquals("drafts/one/post.md", all.places.get(0).toString());
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING).withFile("a.jpg"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("A map")).withFile("b.PNG"),
                        Media.of(Media.Kind.ANIMATION, TextAlternative.DECORATIVE)
                                .withFile("c.gif"),
                        Media.of(Media.Kind.VIDEO, TextAlternative.MISSING)
                                .withFile("d.mp4")
                                .withCaptions("d.vtt"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING).withFile("e.svg")),
                post.media());
    }

    @Test
    void a_folder_without_words_is_refused() throws IOException {
        write("a.jpg", "jpg");
        assertEquals(0, reader.recognises(input()));
        assertThrows(InputException.class, () -> Reading.of(reader, input()));
    }

    @Test
    void two_sets_of_words_are_refused() throws IOException {
        write("post.md", "one");
        write("post.txt", "two");
        assertEquals(100, reader.recognises(input()));
        assertThrows(InputException.class, () -> Reading.of(reader, input()));
    }

    @Test
    void each_file_is_rewritten_by_itself() throws Exception {
        write("post.txt", "Kia ora\r\ntātou\r\n");
        write("a.png", "png");
        write("a.png.alt.txt", "A map\n");
        write("b.png", "png");
        write("b.alt.txt", "");
        List<Input> files = reader.files(input());
        assertEquals(
                List.of("drafts/one/a.png.alt.txt", "drafts/one/b.alt.txt", "drafts/one/post.txt"),
                files.stream().map(Input::name).toList());
        for (Input file : files) {
            assertEquals(
                    Files.readString(Objects.requireNonNull(file.path())),
                    Reading.rewritten(reader, file, post -> post));
        }
        var changed = new ArrayList<String>();
        for (Input file : files) {
            changed.add(Reading.rewritten(
                    reader,
                    file,
                    post -> post.withText(post.text() + "!")
                            .withMedia(post.media().stream()
                                    .map(m -> m.alt().equals(TextAlternative.MISSING)
                                            ? m
                                            : m.withAlt(TextAlternative.of("A plan")))
                                    .toList())));
        }
        assertEquals(List.of("A plan\n", "", "Kia ora\r\ntātou!\r\n"), changed);
    }

    private Input input() {
        return Inputs.file(folder, "drafts/one");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
