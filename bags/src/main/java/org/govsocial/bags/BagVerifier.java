package org.govsocial.bags;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.govsocial.bags.Flaw.Kind;

/** Verifies one bag. */
final class BagVerifier {
    private static final String DECLARATION = "bagit.txt";
    private static final String FETCH = "fetch.txt";
    private static final String INFO = "bag-info.txt";
    private static final Set<String> VERSIONS = Set.of("0.93", "0.94", "0.95", "0.96", "0.97", "1.0");

    private final Path root;
    private final List<Flaw> flaws = new ArrayList<>();

    /** Plain files, by their path in the bag. */
    private final Map<String, Path> files = new TreeMap<>();

    /** The same by their path with composed letters, since some systems store others than were written. */
    private final Map<String, String> composed = new HashMap<>();

    /** For each file that a manifest lists, the checksum by algorithm. */
    private final Map<String, Map<String, String>> expected = new TreeMap<>();

    private Charset encoding = StandardCharsets.UTF_8;
    private String version = "1.0";
    private long payloadFiles;
    private long payloadOctets;

    private BagVerifier(Path root) {
        this.root = root;
    }

    static Verification verify(Path bag) throws IOException {
        if (!Files.isDirectory(bag)) {
            throw new BagException("There is no folder " + bag + ".");
        }
        return new BagVerifier(bag.toRealPath()).verified();
    }

    private Verification verified() throws IOException {
        list();
        readDeclaration();
        BagInfo info = readInfo();
        var payloadManifests = manifests("manifest-");
        var tagManifests = manifests("tagmanifest-");
        readManifests(payloadManifests, true);
        readManifests(tagManifests, false);
        if (payloadManifests.isEmpty()) {
            add(Kind.MISSING, "manifest-sha512.txt", "There is no manifest, so nothing can be compared.");
        }
        if (!Files.isDirectory(root.resolve("data"), LinkOption.NOFOLLOW_LINKS)) {
            add(Kind.MISSING, "data/", "The folder of the payload is not there.");
        }
        if (tagManifests.isEmpty()) {
            add(Kind.REMARK, INFO, "There is no tag manifest: changes to the files beside data/ do not show.");
        }
        readFetch();
        compare();
        reportUnlisted(payloadManifests, !tagManifests.isEmpty());
        checkCount(info);
        flaws.sort(Comparator.comparing(Flaw::path).thenComparing(Flaw::kind));
        return new Verification(flaws, payloadFiles, payloadOctets, info);
    }

