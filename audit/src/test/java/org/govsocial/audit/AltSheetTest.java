package org.govsocial.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;

class AltSheetTest {
    private static AltSheet sheet(String text) throws Exception {
        return AltSheet.read("alt.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void only_what_is_unknown_is_filled_in() throws Exception {
        AltSheet sheet = sheet("post,media,alt\n12,1,A tūī\n12,2,(decorative)\n12,3,\n12,4,Other words\n99,1,Nobody\n");
        Media unknown = Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN);
        Media known = unknown.withAlt(TextAlternative.of("Own words"));
        Post post = sheet.completed(Post.of("12", "").withMedia(List.of(unknown, unknown, unknown, known, unknown)));
        assertEquals(
                List.of(
                        TextAlternative.of("A tūī"),
                        TextAlternative.DECORATIVE,
                        TextAlternative.MISSING,
                        TextAlternative.of("Own words"),
                        TextAlternative.UNKNOWN),
                post.media().stream().map(Media::alt).toList());
        assertEquals(3, sheet.filled());
        assertEquals(1, sheet.unmet());
    }

    @Test
    void a_wrong_row_is_told_with_its_line() {
        for (String row : List.of("12,0,a", "12,first,a", ",1,a")) {
            InputException e = assertThrows(InputException.class, () -> sheet("post,media,alt\n" + row + "\n"), row);
            assertEquals("alt.csv:2", e.problem().where());
        }
        assertThrows(InputException.class, () -> sheet("id,alt\n1,a\n"));
    }
}
