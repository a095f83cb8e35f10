package org.govsocial.bags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.govsocial.bags.Flaw.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bags that we make, and what is done to them afterwards. */
class BagTest {
    private static final BagInfo INFO = BagInfo.NONE
            .with("Source-Organization", "Te Tari o ngā Tauira")
            .with("Bagging-Date", "2026-11-22")
            .with("External-Description", "Posts: all,\nand \"more\"");

    @TempDir
    Path folder;

    @Test
    void a_bag_that_was_just_made_is_whole() throws IOException {
        Bag.Made made = Bag.create(
                folder.resolve("a/bag"),
                INFO,
                List.of(Payload.text("posts.csv", "id,text\n"), Payload.text("media/tūī 1.jpg", "x")));

        Verification found = Bag.verify(made.bag());

        assertEquals(List.of(), found.flaws());
        assertTrue(found.isWhole());
        assertEquals(2, found.files());
        assertEquals(9, found.octets());
        assertEquals("9.2", found.info().first("payload-oxum").orElseThrow());
        assertEquals(
                "Te Tari o ngā Tauira",
                found.info().first("Source-Organization").orElseThrow());
        assertEquals(
                "Posts: all, and \"more\"",
                found.info().first("External-Description").orElseThrow());
    }

    @Test
    void its_files_are_those_of_the_standard_byte_for_byte() throws Exception {
        Path bag = folder.resolve("bag");
        Bag.Made made = Bag.create(bag, BagInfo.NONE, List.of(Payload.text("b", "two"), Payload.text("a", "one")));

        assertEquals(
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", Files.readString(bag.resolve("bagit.txt")));
        // sha256sum of "one" and "two"
        assertEquals(
                "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  data/a\n"
                        + "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  data/b\n",
                Files.readString(bag.resolve("manifest-sha256.txt")));
        assertEquals("Payload-Oxum: 6.2\n", Files.readString(bag.resolve("bag-info.txt")));
        assertEquals(
                List.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"),
                Files.readString(bag.resolve("tagmanifest-sha512.txt"))
                        .lines()
                        .map(l -> l.substring(130))
                        .toList());
        assertEquals(
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(Files.readAllBytes(bag.resolve("tagmanifest-sha256.txt")))),
                made.seal());
    }

    @Test
    void line_ends_and_percent_signs_in_names_are_encoded_and_read_back() throws IOException {
        Path bag = folder.resolve("bag");
        List<String> names = List.of("100%.txt", "a%0Ab.txt", "line\nend.txt", "return\r.txt", "%25", "plain");
        Bag.create(
                bag, BagInfo.NONE, names.stream().map(n -> Payload.text(n, n)).toList());

        String manifest = Files.readString(bag.resolve("manifest-sha256.txt"));
        for (String encoded : List.of("100%25.txt", "a%250Ab.txt", "line%0Aend.txt", "return%0D.txt", "%2525")) {
            assertTrue(manifest.contains("  data/" + encoded + "\n"), encoded + " in " + manifest);
        }
        assertEquals(names.size(), manifest.lines().count());
        assertEquals(List.of(), Bag.verify(bag).flaws());
    }

    @Test
    void a_folder_goes_in_with_all_its_files() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/deep/er"));
        Files.writeString(source.resolve("c.txt"), "c");
        Files.writeString(folder.resolve("source/a.txt"), "a");

        List<Payload> payloads = Payload.of("archive", folder.resolve("source"));

