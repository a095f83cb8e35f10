package org.govsocial.archives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.govsocial.model.Post;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostSink;
import org.jspecify.annotations.Nullable;

/**
 * The media of a zipped archive. Each file is taken out into memory by itself, when it is asked for; nothing is unpacked to
 * the disk.
 */
record ZipAttachments(String archive, Path path, String folder) implements Attachments {
    /** A picture or a short video; more is not looked at. */
    private static final int MOST_BYTES = 50_000_000;

    private static final int HEAD = 4096;

    @Override
    public @Nullable Input find(String name) throws InputException {
        try (var zip = new ZipFile(path.toFile())) {
            ZipEntry entry = entry(zip, name);
            if (entry == null || entry.isDirectory()) {
                return null;
            }
            String shown = archive + "!/" + ZipEntryInput.shown(entry.getName());
            if (entry.getSize() > MOST_BYTES) {
                throw new InputException(
                        shown,
                        "This file is larger than " + MOST_BYTES / 1_000_000 + " MB, so it was not looked at.",
                        "Unpack the archive, and check the folder.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new Unpacked(shown, in.readNBytes(MOST_BYTES));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(
                    shown(name),
                    "This part of the archive is damaged, so it was not looked at.",
                    "Download the archive again.");
        }
    }

    /** Names count from the folder of the posts; those of some downloads count from a folder above it. */
    private @Nullable ZipEntry entry(ZipFile zip, String name) {
        for (String above = folder; ; above = above.substring(0, above.lastIndexOf('/', above.length() - 2) + 1)) {
            ZipEntry entry = zip.getEntry(above + name);
            if (entry != null || above.isEmpty()) {
                return entry;
            }
        }
    }

    private String shown(String name) {
        return archive + "!/" + ZipEntryInput.shown(folder + name);
    }

    /** Passes posts on with the archive's media. */
    PostSink behind(PostSink out) {
        return new OnwardSink(out) {
            @Override
            public void post(Post post, Location where) {
                out.post(post, where, ZipAttachments.this);
            }
        };
    }

    private record Unpacked(String name, byte[] bytes) implements Input {
        @Override
        public @Nullable Path path() {
            return null;
        }

        @Override
        public boolean isFolder() {
            return false;
        }

        @Override
        public byte[] head() {
            return Arrays.copyOf(bytes, Math.min(HEAD, bytes.length));
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unpacked file && name.equals(file.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
