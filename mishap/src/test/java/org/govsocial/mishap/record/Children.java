package org.govsocial.mishap.record;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** Starts other processes that run classes of these tests. */
final class Children {
    private Children() {}

    /** Everything that these tests see, as a class path: the modules are the same either way. */
    static String classPath() {
        var parts = new LinkedHashSet<String>();
        for (String name : List.of("jdk.module.path", "java.class.path", "surefire.test.class.path")) {
            parts.addAll(Arrays.asList(System.getProperty(name, "").split(File.pathSeparator, -1)));
        }
        Path base = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
        parts.add(base.resolve("target/classes").toString());
        parts.add(base.resolve("target/test-classes").toString());
        parts.remove("");
        return String.join(File.pathSeparator, parts);
    }

    static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx48m",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    static Process start(Class<?> main, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static Path fresh(Path temporary, String name) throws IOException {
        Path folder = temporary.resolve(name);
        IncidentLog.create(folder, TestLogs.settings()).close();
        return Files.createDirectories(folder);
    }
}
