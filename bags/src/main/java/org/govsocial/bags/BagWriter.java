package org.govsocial.bags;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes one bag. */
final class BagWriter {
    private final Path folder;

    /** By algorithm, the checksums by path. */
    private final Map<String, Map<String, String>> sums = new TreeMap<>();

    private BagWriter(Path folder) {
        this.folder = folder;
    }

    static Bag.Made write(Path bag, BagInfo info, List<Payload> payloads) throws IOException {
        Path target = bag.toAbsolutePath().normalize();
        checkFree(target);
        checkNames(payloads);
        Path parent = Objects.requireNonNullElse(target.getParent(), target);
        Files.createDirectories(parent);
        Path temporary =
                Files.createDirectory(parent.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp"));
        try {
            Bag.Made made = new BagWriter(temporary).fill(target, info, payloads);
            Files.deleteIfExists(target); // an empty folder
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
            return made;
        } catch (IOException | RuntimeException e) {
            remove(temporary, e);
            throw e;
        }
    }

    static void checkFree(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new BagException(target + " is a file. Choose a new folder.");
        }
        try (Stream<Path> held = Files.list(target)) {
            if (held.findAny().isPresent()) {
                throw new BagException(target + " is not empty. A bag gets a folder of its own: choose a new one.");
            }
        }
    }

    /** Names that some computers cannot keep apart would lose a file there. */
    private static void checkNames(List<Payload> payloads) throws BagException {
        if (payloads.isEmpty()) {
            throw new BagException("There is nothing to put into the bag.");
        }
        var seen = new HashMap<String, String>();
        for (Payload payload : payloads) {
            String other = seen.put(Normalizer.normalize(payload.path(), Normalizer.Form.NFC), payload.path());
            if (other != null) {
                throw new BagException("Two files would have the name " + payload.path() + ". Rename one of them.");
            }
        }
    }

    private Bag.Made fill(Path target, BagInfo info, List<Payload> payloads) throws IOException {
        long octets = 0;
        for (Payload payload : payloads) {
            try (InputStream in = payload.content().open()) {
                octets += add("data/" + payload.path(), in);
            }
        }
        Map<String, String> manifests = manifests("manifest-");
        sums.clear();
        add("bagit.txt", stream("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        add("bag-info.txt", stream(facts(info, octets, payloads.size())));
        for (var manifest : manifests.entrySet()) {
            add(manifest.getKey(), stream(manifest.getValue()));
        }
        for (var manifest : manifests("tagmanifest-").entrySet()) {
            add(manifest.getKey(), stream(manifest.getValue()));
        }
        String seal = Objects.requireNonNull(sum("sha256", "tagmanifest-sha256.txt"));
        try (Stream<Path> made = Files.walk(folder)) {
            for (Path one : (Iterable<Path>) made.filter(Files::isDirectory)::iterator) {
                force(one);
            }
        }
        return new Bag.Made(target, payloads.size(), octets, seal);
    }

    private static String facts(BagInfo info, long octets, int files) {
        var facts = new StringBuilder();
        for (BagInfo.Entry entry : info.entries()) {
            if (!entry.label().equalsIgnoreCase(BagInfo.OXUM)) {
                facts.append(entry.label()).append(": ").append(entry.value()).append('\n');
            }
        }
        return facts.append(BagInfo.OXUM + ": ")
                .append(octets)
                .append('.')
                .append(files)
                .append('\n')
                .toString();
    }

    private long add(String path, InputStream in) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            Digests digests = Digests.of(Digests.OURS, in, out);
            channel.force(true);
            note(path, digests);
            return digests.octets();
        }
    }

    private void note(String path, Digests digests) {
        digests.hexadecimal()
                .forEach((algorithm, sum) ->
                        sums.computeIfAbsent(algorithm, a -> new TreeMap<>()).put(path, sum));
    }

    private String sum(String algorithm, String path) {
        return Objects.requireNonNull(
                Objects.requireNonNull(sums.get(algorithm)).get(path));
    }

    /** The texts of the manifests of all that was added, by file name. */
    private Map<String, String> manifests(String kind) {
        var manifests = new TreeMap<String, String>();
        sums.forEach((algorithm, byPath) -> {
            var lines = new StringBuilder();
            byPath.forEach((path, sum) -> lines.append(sum)
                    .append("  ")
                    .append(ManifestPath.encoded(path))
                    .append('\n'));
            manifests.put(kind + algorithm + ".txt", lines.toString());
        });
        return manifests;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes new names in a folder last. Windows cannot open a folder, and needs not to. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static void remove(Path folder, Exception because) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(one);
            }
        } catch (IOException | UncheckedIOException e) {
            because.addSuppressed(e);
        }
    }
}
