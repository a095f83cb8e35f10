package org.govsocial.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs once what people run often, with no output, while Java notes the classes that are used: the launcher keeps them
 * in an archive, from which later runs load them faster.
 */
final class Rehearsal {
    private static final String POST = "Kia ora! #stateofemergency updates 👋 https://www.govt.nz";
    private static final List<List<String>> SCENES = List.of(
            List.of("check", "--text", POST),
            List.of("check", "--platform", "x", "--text", POST),
            List.of("guidance", "search", "maori"),
            List.of("guidance", "show", "LEG-07"),
            List.of("cases", "search", "measles"),
            List.of("cases", "show", "C-01"));

    private Rehearsal() {}

    /**
     * Runs all scenes.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal real = Terminal.ofSystem();
        for (List<String> scene : SCENES) {
            var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Main.run(
                    scene.toArray(String[]::new),
                    new Terminal(
                            InputStream.nullInputStream(),
                            OutputStream.nullOutputStream(),
                            silent,
                            "",
                            real.width(),
                            real.environment(),
                            real.home()));
        }
    }
}
