package org.govsocial.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.govsocial.model.Problem;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.jspecify.annotations.Nullable;

/** Turns what a person names on a command line into inputs for readers. Thread-safe. */
public final class Inputs {
    /** Either makes a folder one draft. */
    private static final List<String> DRAFT_NAMES = List.of("post.txt", "post.md");

    private static final int HEAD = 4096;

    private Inputs() {}

    /**
     * A file or a folder. Whether it exists shows when it is read; a pipe can be opened once.
     *
     * @param path where it is
     * @param name as the person wrote it
     * @return the input
     */
    public static Input file(Path path, String name) {
        String shown = name.replace('\\', '/');
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)
                ? new OnceInput(shown, path, null)
                : new FileInput(shown, path);
    }

    /**
     * The files beside an input: in the folder of a file, in a folder itself, in the working folder for standard input.
     * Links are followed as long as they stay inside.
     *
     * @param posts what was read
     * @return finds them; nothing for an input that is neither on disk nor standard input
     */
    public static Attachments beside(Input posts) {
        Path path = posts.path();
        if (path == null) {
            return posts.name().equals("-") ? new Folder(Path.of(""), "") : Attachments.NONE;
        }
        if (posts.isFolder()) {
            return new Folder(path, posts.name().equals(".") ? "" : posts.name() + "/");
        }
        Path parent = path.getParent();
        String name = posts.name();
        return new Folder(parent == null ? Path.of("") : parent, name.substring(0, name.lastIndexOf('/') + 1));
    }

    /**
     * Standard input, named {@code "-"}.
     *
     * @param in the stream, read only when asked
     * @return an input that can be opened once
     */
    public static Input standardInput(InputStream in) {
        return new OnceInput("-", null, in);
    }

    /**
     * Whether a folder is one draft: it holds {@code post.txt} or {@code post.md}.
     *
     * @param folder a folder
     * @return whether it is
     */
    public static boolean isDraft(Path folder) {
        return DRAFT_NAMES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /**
     * Everything in a folder and the folders below it, in the order of names. A folder that is one draft is one input and
     * its files are not listed again. Hidden files and folders (a leading dot) are left out; links to folders are not
     * followed. What cannot be listed is an input that fails when read.
     *
     * @param folder where to look
     * @param name the folder as the person wrote it, the start of every input's name; {@code "."} adds nothing
     * @return the inputs; the folder alone when it is one draft itself
     * @throws IOException when the folder cannot be listed
     */
    public static List<Input> within(Path folder, String name) throws IOException {
        String shown = name.replace('\\', '/');
        String prefix = shown.equals(".") ? "" : shown.endsWith("/") ? shown : shown + "/";
        var found = new ArrayList<Input>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                if (!inner.equals(folder) && isHidden(inner)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (isDraft(inner)) {
                    found.add(file(inner, inner.equals(folder) ? shown : prefix + relative(inner)));
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file) && !Files.isDirectory(file)) {
                    found.add(file(file, prefix + relative(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                found.add(file(file, prefix + relative(file)));
                return FileVisitResult.CONTINUE;
            }

            private String relative(Path inner) {
                return folder.relativize(inner).toString().replace('\\', '/');
            }
        });
        found.sort(Comparator.comparing(Input::name));
        return List.copyOf(found);
    }

    /**
     * Why an input could not be read from the disk, in words for its owner.
     *
     * @param name the input as the person wrote it
     * @param cause the failure
     * @return where, what, and what to do next
     */
    public static Problem unreadable(String name, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new Problem(name, "There is no such file or folder.", "Check the spelling and the folder.");
        }
        if (cause instanceof AccessDeniedException) {
            return new Problem(name, "You may not read this.", "Ask its owner for access, or copy it.");
        }
        String reason = cause.getMessage();
        return new Problem(
                name,
                "This could not be read" + (reason == null ? "." : ": " + reason + "."),
                "Check the disk or the connection and try again.");
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private record Folder(Path folder, String prefix) implements Attachments {
        @Override
        public @Nullable Input find(String name) throws InputException {
            try {
                Path inside = Path.of(name);
                Path file = folder.resolve(inside);
                if (inside.isAbsolute() || !Files.isRegularFile(file)) {
                    return null;
                }
                if (!file.toRealPath().startsWith(folder.toAbsolutePath().toRealPath())) {
                    throw new InputException(
                            prefix + name,
                            "This file is not in the folder of the posts, so it was not opened.",
                            "Put the file itself into that folder.");
                }
                return Inputs.file(file, prefix + name);
            } catch (InvalidPathException e) {
                return null;
            } catch (IOException e) {
                throw new InputException(unreadable(prefix + name, e));
            }
        }
    }

    private record FileInput(String name, Path path) implements Input {
        @Override
        public boolean isFolder() {
            return Files.isDirectory(path);
        }

        @Override
        public byte[] head() throws IOException {
            if (isFolder()) {
                return new byte[0];
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(HEAD);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** Standard input or a pipe: its first bytes are kept, the rest flows. */
    private static final class OnceInput implements Input {
        private final String name;
        private final @Nullable Path pipe;
        private @Nullable InputStream in;
        private byte @Nullable [] head;
        private boolean opened;

        OnceInput(String name, @Nullable Path pipe, @Nullable InputStream in) {
            this.name = name;
            this.pipe = pipe;
            this.in = in;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public @Nullable Path path() {
            return null;
        }

        @Override
        public boolean isFolder() {
            return false;
        }

        @Override
        public synchronized byte[] head() throws IOException {
            byte[] known = head;
            if (known == null) {
                known = stream().readNBytes(HEAD);
                head = known;
            }
            return known.clone();
        }

        @Override
        public synchronized InputStream open() throws IOException {
            if (opened) {
                throw new IOException("it was read already, and it can be read only once");
            }
            InputStream rest = stream();
            byte[] first = head();
            opened = true;
            return first.length < HEAD
                    ? new ByteArrayInputStream(first) {
                        @Override
                        public void close() throws IOException {
                            rest.close();
                        }
                    }
                    : new SequenceInputStream(new ByteArrayInputStream(first), rest);
        }

        private InputStream stream() throws IOException {
            InputStream open = in;
            if (open == null) {
                open = Files.newInputStream(Objects.requireNonNull(pipe));
                in = open;
            }
            return open;
        }
    }
}
