package org.govsocial.planning.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagException;
import org.govsocial.bags.Verification;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneId.of("Pacific/Auckland"));
    private static final Backup.Facts FACTS = new Backup.Facts("Te Puna", "Aroha", "Posts of a week", "govsocial 1");

    private final Backup backup = new Backup(Guidance.load(List.of(new Origin.Application())), CLOCK);

    @TempDir
    Path folder;

    @Test
    void a_bag_holds_the_archive_as_it_is_and_a_transcript_of_it() throws IOException {
        String posts = """
                {"id":"1","platform":"facebook","time":"2026-11-20T09:00:00+13:00","author":"tepuna","text":"Kia ora!\\nNau mai.","media":[{"kind":"image","file":"a.jpg","alt":"A tūī"}]}
                {"id":"2","platform":"x","time":"2026-07-01T00:00:00Z","text":"Second","media":[{"kind":"image"}]}
                """;
        Path archive = Files.writeString(folder.resolve("posts.jsonl"), posts);
        Path bag = folder.resolve("bag");

        Backup.Made made = backup.create(List.of(archive), bag, FACTS);

        assertEquals(2, made.reading().posts());
        assertEquals(posts, Files.readString(bag.resolve("data/archive/posts.jsonl")));
        String transcript = Files.readString(bag.resolve("data/transcript.txt"));
        assertTrue(transcript.startsWith("""
                        === 1
                        Time:    2026-11-20T09:00:00+13:00
                        Account: @tepuna
                        Kind:    own post, facebook
                        Id:      1
                        From:    archive/posts.jsonl:1

                            Kia ora!
                            Nau mai.

                            [Medium 1: a.jpg]
                            Text alternative: A tūī
                        """), transcript);
        assertTrue(transcript.contains("2026-07-01T12:00:00+12:00"), transcript);
        assertTrue(transcript.contains("No text alternative."), transcript);
        Verification found = Bag.verify(bag);
        assertEquals(List.of(), found.flaws());
        assertEquals("2026-11-22", found.info().first("Bagging-Date").orElseThrow());
        assertEquals("2026-07-01", found.info().first("First-Post").orElseThrow());
        assertEquals("2026-11-20", found.info().first("Last-Post").orElseThrow());
        assertEquals("Te Puna", found.info().first("Source-Organization").orElseThrow());
    }

    @Test
    void what_no_reader_knows_is_backed_up_all_the_same_and_said() throws IOException {
        Path archive = Files.write(folder.resolve("photo.bin"), new byte[] {0, 1, 2, (byte) 0xff});
        Path bag = folder.resolve("bag");

        Backup.Made made = backup.create(List.of(archive), bag, FACTS);

        assertEquals(1, made.reading().refused().size());
        assertEquals(0, made.reading().posts());
        assertEquals(1, made.bag().files());
        assertTrue(Bag.verify(bag).isWhole());
    }

    @Test
    void a_folder_goes_in_whole_with_files_that_are_no_posts() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("week/media"));
        Files.write(archive.resolve("a.jpg"), new byte[] {1});
        Files.writeString(folder.resolve("week/.hidden"), "kept");
        Files.writeString(folder.resolve("week/posts.jsonl"), "{\"id\":\"1\",\"text\":\"One\"}\n{broken\n");

        Backup.Made made = backup.create(List.of(folder.resolve("week")), folder.resolve("bag"), FACTS);

        assertEquals(4, made.bag().files());
        assertEquals(1, made.reading().posts());
        assertEquals(1, made.reading().incomplete().size());
        assertTrue(Files.exists(folder.resolve("bag/data/archive/week/.hidden")));
    }

    @Test
    void a_bag_that_is_there_already_is_not_touched_and_nothing_is_left_over() throws IOException {
        Path archive = Files.writeString(folder.resolve("posts.jsonl"), "{\"id\":\"1\",\"text\":\"One\"}\n");
        Path bag = folder.resolve("bag");
        backup.create(List.of(archive), bag, FACTS);
        byte[] before = Files.readAllBytes(bag.resolve("tagmanifest-sha256.txt"));

        assertThrows(BagException.class, () -> backup.create(List.of(archive), bag, FACTS));

        assertEquals(0, java.util.Arrays.compare(before, Files.readAllBytes(bag.resolve("tagmanifest-sha256.txt"))));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }
}
