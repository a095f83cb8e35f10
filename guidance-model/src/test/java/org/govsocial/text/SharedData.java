package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Data made by others, which stay where they are: a test that needs them is skipped where they are not there. */
public final class SharedData {

    private SharedData() {}

    /** The file, or a skipped test. */
    public static Path file(String name) {
        Path path = Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"), name);
        if (Boolean.getBoolean("govsocial.requireSharedData")) {
            assertTrue(Files.exists(path), () -> path + " is required and not there");
        }
        assumeTrue(Files.exists(path), () -> "SKIPPED: no shared test data at " + path);
        return path;
    }

    /** The lines of a file that has some. */
    public static List<String> lines(String file) {
        Path path = file(file);
        try {
            List<String> lines = Files.readAllLines(path);
            assertFalse(lines.isEmpty(), () -> path + " is empty");
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a file of posts: {@code government-tweets}, {@code crisis-events} or {@code emoji-tweets}. */
    public static List<String> posts(String name) {
        return lines("posts/" + name + "-dev.jsonl").stream()
                .filter(line -> !line.isBlank())
                .map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("text")
                        .getAsString())
                .toList();
    }
}
