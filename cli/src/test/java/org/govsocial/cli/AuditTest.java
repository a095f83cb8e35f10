package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.US);

    @TempDir
    Path folder;

    /** Twelve posts a month of 2025 on X, every third with a picture, every twelfth a repost. */
    private String archive() throws IOException {
        var text = new StringBuilder("window.YTD.tweets.part0 = [");
        int id = 0;
        for (int month = 1; month <= 12; month++) {
            for (int i = 0; i < 12; i++) {
                id++;
                String words = i == 0
                        ? "RT @other: their words #stateofemergency"
                        : i % 2 == 0 ? "Kia ora #stateofemergency" : "Kia ora";
                String media =
                        i % 3 == 1 ? ",\"extended_entities\":{\"media\":[{\"type\":\"photo\",\"url\":\"\"}]}" : "";
                text.append(id == 1 ? "" : ",")
                        .append("{\"tweet\":{\"id_str\":\"" + id + "\",\"full_text\":\"" + words
                                + "\",\"created_at\":\""
                                + CREATED.format(OffsetDateTime.of(2025, month, 15, 2, 0, 0, 0, ZoneOffset.UTC)) + "\""
                                + media + "}}");
            }
        }
        Files.writeString(folder.resolve("tweets.js"), text.append("]"));
        return folder.resolve("tweets.js").toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private String read(String dir, String file) throws IOException {
        return Files.readString(folder.resolve(dir).resolve(file));
    }

    @Test
    void an_archive_becomes_a_report_and_three_sheets() throws IOException {
        Run run = Run.of("audit", archive(), "--output", out("a"), "--sample", "20");
        assertEquals(1, run.code(), run.toString());
        assertEquals("", run.out());
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            assertEquals(
                    List.of("findings.csv", "report.html", "sample.csv", "worklist.csv"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
        String report = read("a", "report.html");
        assertTrue(report.indexOf("Text alternatives") < report.indexOf("What was audited"), "pictures first");
        String words = report.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertTrue(words.contains("own posts and replies, judged 132"), words);
        assertTrue(words.contains("reposts, counted and not judged 12"), words);
        assertTrue(words.contains("pictures 48 0 0.0 % 0 48"), words);
        assertTrue(words.contains("fail a rule 60 45.5 %"), words);
        assertTrue(words.contains("2025-07 11 5 2 4 4 0"), words);
        assertTrue(report.contains("https://x.com/i/web/status/3"), "permalinks");
        assertTrue(words.contains("corresponds to WCAG 1.3.1"), words);
        assertTrue(words.contains("people who use a screen reader"), words);
        assertTrue(report.contains("<svg"), "a chart");
        assertFalse(report.contains(folder.toString()), "no folders of this computer");
        assertEquals(
                61,
                read("a", "findings.csv")
                        .lines()
                        .filter(l -> l.contains("hashtag-camel-case") || l.contains("fingerprint,"))
                        .count());
        assertEquals(21, read("a", "sample.csv").lines().count());
        assertTrue(words.contains("(seed 1;"), words);
    }

    @Test
    void the_same_seed_draws_the_same_posts() throws IOException {
        String archive = archive();
        Run.of("audit", archive, "--output", out("a"), "--sample", "20");
        Run.of("audit", archive, "--output", out("b"), "--sample", "20", "--seed", "1");
        Run.of("audit", archive, "--output", out("c"), "--sample", "20", "--seed", "2");
        for (String file : List.of("report.html", "findings.csv", "sample.csv", "worklist.csv")) {
            assertEquals(read("a", file), read("b", file), file);
        }
        assertNotEquals(read("a", "sample.csv"), read("c", "sample.csv"));
    }

    @Test
    void a_period_and_a_sheet_of_text_alternatives_are_taken_into_account() throws IOException {
        String sheet = Files.writeString(
                        folder.resolve("alt.csv"), "post,media,alt\n2,1,A tūī in flax\n5,1,\n9999,1,Nobody\n")
                .toString();
        Run run = Run.of(
                "audit",
                archive(),
                "--output",
                out("a"),
                "--alt",
                sheet,
                "--since",
                "2025-01-01",
                "--until",
                "2025-02-28");
        assertEquals(1, run.code());
        String words = read("a", "report.html").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertTrue(words.contains("own posts and replies, judged 22"), words);
        assertTrue(words.contains("posts outside of the period, left out 120"), words);
        assertTrue(words.contains("pictures 8 1 12.5 % 1 6"), words);
        assertTrue(words.contains("2 of them came from the sheet given with --alt; 1 posts of that sheet"), words);
        assertTrue(read("a", "findings.csv").contains("accessibility/image-alt-missing"));
    }

    @Test
    void the_next_audit_hides_what_the_last_one_found() throws IOException {
        String archive = archive();
        Run.of("audit", archive, "--output", out("a"));
        Run again = Run.of("audit", archive, "--output", out("b"), "--baseline", out("a") + "/findings.csv");
        assertEquals(0, again.code(), again.toString());
        assertEquals(1, read("b", "findings.csv").lines().count());
        assertTrue(read("b", "report.html").contains("findings known from the baseline"));
    }

    @Test
    void wrong_words_and_unreadable_archives_end_with_2_and_write_nothing() throws IOException {
        String archive = archive();
        for (List<String> typed : List.of(
                List.of("audit", archive),
                List.of("audit", archive, "--output", archive),
                List.of("audit", archive, "--output", out("a"), "--since", "yesterday"),
                List.of("audit", archive, "--output", out("a"), "--since", "2025-02-01", "--until", "2025-01-01"),
                List.of("audit", archive, "--output", out("a"), "--sample", "0"),
                List.of("audit", archive, "--output", out("a"), "--alt", archive),
                List.of("audit", out("none.zip"), "--output", out("a")))) {
            Run run = Run.of(typed.toArray(String[]::new));
            assertEquals(2, run.code(), run.toString());
            assertFalse(Files.exists(folder.resolve("a")), typed::toString);
        }
    }

    @Test
    void the_report_stays_small_whatever_the_archive() throws IOException {
        Path posts = folder.resolve("many.jsonl");
        try (var out = Files.newBufferedWriter(posts)) {
            for (int i = 0; i < 30_000; i++) {
                out.write("{\"id\":\"" + "i".repeat(300) + i + "\",\"author\":\"account" + i + "\",\"time\":"
                        + (i * 43_200L) + ",\"url\":\"https://example.govt.nz/" + i
                        + "\",\"text\":\"Kia ora #stateofemergency CLICK HERE NOW!!!! 🎉🎉🎉🎉\"}\n");
            }
        }
        Run run = Run.of("audit", posts.toString(), "--output", out("a"), "--quiet");
        assertEquals(1, run.code(), run.toString());
        long size = Files.size(folder.resolve("a/report.html"));
        assertTrue(size < 500_000, size + " bytes");
        assertTrue(read("a", "report.html").contains("more accounts with fewer posts"));
    }

    @Test
    void hostile_words_stay_words() throws IOException {
        Path posts = Files.writeString(
                folder.resolve("x.jsonl"),
                "{\"id\":\"<script>alert(1)</script>\",\"author\":\"\\\"><img src=x>\",\"url\":\"javascript:alert(1)\","
                        + "\"text\":\"=HYPERLINK(1) #stateofemergency \\u001b[2J\"}\n");
        Run.of("audit", posts.toString(), "--output", out("a"));
        String report = read("a", "report.html");
        assertFalse(report.contains("<script"), report);
        assertFalse(report.contains("<img"), report);
        assertFalse(report.contains("href=\"javascript"), report);
        String sample = read("a", "sample.csv");
        assertTrue(sample.contains("'=HYPERLINK(1)"), sample);
        assertFalse(sample.contains("\u001b"), sample);
    }
}
