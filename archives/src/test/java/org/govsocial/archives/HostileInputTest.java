package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.ReadOptions;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever an input holds, a reader ends in posts, problems or one clear message. */
class HostileInputTest {
    private static final int MUTATIONS = 2_000;

    private static final Map<String, List<String>> SEEDS = Map.of(
            "text", List.of("Kia ora tātou 👋\r\n#news\n"),
            "csv",
                    List.of(
                            "id,text,image,alt,date\r\n1,\"a \"\"b\"\"\nc\",p.png,A map,22/11/2026 9:00 am\n2,b,q.gif,,\n",
                            "12/31/2026 13:05,\"Kia ora, tātou\",https://example.govt.nz\n"),
            "linkedin",
                    List.of(
                            "Date,ShareLink,ShareCommentary\n2026-01-10 09:15:33,https://a.nz,\"A \\\"b\\\", \"\"c\"\"\"\n"),
            "json",
                    List.of(
                            "{\"posts\":[{\"id\":1,\"text\":\"a\\ud83d\\udc4b\",\"media\":[{\"file\":\"a.png\",\"alt\":null}]}]}",
                            "[{\"text\":\"tātou\",\"time\":1339151000659},{\"text\":\"b\"}]"),
            "jsonl",
                    List.of(
                            "{\"id\":\"1\",\"text\":\"tātou \\u0101\",\"time\":1339151000}\n"
                                    + "{\"text\":\"b\",\"media\":[{\"decorative\":true}],\"x\":[{}]}\r\n{\"id\":2,\"text\":\"\"}"));

    private static final Map<String, List<String>> RESOURCES = Map.of(
            "mastodon", List.of("outbox.json"),
            "x-archive", List.of("tweets.js"),
            "x-api", List.of("x-response.json"),
            "mastodon-api", List.of("statuses.json"),
            "bluesky", List.of("bluesky-feed.json"),
            "meta", List.of("your_posts_1.json", "posts_1.json"),
            "feed", List.of("feed.xml", "atom.xml"));

    @TestFactory
    List<DynamicTest> mutated_inputs_end_in_posts_or_messages() {
        return each((reader, seeds) -> {
            long seed = 20_261_122;
            var random = new Random(seed);
            int read = 0;
            int refused = 0;
            for (int round = 0; round < MUTATIONS; round++) {
                byte[] bytes = mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
                String why = reader.id() + " seed " + seed + " round " + round + " " + Arrays.toString(bytes);
                Input input = Reading.input("fuzz", bytes);
                try {
                    int sure = reader.recognises(input);
                    assertTrue(sure >= 0 && sure <= 100, why);
                    Reading all = Reading.of(reader, input);
                    all.problems.forEach(problem -> assertClear(problem, why));
                    if (reader.rewrites()) {
                        var out = new ByteArrayOutputStream();
                        reader.rewrite(input, ReadOptions.DEFAULTS, post -> post, out);
                        if (!reader.id().equals("json")) {
                            Assertions.assertArrayEquals(bytes, out.toByteArray(), why);
                        }
                        reader.rewrite(input, ReadOptions.DEFAULTS, post -> post.withText(post.text() + "!"), out);
                    }
                    read++;
                } catch (InputException e) {
                    assertClear(e.problem(), why);
                    refused++;
                } catch (RuntimeException | IOException | Error e) {
                    fail(why, e);
                }
            }
            assertTrue(read > 0 && refused > 0, reader.id() + ": " + read + " read, " + refused + " refused");
        });
    }

    @TestFactory
    List<DynamicTest> broken_files_are_one_clear_message() throws IOException {
        var random = new byte[100_000];
        new Random(1).nextBytes(random);
        byte[] latin = "text,id\nM\u00e3ori \u00e9\u00e8,1\n".getBytes(StandardCharsets.ISO_8859_1);
        var cases = Map.of(
                "random bytes", random,
                "invalid UTF-8", latin,
                "nothing", new byte[0],
                "a mark alone", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                "zeros", new byte[5_000],
                "five thousand levels", "[{\"text\":".repeat(5_000).getBytes(StandardCharsets.UTF_8),
                "half a UTF-16 character", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'});
        var tests = new ArrayList<DynamicTest>();
        cases.forEach((what, bytes) -> tests.addAll(each((reader, seeds) -> {
            if (reader.id().equals("text") && what.equals("five thousand levels")) {
                return; // A person may write that.
            }
            try {
                Reading all = Reading.of(reader, Reading.input("a.txt", bytes));
                fail(what + " was read: " + all.posts);
            } catch (InputException e) {
                assertClear(e.problem(), what);
            }
        })));
        return tests;
    }

    @TestFactory
    List<DynamicTest> fifty_megabytes_on_one_line_are_one_clear_message() {
        return each((reader, seeds) -> {
            byte[] bytes = ("{\"text\":\"" + "x".repeat(50_000_000)).getBytes(StandardCharsets.UTF_8);
            try {
                Reading all = Reading.of(reader, Reading.input("a.txt", bytes));
                fail("read: " + all.posts.size());
            } catch (InputException e) {
                assertClear(e.problem(), "50 MB");
            }
        });
    }

    private interface Check {
        void of(PostReader reader, List<String> seeds) throws Exception;
    }

    private static List<DynamicTest> each(Check check) {
        var tests = new ArrayList<DynamicTest>();
        for (PostReader reader : new Archives().postReaders()) {
            List<String> seeds = seeds(reader.id());
            if (!seeds.isEmpty()) {
                tests.add(DynamicTest.dynamicTest(
                        reader.id(),
                        () -> Assertions.assertTimeoutPreemptively(
                                Duration.ofMinutes(2), () -> check.of(reader, seeds))));
            }
        }
        assertTrue(tests.size() >= 9, "readers: " + tests.size());
        return tests;
    }

    private static List<String> seeds(String reader) {
        List<String> resources = RESOURCES.getOrDefault(reader, List.of());
        return resources.isEmpty()
                ? SEEDS.getOrDefault(reader, List.of())
                : resources.stream().map(HostileInputTest::resource).toList();
    }

    private static String resource(String name) {
        try (var in = Reading.resource(name).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mutated(String seed, List<String> seeds, Random random) {
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> {
                    if (at < bytes.length) {
                        bytes[at] = (byte) random.nextInt(256);
                    }
                }
                case 2 ->
                    bytes = spliced(bytes, at, at, new byte[] {(byte) "\"\\{}[],:\n\r\0é0".charAt(random.nextInt(13))});
                case 3 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), new byte[0]);
                case 4 -> {
                    byte[] other = seeds.get(random.nextInt(seeds.size())).getBytes(StandardCharsets.UTF_8);
                    int from = random.nextInt(other.length);
                    bytes = spliced(
                            bytes,
                            at,
                            at,
                            Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(60))));
                }
                default -> {
                    if (at < bytes.length) {
                        bytes[at] ^= (byte) (1 << random.nextInt(8));
                    }
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    static void assertClear(Problem problem, String why) {
        assertFalse(problem.where().isBlank(), why);
        assertTrue(problem.what().endsWith("."), problem + " " + why);
        assertTrue(problem.advice().endsWith("."), problem + " " + why);
        assertFalse(
                problem.toString().matches("(?s).*(Exception|java\\.|Strictness|: null|null\\.$).*"),
                problem + " " + why);
        assertEquals(problem.toString().length() < 2_000, true, why);
    }
}
