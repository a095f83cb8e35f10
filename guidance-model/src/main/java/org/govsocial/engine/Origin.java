package org.govsocial.engine;

import java.nio.file.Path;

/** Where guidance comes from. */
public sealed interface Origin {
    /** The plug-ins on the application's own class path or module path. */
    record Application() implements Origin {}

    /**
     * Plug-in jars in a folder, each with a class loader of its own that sees the JDK, the plug-in contract and the jar.
     *
     * @param folder holds {@code *.jar}; a folder that does not exist holds none
     */
    record Jars(Path folder) implements Origin {}

    /**
     * Packs in a folder.
     *
     * @param folder holds {@code *.pack.json}; a folder that does not exist holds none
     */
    record Packs(Path folder) implements Origin {}

    /**
     * One pack.
     *
     * @param file the pack
     */
    record PackFile(Path file) implements Origin {}
}
