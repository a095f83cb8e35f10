package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.govsocial.model.Post;
import org.govsocial.spi.InputException;
import org.govsocial.spi.ReadOptions;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private final PlainText reader = new PlainText();

    @Test
    void a_file_is_one_post_named_after_it() throws Exception {
        assertEquals(
                Post.of("b.txt", "Kia ora\n\ntātou"),
                Reading.of(reader, "a/b.txt", "\uFEFFKia ora\r\n\r\ntātou\r\n\r\n")
                        .only());
        assertEquals("stdin", Reading.of(reader, "-", "Kia ora").only().id());
    }

    @Test
    void bytes_that_are_no_utf8_are_told_with_their_place() {
        InputException e = assertThrows(
                InputException.class,
                () -> Reading.of(
                        reader,
                        Reading.input("a.txt", "M\u0101ori \u201cx\u201d".getBytes(Charset.forName("windows-1252")))));
        assertEquals("a.txt", e.problem().where());
        assertEquals("Byte 6 is not valid UTF-8.", e.problem().what());
        assertTrue(e.problem().advice().contains("windows-1252"), e.getMessage());
    }

    @Test
    void a_named_encoding_is_used() throws Exception {
        byte[] bytes = "“café”".getBytes(Charset.forName("windows-1252"));
        ReadOptions options = ReadOptions.DEFAULTS.withEncoding(Charset.forName("windows-1252"));
        assertEquals(
                "“café”",
                Reading.of(reader, Reading.input("a.txt", bytes), options)
                        .only()
                        .text());
    }

    @Test
    void a_binary_file_is_not_text() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13};
        for (byte[] bytes : new byte[][] {png, "text\0more".getBytes(StandardCharsets.UTF_8)}) {
            InputException e =
                    assertThrows(InputException.class, () -> Reading.of(reader, Reading.input("a.txt", bytes)));
            assertTrue(e.problem().what().contains("not text"), e.getMessage());
        }
    }

    @Test
    void utf16_with_a_mark_is_read() throws Exception {
        byte[] bytes = "\uFEFFtēnā koe 👋".getBytes(StandardCharsets.UTF_16LE);
        assertEquals(
                "tēnā koe 👋",
                Reading.of(reader, Reading.input("a.txt", bytes)).only().text());
    }

    @Test
    void an_empty_file_is_refused() {
        assertThrows(InputException.class, () -> Reading.of(reader, "a.txt", ""));
        assertThrows(InputException.class, () -> Reading.of(reader, "a.txt", "\n \n"));
    }

    @Test
    void rewriting_keeps_the_mark_and_the_ends_of_lines() throws Exception {
        String mixed = "one\ntwo\r\n\nthree\r\n";
        assertEquals(
                mixed.replace("one", "One"),
                Reading.rewritten(
                        reader,
                        Reading.input("a.txt", mixed),
                        post -> post.withText(post.text().replace("one", "One"))),
                "each line ends as it did");
        String text = "\uFEFFone\r\ntwo\r\n\r\n";
        assertEquals(text, Reading.rewritten(reader, Reading.input("a.txt", text), post -> post));
        assertEquals(
                "\uFEFFOne\r\ntwo\r\n\r\n",
                Reading.rewritten(
                        reader,
                        Reading.input("a.txt", text),
                        post -> post.withText(post.text().replace("one", "One"))));
        assertEquals("b", Reading.rewritten(reader, Reading.input("a.txt", "a"), post -> post.withText("b")));
    }

    @Test
    void a_long_file_is_no_post() {
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, "a.txt", "x".repeat(2_000_000)));
        assertTrue(e.problem().what().contains("1,000,000"), e.getMessage());
    }
}
