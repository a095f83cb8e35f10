package org.govsocial.mishap.record;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The single-file verifier, as somebody has it in ten years: compiled or run by the JDK alone. */
final class IndependentVerifier {
    /** What it said, and how it ended. */
    record Answer(int exit, String output) {}

    private final Path source;
    private final Constructor<?> constructor;
    private final Method run;
    private final Field damage;

    IndependentVerifier(Path folder) throws Exception {
        source = folder.resolve("Verify.java");
        try (InputStream in = Objects.requireNonNull(IncidentLog.class.getResourceAsStream("Verify.java"))) {
            Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Answer compiled = process(List.of(
                tool("javac"),
                "--release",
                "11",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes.toString(),
                source.toString()));
        if (compiled.exit() != 0) {
            throw new IllegalStateException(compiled.output());
        }
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Class<?> verify = loader.loadClass("Verify");
        constructor = verify.getDeclaredConstructor();
        constructor.setAccessible(true);
        run = verify.getDeclaredMethod("run", String[].class);
        run.setAccessible(true);
        damage = verify.getDeclaredField("damage");
        damage.setAccessible(true);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** As its user runs it. */
    Answer runAlone(Path... arguments) throws Exception {
        var command = new ArrayList<>(List.of(tool("java"), source.toString()));
        Arrays.stream(arguments).map(Path::toString).forEach(command::add);
        return process(command);
    }

    /** What it finds, without the start of another Java for each question. */
    List<?> damage(Path... arguments) throws Exception {
        Object verify = constructor.newInstance();
        run.invoke(verify, (Object) Arrays.stream(arguments).map(Path::toString).toArray(String[]::new));
        return (List<?>) damage.get(verify);
    }

    private static Answer process(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end: " + command);
        }
        return new Answer(process.exitValue(), output);
    }
}