    private void list() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = SafePath.slashed(root.relativize(file));
                if (!attributes.isRegularFile()) {
                    add(Kind.UNSAFE, path, "It is a link or a device, not a file. It was not followed.");
                    return FileVisitResult.CONTINUE;
                }
                files.put(path, file);
                composed.put(Normalizer.normalize(path, Normalizer.Form.NFC), path);
                if (path.startsWith("data/")) {
                    payloadFiles++;
                    payloadOctets += attributes.size();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                add(Kind.UNKNOWN, SafePath.slashed(root.relativize(file)), "It cannot be read.");
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void readDeclaration() {
        if (!files.containsKey(DECLARATION)) {
            add(Kind.MISSING, DECLARATION, "Without it this is not a bag.");
            return;
        }
        List<String> lines = lines(DECLARATION).stream()
                .map(String::stripTrailing)
                .filter(l -> !l.isEmpty())
                .toList();
        String first = "BagIt-Version: ";
        String second = "Tag-File-Character-Encoding: ";
        if (lines.size() != 2
                || !lines.get(0).startsWith(first)
                || !lines.get(1).startsWith(second)) {
            add(
                    Kind.MALFORMED,
                    DECLARATION,
                    "It must have two lines: \"" + first + "1.0\" and \"" + second + "UTF-8\".");
            return;
        }
        version = lines.get(0).substring(first.length()).strip();
        if (!VERSIONS.contains(version)) {
            add(Kind.UNKNOWN, DECLARATION, "Version " + version + " is not known here.");
        }
        String name = lines.get(1).substring(second.length()).strip();
        try {
            encoding = Charset.forName(name);
        } catch (IllegalArgumentException e) {
            add(Kind.UNKNOWN, DECLARATION, "The encoding " + name + " is not known here.");
        }
    }

    private BagInfo readInfo() {
        if (!files.containsKey(INFO)) {
            return BagInfo.NONE;
        }
        try {
            return new BagInfo(TagText.facts(lines(INFO)));
        } catch (IOException e) {
            add(Kind.MALFORMED, INFO, message(e));
            return BagInfo.NONE;
        }
    }

    /** Algorithms by the names of the files that start so. */
    private Map<String, String> manifests(String start) {
        var found = new LinkedHashMap<String, String>();
        for (String path : files.keySet()) {
            if (path.startsWith(start) && path.endsWith(".txt") && path.indexOf('/') < 0) {
                found.put(
                        path, path.substring(start.length(), path.length() - 4).toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    private void readManifests(Map<String, String> manifests, boolean payload) {
        manifests.forEach((file, algorithm) -> {
            if (!Digests.knows(algorithm)) {
                add(Kind.UNKNOWN, file, "The checksum " + algorithm + " is not known here.");
                return;
            }
            var seen = new HashSet<String>();
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    readLine(file, i + 1, lines.get(i), algorithm, payload, seen);
                }
            }
        });
    }

    private void readLine(String file, int number, String line, String algorithm, boolean payload, Set<String> seen) {
        int blank = 0;
        while (blank < line.length() && line.charAt(blank) != ' ' && line.charAt(blank) != '\t') {
            blank++;
        }
        String sum = line.substring(0, blank).toLowerCase(Locale.ROOT);
        String written = line.substring(blank).stripLeading();
        if (written.isEmpty()
                || sum.length() != Digests.digits(algorithm)
                || !sum.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            add(Kind.MALFORMED, file, "Line " + number + " is not a " + algorithm + " checksum and a path.");
            return;
        }
        if (payload && written.startsWith("*data/")) {
            written = written.substring(1); // as sha256sum marks binary files
        }
        String path = found(written);
        if (!staysWithin(path)) {
            add(Kind.UNSAFE, path, file + ", line " + number + ", leads out of the bag. It was not followed.");
            return;
        }
        if (payload != path.startsWith("data/")) {
            add(
                    Kind.MALFORMED,
                    file,
                    "Line " + number + " lists " + path + ", which belongs in "
                            + (payload ? "the tag manifest." : "the payload manifest."));
            return;
        }
        if (!seen.add(path)) {
            add(Kind.DUPLICATE, path, file + " lists it twice; line " + number + " is the second.");
            return;
        }
        expected.computeIfAbsent(path, p -> new TreeMap<>()).put(algorithm, sum);
    }

    /**
     * The file that a written path means. Versions before 1.0, and several programs since, did not encode percent signs,
     * so a name that is there as it is written counts when the decoded one is not.
     */
    private String found(String written) {
        String decoded = ManifestPath.decoded(written);
        if (decoded.equals(written) || files.containsKey(decoded)) {
            return actual(decoded);
        }
        if (files.containsKey(written)) {
            if (version.equals("1.0")) {
                add(Kind.REMARK, written, "A manifest writes its percent sign plainly; BagIt 1.0 asks for %25.");
            }
            return written;
        }
        return actual(decoded);
    }

    private String actual(String path) {
        if (files.containsKey(path)) {
            return path;
        }
        String other = composed.get(Normalizer.normalize(path, Normalizer.Form.NFC));
        if (other == null) {
            return path;
        }
        add(Kind.REMARK, other, "Its name has the same letters as in the manifest, but encoded otherwise.");
        return other;
    }

    private boolean staysWithin(String path) {
        try {
            return SafePath.isSafe(path) && root.resolve(path).normalize().startsWith(root);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void readFetch() {
        if (!files.containsKey(FETCH)) {
            return;
        }
        for (String line : lines(FETCH)) {
            String[] parts = line.strip().split("[ \t]+", 3);
            if (parts.length < 3) {
                if (!line.isBlank()) {
                    add(Kind.MALFORMED, FETCH, "A line is not an address, a length and a path.");
                }
            } else if (!files.containsKey(found(parts[2]))) {
                add(
                        Kind.REMARK,
                        ManifestPath.decoded(parts[2]),
                        "It was left to be fetched from " + parts[0] + "; nothing is fetched here.");
            }
        }
    }

    private void compare() {
        expected.forEach((path, sums) -> {
            Path file = files.get(path);
            if (file == null) {
                add(Kind.MISSING, path, "A manifest lists it, and it is not there.");
                return;
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                Map<String, String> found = Digests.of(sums.keySet(), in, OutputStream.nullOutputStream())
                        .hexadecimal();
                if (!found.equals(sums)) {
                    List<String> differing = sums.keySet().stream()
                            .filter(a -> !Objects.equals(sums.get(a), found.get(a)))
                            .toList();
                    add(Kind.CHANGED, path, "Its checksum differs (" + String.join(", ", differing) + ").");
                }
            } catch (IOException e) {
                add(Kind.UNKNOWN, path, "It cannot be read.");
            }
        });
    }

    /** Every payload manifest must list every payload; tag files need to be listed only where there is a tag manifest. */
    private void reportUnlisted(Map<String, String> payloadManifests, boolean tagsListed) {
        for (String path : files.keySet()) {
            Map<String, String> sums = expected.getOrDefault(path, Map.of());
            if (!path.startsWith("data/")) {
                if (tagsListed && sums.isEmpty() && !path.startsWith("tagmanifest-")) {
                    add(Kind.EXTRA, path, "No tag manifest lists it.");
                }
            } else if (sums.isEmpty()) {
                if (!payloadManifests.isEmpty()) {
                    add(Kind.EXTRA, path, "No manifest lists it.");
                }
            } else {
                payloadManifests.forEach((file, algorithm) -> {
                    if (Digests.knows(algorithm) && !sums.containsKey(algorithm)) {
                        add(
                                version.equals("1.0") ? Kind.EXTRA : Kind.REMARK,
                                path,
                                file + " does not list it, another manifest does.");
                    }
                });
            }
        }
    }

    private void checkCount(BagInfo info) {
        List<String> stated = info.entries().stream()
                .filter(e -> e.label().equalsIgnoreCase(BagInfo.OXUM))
                .map(BagInfo.Entry::value)
                .toList();
        if (stated.size() > 1) {
            add(Kind.MALFORMED, INFO, BagInfo.OXUM + " stands in it more than once.");
        }
        String found = payloadOctets + "." + payloadFiles;
        Optional<String> wrong = stated.stream().filter(s -> !s.equals(found)).findFirst();
        wrong.ifPresent(
                s -> add(Kind.COUNT, INFO, BagInfo.OXUM + " is " + s + " (bytes.files), and " + found + " is there."));
    }

    private List<String> lines(String path) {
        try {
            return TagText.lines(
                    files.getOrDefault(path, root.resolve(path)),
                    path.equals(DECLARATION) ? StandardCharsets.UTF_8 : encoding);
        } catch (TagText.MalformedTagException e) {
            add(Kind.MALFORMED, path, message(e));
        } catch (IOException e) {
            add(Kind.UNKNOWN, path, "It cannot be read.");
        }
        return List.of();
    }

    private static String message(IOException e) {
        return String.valueOf(e.getMessage());
    }

    private void add(Kind kind, String path, String detail) {
        flaws.add(new Flaw(kind, path, detail));
    }
}
