package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Account;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZippedArchiveTest {
    private static final byte[] TWEETS =
            "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"Kia ora\"}}]\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final int CENTRAL = 0x02014b50;

    private final ZippedArchive reader = new ZippedArchive();

    @TempDir
    Path folder;

    @Test
    void every_entry_is_accounted_for() throws Exception {
        byte[] zip = zip(
                "data/",
                new byte[0],
                "data/account.js",
                "window.YTD.account.part0 = [{\"account\":{\"username\":\"agency\"}}]".getBytes(StandardCharsets.UTF_8),
                "data/tweets.js",
                TWEETS,
                "data/tweets-part1.js",
                "window.YTD.tweets.part1 = [oops".getBytes(StandardCharsets.UTF_8),
                "data/tweets_media/a.jpg",
                new byte[] {1, 2, 3},
                "Your archive.html",
                "<html>".getBytes(StandardCharsets.UTF_8));
        var out = new Reading();
        ZippedArchive.Tally tally = ZippedArchive.account(file(zip), ReadOptions.DEFAULTS, out);
        assertEquals(new ZippedArchive.Tally(1, 4, 1), tally);
        assertEquals("Kia ora", out.only().text());
        assertEquals(Account.of("agency"), out.only().account());
        assertEquals("a.zip!/data/tweets.js#/0", out.places.get(0).toString());
        assertEquals(
                List.of(
                        "a.zip!/data/ folders in archives",
                        "a.zip!/data/account.js files in archives that hold no posts",
                        "a.zip!/data/tweets_media/a.jpg pictures and other media in archives",
                        "a.zip!/Your archive.html files in archives that hold no posts"),
                out.skipped);
        assertTrue(out.problems.get(0).where().startsWith("a.zip!/data/tweets-part1.js"), out.problems.toString());
    }

    @Test
    void a_mastodon_archive_is_read_in_place() throws Exception {
        try (InputStream in = Reading.resource("outbox.json").open()) {
            Input input = file(zip("actor.json", new byte[] {'{'}, "outbox.json", in.readAllBytes()));
            assertTrue(reader.recognises(input) > 50);
            assertEquals(4, Reading.of(reader, input).posts.size());
        }
    }

    @Test
    void a_zip_of_something_else_is_refused() throws Exception {
        InputException e =
                assertThrows(InputException.class, () -> Reading.of(reader, file(zip("a.txt", new byte[] {'a'}))));
        assertTrue(e.problem().what().contains("outbox.json"), e.getMessage());
        assertThrows(InputException.class, () -> Reading.of(reader, Reading.input("-", zip("tweets.js", TWEETS))));
        assertThrows(InputException.class, () -> Reading.of(reader, file(new byte[0])));
    }

    @Test
    void a_zip_cut_short_is_refused_wherever_it_was_cut() throws Exception {
        byte[] zip = zip("tweets.js", TWEETS, "b.jpg", new byte[100]);
        for (int length = 0; length < zip.length; length++) {
            byte[] part = Arrays.copyOf(zip, length);
            InputException e = assertThrows(InputException.class, () -> Reading.of(reader, file(part)));
            HostileInputTest.assertClear(e.problem(), "cut");
        }
    }

    @Test
    void a_bomb_is_refused_before_it_is_opened() throws Exception {
        byte[] zeros = zip("tweets.js", new byte[20_000_000]);
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, file(zeros)));
        assertTrue(e.problem().what().contains("times its size"), e.getMessage());
        byte[] vast = zip("tweets.js", TWEETS);
        ByteBuffer bytes = ByteBuffer.wrap(vast).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(central(vast, 0) + 24, 0x7FFFFFFF);
        assertThrows(InputException.class, () -> Reading.of(reader, file(vast)));
    }

    @Test
    void an_entry_that_unpacks_to_more_than_it_says_is_damaged() throws Exception {
        byte[] content = ("window.YTD.tweets.part0 = [{\"tweet\":{\"full_text\":\"a\"}}" + " ".repeat(9_000_000) + "]")
                .getBytes(StandardCharsets.UTF_8);
        for (int said : new int[] {60, 9_000_000, content.length + 1}) {
            byte[] zip = zip("tweets.js", content);
            ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(central(zip, 0) + 24, said);
            var out = new Reading();
            assertEquals(
                    new ZippedArchive.Tally(0, 0, 1),
                    ZippedArchive.account(file(zip), ReadOptions.DEFAULTS, out),
                    "" + said);
            assertTrue(out.problems.get(0).what().contains("damaged"), out.problems.toString());
        }
    }

    @Test
    void a_wrong_checksum_is_told() throws Exception {
        byte[] zip = zip("tweets.js", TWEETS);
        zip[central(zip, 0) + 16] ^= 1;
        var out = new Reading();
        assertEquals(new ZippedArchive.Tally(0, 0, 1), ZippedArchive.account(file(zip), ReadOptions.DEFAULTS, out));
        assertEquals(1, out.problems.size());
    }

    @Test
    void a_name_that_is_listed_twice_is_refused() throws Exception {
        byte[] zip = zip("tweets.js", TWEETS, "tweets.jS", TWEETS);
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("tweets.jS", "tweets.js");
        var out = new Reading();
        assertEquals(
                new ZippedArchive.Tally(0, 0, 2),
                ZippedArchive.account(file(text.getBytes(StandardCharsets.ISO_8859_1)), ReadOptions.DEFAULTS, out));
        assertEquals(List.of(), out.posts);
    }

    @Test
    void entries_that_share_their_bytes_are_refused() throws Exception {
        var random = new byte[20_000];
        new Random(3).nextBytes(random);
        byte[] zip = zip("tweets.js", random, "b.jpg", random, "c.jpg", random);
        // All three now point at the first, and the bytes of the others are taken away.
        int first = central(zip, 0);
        ByteBuffer view = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int secondLocal = view.getInt(central(zip, 1) + 42);
        view.putInt(central(zip, 1) + 42, 0).putInt(central(zip, 2) + 42, 0);
        byte[] small = new byte[secondLocal + zip.length - first];
        System.arraycopy(zip, 0, small, 0, secondLocal);
        System.arraycopy(zip, first, small, secondLocal, zip.length - first);
        ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN).putInt(small.length - 6, secondLocal);
        try (var check = new ZipFile(save(small).toFile())) {
            assertEquals(3, check.size());
        }
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, file(small)));
        assertTrue(e.problem().what().contains("overlap"), e.getMessage());
    }

    @Test
    void hostile_names_are_only_shown() throws Exception {
        var out = new Reading();
        byte[] zip = zip(
                "../../tweets.js",
                TWEETS,
                "/etc/outbox.json",
                new byte[] {'{'},
                "C:\\tweets.js",
                TWEETS,
                "a\u202Egpj.exe\n\u0007",
                new byte[1],
                "x".repeat(5_000),
                new byte[1]);
        ZippedArchive.Tally tally = ZippedArchive.account(file(zip), ReadOptions.DEFAULTS, out);
        assertEquals(5, tally.read() + tally.skipped() + tally.failed());
        assertTrue(out.skipped.stream().allMatch(line -> line.length() < 400), out.skipped.toString());
        assertTrue(
                out.skipped.stream().noneMatch(line -> line.contains("\u202E") || line.contains("\n")),
                out.skipped.toString());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void an_archive_inside_an_archive_is_not_opened() throws Exception {
        byte[] inner = zip("tweets.js", new byte[20_000_000]);
        var out = new Reading();
        assertEquals(
                new ZippedArchive.Tally(1, 2, 0),
                ZippedArchive.account(
                        file(zip("tweets.js", TWEETS, "inner.zip", inner, "data/inner.zip", inner)),
                        ReadOptions.DEFAULTS,
                        out));
        assertEquals(1, out.posts.size());
    }

    @Test
    void more_files_than_a_classic_zip_can_list_are_each_accounted_for() throws Exception {
        int files = 65_536;
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (int i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry(i == 0 ? "tweets.js" : i + ".jpg"));
                zip.write(i == 0 ? TWEETS : new byte[0]);
                zip.closeEntry();
            }
        }
        assertEquals(
                new ZippedArchive.Tally(1, files - 1, 0),
                ZippedArchive.account(file(bytes.toByteArray()), ReadOptions.DEFAULTS, new Reading()));
    }

    @Test
    void names_of_every_hostile_kind_stay_words() throws Exception {
        long seed = 9;
        var random = new Random(seed);
        String[] parts = {
            "..",
            ".",
            "",
            "/",
            "\\",
            "C:",
            "CON",
            "nul.txt",
            "~",
            "\u202E",
            "\n",
            "%2e%2e",
            "a".repeat(200),
            "\u0000",
            "é",
            ":"
        };
        for (int round = 0; round < 1_000; round++) {
            var name = new StringBuilder();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                name.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? "/" : "");
            }
            String hostile = name.append("x/tweets.js").toString();
            String why = "seed " + seed + " round " + round;
            var out = new Reading();
            ZippedArchive.Tally tally =
                    ZippedArchive.account(file(zip(hostile, TWEETS, "tweets.js", TWEETS)), ReadOptions.DEFAULTS, out);
            assertEquals(2, tally.read() + tally.skipped() + tally.failed(), why);
            try (var files = Files.list(folder)) {
                assertEquals(1, files.count(), why);
            }
        }
        try (var files = Files.list(folder.toAbsolutePath().getParent())) {
            assertTrue(files.noneMatch(file -> file.endsWith("tweets.js")), "nothing beside the folder");
        }
    }

    @Test
    void mutated_archives_never_hang_and_every_entry_is_accounted_for() throws Exception {
        byte[] outbox;
        try (InputStream in = Reading.resource("outbox.json").open()) {
            outbox = in.readAllBytes();
        }
        byte[] zip = zip("data/tweets.js", TWEETS, "outbox.json", outbox, "a.jpg", new byte[50], "b/", new byte[0]);
        long seed = 5;
        var random = new Random(seed);
        var opened = new int[2];
        int rounds = Boolean.getBoolean("govsocial.release") ? 10_000 : 1_000;
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = zip.clone();
            for (int i = random.nextInt(5); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            String why = "seed " + seed + " round " + round;
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> {
                        Input input = file(bytes);
                        var out = new Reading();
                        try {
                            ZippedArchive.Tally tally = ZippedArchive.account(input, ReadOptions.DEFAULTS, out);
                            try (var check = new ZipFile(String.valueOf(input.path()))) {
                                assertEquals(check.size(), tally.read() + tally.skipped() + tally.failed(), why);
                            }
                            out.problems.forEach(problem -> HostileInputTest.assertClear(problem, why));
                            opened[0]++;
                        } catch (InputException e) {
                            HostileInputTest.assertClear(e.problem(), why);
                            opened[1]++;
                        } catch (IOException | RuntimeException e) {
                            fail(why, e);
                        }
                    },
                    why);
        }
        assertTrue(opened[0] > 100 && opened[1] > 10, Arrays.toString(opened));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "files that nobody asked for");
        }
        System.out.println(rounds + " mutated archives: " + opened[0] + " read with every entry accounted for, "
                + opened[1] + " refused");
    }

    private Input file(byte[] bytes) throws IOException {
        return Inputs.file(save(bytes), "a.zip");
    }

    private Path save(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.zip"), bytes);
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** Where the n-th entry of the central directory starts. */
    private static int central(byte[] zip, int n) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.getInt(zip.length - 6);
        for (int i = 0; i < n; i++) {
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        assertEquals(CENTRAL, bytes.getInt(at));
        return at;
    }
}
