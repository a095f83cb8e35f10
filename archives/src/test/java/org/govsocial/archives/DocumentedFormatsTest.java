package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.model.Media;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.PostReader;
import org.junit.jupiter.api.Test;

/** What docs/formats.md shows is what is read. */
class DocumentedFormatsTest {
    @Test
    void the_json_lines_are_read() throws Exception {
        Reading all = Reading.of(new JsonLines(), "posts.jsonl", block("jsonl"));
        assertEquals(List.of(), all.problems);
        assertEquals(
                List.of("2026-031", "line-2", "32"),
                all.posts.stream().map(post -> post.id()).toList());
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("A map: the office is behind the library."))
                                .withFile("map.png"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.DECORATIVE).withFile("line.svg")),
                all.posts.get(1).media());
        assertEquals(
                List.of(),
                Reading.of(
                                new JsonPosts(),
                                "a.json",
                                "[" + block("jsonl").strip().replace("}\n", "},\n") + "]")
                        .problems);
    }

    @Test
    void the_csv_is_read() throws Exception {
        Reading all = Reading.of(new CsvPosts(), "posts.csv", block("csv"));
        assertEquals(List.of(), all.problems);
        assertEquals(2, all.posts.size());
        all.posts.forEach(post -> assertNotNull(post.time()));
        assertEquals(TextAlternative.MISSING, all.posts.get(1).media().get(0).alt());
    }

    @Test
    void every_reader_is_listed_with_whether_it_writes() throws Exception {
        String page = page();
        for (PostReader reader : new Archives().postReaders()) {
            assertTrue(
                    page.matches("(?s).*\\n\\| `" + reader.id() + "` \\|[^\\n]*\\| "
                            + (reader.rewrites() ? "yes" : "no") + " \\|\\n.*"),
                    reader.id());
        }
    }

    private static String block(String language) throws IOException {
        // Other files of the project are in the same formats; here those are meant that hold posts.
        String page = page();
        page = page.substring(page.indexOf("\n## Posts\n"));
        String fence = "```" + language + "\n";
        int start = page.indexOf(fence) + fence.length();
        assertTrue(start > fence.length(), "no block of " + language);
        return page.substring(start, page.indexOf("```", start));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "formats.md"));
    }
}
