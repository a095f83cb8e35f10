package org.govsocial.mishap.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that belong to entries, copied under the name of their hash, so that no name from outside becomes a path. */
final class Attachments {
    static final String FOLDER = "attachments";

    /** In the entry's fields. */
    static final String FILE = "file";

    static final String SHA256 = "sha256";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}(\\.[a-z0-9]{1,5})?");
    private static final Pattern EXTENSION = Pattern.compile("(?s).*(\\.[a-z0-9]{1,5})");

    private Attachments() {}

    static Draft copy(Path file, Path folder, Draft draft) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new LogException(file + " is not a file that can be attached. Nothing was recorded.");
        }
        Path attachments = folder.resolve(FOLDER);
        if (!Files.isDirectory(attachments)) {
            Files.createDirectories(attachments);
            Disk.forceNames(folder);
        }
        String name = String.valueOf(file.getFileName());
        Path arriving =
                attachments.resolve(".arriving-" + ProcessHandle.current().pid());
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            StateFile.write(arriving, channel -> StateFile.copy(new DigestInputStream(in, digest), channel));
        }
        Hash hash = Hash.of(digest.digest());
        var extension = EXTENSION.matcher(name.toLowerCase(Locale.ROOT));
        String stored = hash.hex() + (extension.matches() ? extension.group(1) : "");
        Files.move(arriving, attachments.resolve(stored), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        Disk.forceNames(attachments);
        return draft.with("name", name)
                .with(FILE, stored)
                .with("bytes", Long.toString(Files.size(attachments.resolve(stored))))
                .with(SHA256, hash.hex());
    }

    /** The stored copy that an entry speaks of; null when it speaks of none, or of something that is no stored copy. */
    static @Nullable Path of(Content content, Path folder) {
        String stored = content.fields().get(FILE);
        return stored == null || !NAME.matcher(stored).matches()
                ? null
                : folder.resolve(FOLDER).resolve(stored);
    }

    static Hash hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Hash.of(digest.digest());
    }
}
