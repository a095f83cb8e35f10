package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.govsocial.text.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The list is made from the npm package {@code tlds}, which has it from IANA. To write it anew, unpack the version of
 * the package that NOTICE is to name and run
 *
 * <pre>mvn -pl guidance-model test -Dtest=TopLevelDomainsTest -Dgovsocial.tlds=…/package/index.json</pre>
 */
class TopLevelDomainsTest {
    private static final Path RESOURCE = Path.of(
            System.getProperty("basedir", "."), "src/main/resources/org/govsocial/engine/top-level-domains.txt");

    @BeforeAll
    static void write_the_list_if_asked_to() throws IOException {
        String source = System.getProperty("govsocial.tlds", "");
        if (!source.isEmpty()) {
            var names = new TreeSet<String>();
            JsonParser.parseString(Files.readString(Path.of(source)))
                    .getAsJsonArray()
                    .forEach(name -> names.add(name.getAsString()));
            names.add("onion");
            Files.writeString(RESOURCE, String.join("\n", names) + "\n");
        }
    }

    @Test
    void every_name_is_found_in_any_case_and_nothing_else_is() throws IOException {
        List<String> names = Files.readAllLines(RESOURCE, StandardCharsets.UTF_8);
        assertEquals(names, TopLevelDomains.names());
        assertEquals(names, new ArrayList<>(new TreeSet<>(names)), "sorted, each once");
        assertTrue(names.size() > 1_400, "names " + names.size());
        assertTrue(names.containsAll(List.of("nz", "kiwi", "com", "onion", "みんな", "한국", "پاکستان")));
        for (String name : names) {
            assertEquals(name.length(), end(name), name);
            assertEquals(name.length(), end(name.toUpperCase(java.util.Locale.ROOT)), name);
            assertEquals(name.length(), end(name + "."), name);
            assertEquals(name.length(), end(name + "。"), name);
            // A shorter name may begin it.
            assertTrue(end(name + "-") < name.length(), name);
            assertTrue(end(name + "0") < name.length(), name);
        }
        for (String none : List.of("", "x", "baz", "comm", "n", "-nz", ".nz", "zz", "a".repeat(100))) {
            assertEquals(Grammar.NONE, end(none), none);
        }
    }

    @Test
    void holds_what_the_library_of_x_holds_but_for_what_has_been_given_up_since() {
        var missing = new TreeSet<String>();
        int read = 0;
        for (String line : SharedData.lines("twitter-text/tlds.yml")) {
            int at = line.indexOf("text: https://twitter.");
            if (at > 0) {
                String name = line.substring(at + "text: https://twitter.".length());
                read++;
                if (end(name) != name.length()) {
                    missing.add(name);
                }
            }
        }
        assertTrue(read > 1_500, "read " + read);
        // Countries that never had a zone or lost it; brands that gave their name back to IANA.
        missing.removeAll(List.of("an", "bl", "bq", "eh", "mf", "tp", "um"));
        assertTrue(missing.stream().allMatch(name -> name.length() > 2 || name.charAt(0) > 0x7F), missing::toString);
        assertTrue(missing.size() < 150, missing::toString);
        assertTrue(read - missing.size() > 1_400, () -> "only " + missing.size() + " missing");
    }

    private static int end(String text) {
        return TopLevelDomains.end(text.toCharArray(), 0, text.length());
    }
}
