package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.json.PackReader;
import org.govsocial.model.Pack;
import org.junit.jupiter.api.Test;

class PackDiffTest {
    private static String example() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "formats.md"));
        String section = page.substring(page.indexOf("## Packs"));
        int start = section.indexOf("```json\n") + "```json\n".length();
        return section.substring(start, section.indexOf("\n```", start));
    }

    private static Pack pack(String json) throws IOException {
        return PackReader.read("a.pack.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static PackDiff afterReplacing(String find, String put) throws IOException {
        assertTrue(example().contains(find), find);
        return PackDiff.between(pack(example()), pack(example().replace(find, put)));
    }

    @Test
    void a_pack_does_not_differ_from_itself() throws IOException {
        assertEquals(
                List.of(), PackDiff.between(pack(example()), pack(example())).changes());
        for (Pack pack : Shipped.GUIDANCE.packs()) {
            assertEquals(List.of(), PackDiff.between(pack, pack).changes());
        }
    }

    @Test
    void a_changed_statement_says_what_changed() throws IOException {
        PackDiff diff = afterReplacing("Two hashtags are enough.", "Three hashtags are enough.");
        assertEquals(
                List.of(new PackDiff.Change(
                        PackDiff.Kind.CHANGED,
                        PackDiff.Part.STATEMENT,
                        "EA-2",
                        List.of(new PackDiff.Field("text", "Two hashtags are enough.", "Three hashtags are enough.")))),
                diff.changes());
    }

    @Test
    void every_key_of_a_pack_shows_in_a_diff() throws IOException {
        for (String[] change : List.of(
                new String[] {"\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"", "PACK"},
                new String[] {"\"licence\": \"CC BY 4.0\"", "\"licence\": \"none\"", "PACK"},
                new String[] {"\"date\": \"2026-05\"", "\"date\": \"2026-06\"", "SOURCE"},
                new String[] {"\"question\": \"How do we sound?\"", "\"question\": \"How?\"", "DOCUMENT"},
                new String[] {"\"pages\": \"1-3\"", "\"pages\": \"1-4\"", "SECTION"},
                new String[] {"\"where\": \"p 2\"", "\"where\": \"p 3\"", "STATEMENT"},
                new String[] {"\"role\": [\"practitioner\"]", "\"role\": [\"manager\"]", "STATEMENT"},
                new String[] {"\"rel\": \"see-also\"", "\"rel\": \"replaces\"", "STATEMENT"},
                new String[] {"\"max\": 2", "\"max\": 3", "RULE"},
                new String[] {"\"safe\": true", "\"safe\": false", "RULE"},
                new String[] {"{ \"kindly\": \"please\" }", "{ \"kindly\": \"do\" }", "RULE"},
                new String[] {"\"reason\": \"Our readers told us.\"", "\"reason\": \"Why not.\"", "ADJUSTMENT"},
                new String[] {"\"bound\": \"over\"", "\"bound\": \"under\"", "CASE"},
                new String[] {"\"Lost keys\", \"cites\"", "\"Keys\", \"cites\"", "TYPE"},
                new String[] {"\"account-security\": 2", "\"account-security\": 3", "QUESTION"},
                new String[] {"\"watch\", \"watch\", \"act\"", "\"watch\", \"act\", \"act\"", "MATRIX"},
                new String[] {"\"when\": [\"lost-keys\", \"night\"]", "\"when\": [\"night\"]", "PLAYBOOK"},
                new String[] {"\"within\": \"PT30M\"", "\"within\": \"PT10M\"", "STEP"},
                new String[] {"Go through it with every draft.", "Now and then.", "CHECKLIST"},
                new String[] {"\"phase\": \"each-post\"", "\"phase\": \"running\"", "ITEM"})) {
            PackDiff diff = afterReplacing(change[0], change[1]);
            assertEquals(1, diff.changes().size(), change[1]);
            assertEquals(change[2], diff.changes().get(0).part().name(), change[1]);
            assertEquals(PackDiff.Kind.CHANGED, diff.changes().get(0).kind(), change[1]);
        }
    }

    @Test
    void a_new_id_is_one_part_removed_and_one_added() throws IOException {
        PackDiff diff = afterReplacing("example-agency/few-hashtags", "example-agency/fewer-hashtags");
        assertEquals(1, diff.count(PackDiff.Kind.ADDED, PackDiff.Part.RULE));
        assertEquals(1, diff.count(PackDiff.Kind.REMOVED, PackDiff.Part.RULE));
        assertEquals(2, diff.changes().size());
    }
}
