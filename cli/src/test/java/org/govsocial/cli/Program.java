package org.govsocial.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The program as a process of its own: what it said on both streams, every run of white space as one space.
 *
 * @param code the exit code
 * @param said in the order said
 */
record Program(int code, String said) {
    /** Runs it in a folder, with those jars and folders of classes that pass. */
    static Program run(Path folder, Predicate<String> kept, String... command)
            throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    paths.add(entry);
                }
            }
        }
        paths.removeIf(kept.negate());
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, paths),
                Main.class.getName()));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            return new Program(process.waitFor(), text.replaceAll("\\s+", " "));
        }
    }
}
