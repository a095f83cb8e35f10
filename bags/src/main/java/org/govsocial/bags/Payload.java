package org.govsocial.bags;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file that a bag is to hold.
 *
 * @param path where, below {@code data/}, with slashes
 * @param content what; opened once
 */
public record Payload(String path, Content content) {
    /**
     * Makes one.
     *
     * @throws IllegalArgumentException for a path that could leave the bag
     */
    public Payload {
        if (!SafePath.isSafe(path)) {
            throw new IllegalArgumentException("not a path within a bag: " + path);
        }
    }

    /** What a payload is read from. */
    @FunctionalInterface
    public interface Content {
        /**
         * Opens it.
         *
         * @return the bytes; the caller closes them
         * @throws IOException when it cannot be opened
         */
        InputStream open() throws IOException;
    }

    /**
     * A text.
     *
     * @param path where
     * @param text written as UTF-8
     * @return the payload
     */
    public static Payload text(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(path, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * A file, or all files of a folder, each under its path within the folder.
     *
     * @param path where: the file's own path, or that of the folder
     * @param source the file or folder; when it is a link itself, what it points at
     * @return in the order of their paths
     * @throws BagException when a folder holds a link or something that is not a file
     * @throws IOException when there is no such file or a folder cannot be listed
     */
    public static List<Payload> of(String path, Path source) throws IOException {
        Path root = source.toRealPath();
        if (!Files.isDirectory(root)) {
            return List.of(new Payload(path, () -> Files.newInputStream(root)));
        }
        var found = new ArrayList<Payload>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) {
                    throw new BagException(file + " is a link or a device, not a file."
                            + " Put the file that is meant in its place, or take it out.");
                }
                String within = path + "/" + SafePath.slashed(root.relativize(file));
                if (!SafePath.isSafe(within)) {
                    throw new BagException(file + " has a name that a bag cannot hold. Rename it.");
                }
                found.add(new Payload(within, () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(Payload::path));
        return found;
    }
}
