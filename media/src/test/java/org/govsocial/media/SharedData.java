package org.govsocial.media;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Published suites that lie beside the project. */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"), name);
        if (Boolean.getBoolean("govsocial.requireSharedData")) {
            assertTrue(Files.isDirectory(folder), folder + " is needed here");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "SKIPPED: " + folder + " is not there");
        return folder;
    }
}