        assertEquals(
                List.of("archive/a.txt", "archive/deep/er/c.txt"),
                payloads.stream().map(Payload::path).toList());
        Path bag = folder.resolve("bag");
        Bag.create(bag, BagInfo.NONE, payloads);
        assertEquals("c", Files.readString(bag.resolve("data/archive/deep/er/c.txt")));
    }

    @Test
    void links_in_a_folder_are_refused_rather_than_left_out() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.createSymbolicLink(source.resolve("link"), folder);

        BagException e = assertThrows(BagException.class, () -> Payload.of("archive", source));

        assertTrue(e.getMessage().contains("link"), e.getMessage());
    }

    @Test
    void a_payload_that_cannot_be_read_to_its_end_leaves_nothing_behind() throws IOException {
        Path bag = folder.resolve("bag");
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(new byte[100_000]), new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] into, int at, int length) throws IOException {
                        throw new IOException("the disk is gone");
                    }
                });
        List<Payload> payloads = List.of(Payload.text("first", "1"), new Payload("second", () -> broken));

        IOException e = assertThrows(IOException.class, () -> Bag.create(bag, BagInfo.NONE, payloads));

        assertEquals("the disk is gone", e.getMessage());
        assertEquals(List.of(), names(folder));
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine.txt"), "mine");
        List<Payload> payloads = List.of(Payload.text("a", "a"));

        assertThrows(BagException.class, () -> Bag.create(taken, BagInfo.NONE, payloads));
        assertThrows(BagException.class, () -> Bag.create(taken.resolve("mine.txt"), BagInfo.NONE, payloads));

        assertEquals(List.of("mine.txt"), names(taken));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Bag.create(empty, BagInfo.NONE, payloads);
        assertTrue(Bag.verify(empty).isWhole());
    }

    @Test
    void no_payload_can_be_put_outside_of_the_bag() {
        for (String path : List.of(
                "",
                "/etc/passwd",
                "../x",
                "a/../../x",
                "a//b",
                "./a",
                "a/.",
                "~/x",
                "C:/x",
                "a/..\\..\\x",
                "\\\\server\\x",
                "a\0b")) {
            assertThrows(IllegalArgumentException.class, () -> Payload.text(path, "x"), path);
        }
        for (String path : List.of("a", "a/b", "..a", "a..", "a/...", "tēnā koe.txt", "a~")) {
            assertEquals(path, Payload.text(path, "x").path());
        }
    }

    @Test
    void two_payloads_of_one_name_are_refused_however_their_letters_are_encoded() {
        List<Payload> same = List.of(Payload.text("ma\u0304ori", "1"), Payload.text("m\u0101ori", "2"));

        assertThrows(BagException.class, () -> Bag.create(folder.resolve("bag"), BagInfo.NONE, same));
        assertThrows(BagException.class, () -> Bag.create(folder.resolve("bag"), BagInfo.NONE, List.of()));
    }

    @Test
    void every_change_to_a_bag_is_found_and_named() throws IOException {
        long seed = 20261122;
        var random = new Random(seed);
        for (int round = 0; round < 120; round++) {
            Path bag = folder.resolve("bag" + round);
            var payloads = new ArrayList<Payload>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                byte[] bytes = new byte[1 + random.nextInt(300)];
                random.nextBytes(bytes);
                payloads.add(new Payload(
                        (random.nextBoolean() ? "d%/" : "") + "f " + i, () -> new ByteArrayInputStream(bytes)));
            }
            Bag.create(bag, INFO, payloads);
            assertEquals(List.of(), Bag.verify(bag).flaws(), "round " + round + " of seed " + seed);

            List<Path> files;
            try (Stream<Path> all = Files.walk(bag)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            Path victim = files.get(random.nextInt(files.size()));
            String path = bag.relativize(victim).toString();
            // A tag manifest vouches for all others; of the two, each is still read, but nothing vouches for them.
            boolean voucher = path.startsWith("tagmanifest-");
            Kind expected;
            switch (voucher ? 2 : random.nextInt(3)) {
                case 0 -> {
                    byte[] bytes = Files.readAllBytes(victim);
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
                    Files.write(victim, bytes);
                    expected = Kind.CHANGED;
                }
                case 1 -> {
                    Files.delete(victim);
                    expected = Kind.MISSING;
                }
                default -> {
                    victim = victim.resolveSibling("added" + round);
                    path = bag.relativize(victim).toString();
                    Files.writeString(victim, "");
                    expected = Kind.EXTRA;
                }
            }
            Verification found = Bag.verify(bag);
            String wanted = path;
            assertFalse(found.isWhole());
            assertTrue(
                    found.flaws().stream().anyMatch(f -> f.path().equals(wanted) && f.kind() == expected),
                    "round " + round + " of seed " + seed + ": " + expected + " " + path + " not in " + found.flaws());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> held = Files.list(folder)) {
            return held.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
