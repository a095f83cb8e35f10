package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large archives, read by a Java of its own that has 64 MB of memory. */
class SmallMemoryTest {
    private static final int ENTRIES = 10_000;
    private static final int POSTS_IN_EACH = 60;

    @TempDir
    Path folder;

    /** Reads the archive that is named, keeps nothing, and says what became of its entries. */
    static final class Reader implements PostSink {
        private long posts;
        private long chars;
        private long skipped;
        private long problems;

        public static void main(String[] args) throws IOException {
            var sink = new Reader();
            try {
                ZippedArchive.Tally tally =
                        ZippedArchive.account(Inputs.file(Path.of(args[0]), "a.zip"), ReadOptions.DEFAULTS, sink);
                System.out.println(tally.read() + " read, " + tally.skipped() + " skipped, " + tally.failed()
                        + " failed, " + sink.posts + " posts, " + sink.skipped + " reasons, " + sink.problems
                        + " problems, " + sink.chars / 1_000_000 + " million characters");
            } catch (InputException e) {
                System.out.println("refused: " + e.problem().what());
            }
        }

        @Override
        public void post(Post post, Location where) {
            posts++;
            chars += post.text().length();
        }

        @Override
        public void skipped(Location where, String reason) {
            skipped++;
        }

        @Override
        public void unreadable(Problem problem) {
            problems++;
        }
    }

    @Test
    void ten_thousand_entries_with_more_text_than_memory_are_each_accounted_for() throws Exception {
        Path zip = folder.resolve("a.zip");
        var random = new Random(11);
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            for (int i = 0; i < ENTRIES; i++) {
                boolean readable = i % 2 == 0;
                out.putNextEntry(new ZipEntry(
                        readable ? "data/tweets-part" + i + ".js" : "../".repeat(i % 5) + "C:\\" + i + "/\u202Ea.jpg"));
                out.write(readable ? tweets(i, random) : new byte[] {1});
                out.closeEntry();
            }
        }
        int half = ENTRIES / 2;
        int posts = half * POSTS_IN_EACH;
        assertEquals(
                half + " read, " + half + " skipped, 0 failed, " + posts + " posts, " + half + " reasons, 0 problems, "
                        + posts * 280L / 1_000_000 + " million characters",
                read(zip));
    }

    @Test
    void a_bomb_is_refused() throws Exception {
        Path zip = folder.resolve("a.zip");
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            var zeros = new byte[1 << 20];
            out.putNextEntry(new ZipEntry("tweets.js"));
            for (int i = 0; i < 256; i++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        String said = read(zip);
        assertTrue(said.startsWith("refused: ") && said.contains("times its size"), said);
    }

    /** Posts of 280 random letters, so that the archive is no bomb. */
    private static byte[] tweets(int part, Random random) {
        var text = new StringBuilder("window.YTD.tweets.part" + part + " = [");
        for (int i = 0; i < POSTS_IN_EACH; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"tweet\":{\"id_str\":\"")
                    .append(part)
                    .append(i);
            text.append("\",\"full_text\":\"");
            for (int letter = 0; letter < 280; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append("\"}}");
        }
        return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the reader says, which must be done within a minute and write nothing. */
    private String read(Path zip) throws Exception {
        var paths = new ArrayList<String>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            String path = System.getProperty(property, "");
            if (!path.isEmpty()) {
                paths.add(path);
            }
        }
        paths.add(Path.of("target", "classes").toAbsolutePath().toString());
        paths.add(Path.of("target", "test-classes").toAbsolutePath().toString());
        Path said = folder.resolve("said.txt");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        String.join(File.pathSeparator, paths),
                        Reader.class.getName(),
                        zip.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertTrue(reader.waitFor(60, TimeUnit.SECONDS), "it hangs");
        } finally {
            reader.destroyForcibly();
        }
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "files that nobody asked for");
        }
        String words = Files.readString(said).strip();
        System.out.println("64 MB: " + words);
        return words;
    }
}
