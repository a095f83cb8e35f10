package org.govsocial.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Runs once what people run often, with no output, while Java notes the classes that are used: the launcher keeps them
 * in an archive, from which later runs load them faster.
 */
final class Rehearsal {
    private static final List<List<String>> SCENES = List.of(
            List.of("check", "--platform", "x", "--text", "Kia ora! #stateofemergency updates https://www.govt.nz"),
            List.of("guidance", "search", "maori"),
            List.of("guidance", "show", "LEG-07"));

    private Rehearsal() {}

    /**
     * Runs all scenes.
     *
     * @param args none
     */
    public static void main(String[] args) {
        for (List<String> scene : SCENES) {
            Main.run(
                    scene.toArray(String[]::new),
                    InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream());
        }
    }
}
