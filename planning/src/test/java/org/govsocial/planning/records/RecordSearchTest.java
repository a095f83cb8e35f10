package org.govsocial.planning.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagException;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Origin;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.Input;
import org.govsocial.spi.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSearchTest {
    private static final Guidance GUIDANCE = Guidance.load(List.of(new Origin.Application()));
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneId.of("Pacific/Auckland"));

    @TempDir
    Path folder;

    private final List<RecordSearch.Found> found = new ArrayList<>();

    @BeforeEach
    void records() throws IOException {
        Files.createDirectories(folder.resolve("ws/incidents/one"));
        write("ws/posts.jsonl", """
                {"id":"1","platform":"x","time":"2026-07-31T12:30:00Z","author":"tepuna","text":"The POOL opens in Ōtaki","media":[{"kind":"image","file":"pool.jpg","alt":"Tūī at the gate"}]}
                {"id":"2","platform":"x","time":"2026-07-31T11:30:00Z","author":"TePuna","text":"Pool hours: 9 to 5"}
                {"id":"3","platform":"x","author":"other","text":"pool, hours"}
                {"id":"4","platform":"x","text":"pooled hours of the pool"}
                """);
        Files.write(folder.resolve("ws/pool.jpg"), new byte[] {1, 2, 3});
        write("ws/moderation.jsonl", """
                {"id":"c-1","time":"2026-08-02T10:00:00+12:00","channel":"facebook","decision":"left","by":"Aroha","author":"Hemi","copy":"Please send me all documents about the pool"}
                {"id":"c-2","time":"yesterday","channel":"facebook","decision":"left","by":"Aroha","copy":"pool"}
                """);
        write("ws/incidents/one/log.jsonl", """
                {"entry":1,"time":"2026-08-03T10:00:00+12:00","zone":"Pacific/Auckland","kind":"note","body":{"who":"Ben","text":"The post about the pool was wrong","fields":{"step":"capture"}}}
                """);
        write("ws/plan.json", """
                {"format":1,"id":"p","title":"The pool and us","aim":{"summary":"Ōtaki swims"}}
                """);
        write("ws/notes.bin", "\0\1");
    }

    @Test
    void every_kind_of_record_is_found_with_its_place() throws IOException {
        RecordSearch.Result result = search("", "", "", "pool");

        assertEquals(
                List.of(
                        "INCIDENT ws/incidents/one/log.jsonl:1",
                        "MODERATION ws/moderation.jsonl:1",
                        "PLAN ws/plan.json#/title",
                        "POST ws/posts.jsonl:1",
                        "POST ws/posts.jsonl:2",
                        "POST ws/posts.jsonl:3",
                        "POST ws/posts.jsonl:4"),
                found.stream()
                        .map(f -> f.document().kind() + " " + f.document().where())
                        .toList());
        assertEquals(7, result.found());
        assertEquals(7, result.searched());
        assertEquals(
                List.of("ws/moderation.jsonl:2"),
                result.unread().stream()
                        .map(p -> p.where().replaceAll("[#,].*", ""))
                        .toList());
        assertTrue(
                result.notSearched().contains("ws/notes.bin"),
                result.notSearched().toString());
        assertTrue(found.get(1).document().mayAskForInformation());
        assertEquals("Ben", found.get(0).document().account());
        assertTrue(found.get(0).copy().contains("step: capture"), found.get(0).copy());
        assertEquals(1, found.get(3).files().size());
    }

    @Test
    void words_are_all_needed_and_neither_capitals_nor_macrons_count() throws IOException {
        assertEquals(List.of("1"), ids("pool", "otaki"));
        assertEquals(List.of("1"), ids("ŌTAKI"), "precomposed");
        assertEquals(List.of("1"), ids("O\u0304taki"), "decomposed");
        assertEquals(List.of("1"), ids("tui"), "the text alternative is searched too");
        assertEquals(List.of("2", "3", "4"), ids("hours"));
        assertEquals(List.of("2", "3"), ids("pool hours"), "a phrase; signs between words do not count");
        assertEquals(List.of("2", "3"), ids("pool, hours"));
        assertEquals(List.of("4"), ids("pooled"));
        assertEquals(List.of("1", "2", "3", "4"), ids("poo*"));
        assertEquals(List.of(), ids("poo"));
        assertEquals(List.of(), ids("pool", "nowhere"));
    }

    @Test
    void days_are_those_of_new_zealand_and_what_cannot_be_ruled_out_is_found() throws IOException {
        RecordSearch.Result august = search("2026-08-01", "2026-08-31", "", "pool");
        assertEquals(List.of("1", "3", "4"), ids(), "00:30 on 1 August in New Zealand; two have no date");
        assertEquals(6, august.found());
        assertEquals(3, august.notRuledOut(), "two posts and the plan");

        search("", "2026-07-31", "", "pool");
        assertEquals(List.of("2", "3", "4"), ids());

        RecordSearch.Result own = search("", "", "@tepuna", "pool");
        assertEquals(List.of("1", "2", "4"), ids(), "the fourth names no account");
        assertEquals(4, own.notRuledOut(), "the fourth, the plan and both logs");
    }

    @Test
    void any_words_of_a_post_find_it() {
        var random = new Random(5);
        var words = List.of("Pool", "hāngī", "Ōtaki", "CAFÉ", "9am", "#OpenLate", "naïve", "don't", "ﬁre", "𝗯𝗼𝗹𝗱");
        for (int round = 0; round < 500; round++) {
            var text = new ArrayList<String>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.add(words.get(random.nextInt(words.size())));
            }
            int from = random.nextInt(text.size());
            int to = from + 1 + random.nextInt(text.size() - from);
            String phrase = String.join("  ", text.subList(from, to)).toUpperCase(java.util.Locale.ROOT);
            String whole = String.join(", ", text);
            assertTrue(Query.of(List.of(phrase)).matches(List.of(whole)), () -> "seed 5: " + phrase + " in " + whole);
            assertFalse(Query.of(List.of(phrase, "absent")).matches(List.of(whole)), whole);
        }
    }

    @Test
    void a_bag_holds_each_document_its_pictures_and_a_schedule() throws IOException {
        Path bag = folder.resolve("request");

        Disclosure.Made made = disclose(bag, "pool");

        assertTrue(Bag.verify(bag).isWhole());
        assertEquals(7 + 2 + 1, made.bag().files(), "seven documents, a picture, the plan's file, the schedule");
        assertEquals(1, made.requests());
        assertEquals(3, Files.size(bag.resolve("data/documents/00004-1.jpg")));
        assertEquals(
                Files.readString(folder.resolve("ws/plan.json")),
                Files.readString(bag.resolve("data/documents/00003-1.json")));
        String schedule = Files.readString(bag.resolve("data/schedule.md"));
        assertTrue(
                schedule.contains("| 4 | 2026-08-01 | post | tepuna | The POOL opens in Ōtaki Tūī at the gate |"
                        + " documents/00004.txt |  |"),
                schedule);
        assertTrue(schedule.contains("ws/notes.bin") && schedule.contains("ws/moderation.jsonl:2"), schedule);
        assertTrue(schedule.contains("look at these: 2."), schedule);
        assertEquals(
                "Te Puna", Bag.verify(bag).info().first("Source-Organization").orElseThrow());
        assertEquals("pool", Bag.verify(bag).info().first("Words-Searched").orElseThrow());
    }

    @Test
    void that_nothing_was_found_is_a_schedule_too() throws IOException {
        Disclosure.Made made = disclose(folder.resolve("request"), "nowhere");
        assertEquals(1, made.bag().files());
        assertTrue(Files.readString(folder.resolve("request/data/schedule.md")).contains("Found: 0"));
    }

    @Test
    void nothing_is_left_behind_when_a_bag_cannot_be_made() throws IOException {
        Path bag = Files.createDirectories(folder.resolve("request"));
        Files.writeString(bag.resolve("mine.txt"), "mine");
        assertThrows(BagException.class, () -> disclose(bag, "pool"));
        assertEquals("mine", Files.readString(bag.resolve("mine.txt")));

        DocumentFormat full = new DocumentFormat() {
            @Override
            public String id() {
                return "full";
            }

            @Override
            public String title() {
                return "a disk that is full";
            }

            @Override
            public String ending() {
                return "full";
            }

            @Override
            public void write(org.govsocial.model.Paper paper, java.io.OutputStream out) throws IOException {
                out.write(1);
                throw new IOException("No space left on device");
            }
        };
        Path other = folder.resolve("other");
        assertThrows(IOException.class, () -> disclose(other, List.of(full), "pool"));
        assertFalse(Files.exists(other));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count(), "the records, and the folder that was there");
        }
    }

    private Disclosure.Made disclose(Path bag, String... words) throws IOException {
        return disclose(
                bag,
                GUIDANCE.documentFormats().stream()
                        .filter(f -> f.id().equals("md"))
                        .toList(),
                words);
    }

    private Disclosure.Made disclose(Path bag, List<DocumentFormat> formats, String... words) throws IOException {
        assertEquals(1, formats.size());
        return new Disclosure(GUIDANCE, CLOCK)
                .create(
                        criteria("", "", "", words),
                        inputs(),
                        ReadOptions.DEFAULTS,
                        bag,
                        formats,
                        new Disclosure.Facts("Te Puna", String.join(" ", words), "govsocial 1"));
    }

    private RecordSearch.Result search(String from, String to, String account, String... words) throws IOException {
        found.clear();
        return RecordSearch.search(
                GUIDANCE, ReadOptions.DEFAULTS, criteria(from, to, account, words), inputs(), found::add);
    }

    private List<Input> inputs() {
        return List.of(Inputs.file(folder.resolve("ws"), "ws"));
    }

    private static RecordSearch.Criteria criteria(String from, String to, String account, String... words) {
        return new RecordSearch.Criteria(
                Query.of(List.of(words)),
                Optional.of(from).filter(d -> !d.isEmpty()).map(LocalDate::parse),
                Optional.of(to).filter(d -> !d.isEmpty()).map(LocalDate::parse),
                Optional.of(account).filter(a -> !a.isEmpty()));
    }

    /** The ids of the posts that words find. */
    private List<String> ids(String... words) throws IOException {
        if (words.length > 0) {
            search("", "", "", words);
        }
        return found.stream()
                .filter(f -> f.document().kind() == Document.Kind.POST)
                .map(f -> f.copy()
                        .lines()
                        .filter(l -> l.startsWith("Id:"))
                        .findFirst()
                        .orElseThrow()
                        .substring(9))
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
