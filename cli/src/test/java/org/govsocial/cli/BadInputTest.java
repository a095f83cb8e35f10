package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the user gives: one clear message, the documented exit code, and the rest of the work done. */
class BadInputTest {
    private static final String GOOD = "{\"id\":\"good\",\"text\":\"The library is open.\"}\n";

    @TempDir
    Path folder;

    private record Bad(String what, int code, String says, Make input) {}

    /** Makes the bad input and gives its path. */
    private interface Make {
        Path in(Path folder) throws IOException;
    }

    @TestFactory
    List<DynamicTest> each_bad_input_is_one_message_and_the_good_one_beside_it_is_checked() {
        var table = List.of(
                new Bad("a missing file", 2, "no such file", f -> f.resolve("missing.jsonl")),
                new Bad("a binary file", 2, "", f -> Files.write(f.resolve("bin.jsonl"), random(4096))),
                new Bad(
                        "a binary file that claims to be text",
                        2,
                        "",
                        f -> Files.write(f.resolve("bin.txt"), random(4096))),
                new Bad(
                        "text that is not UTF-8",
                        2,
                        "UTF-8",
                        f -> Files.write(
                                f.resolve("old.txt"), "Ōtaki caf\u00e9 \u00e9".getBytes(StandardCharsets.ISO_8859_1))),
                new Bad(
                        "a record that is not UTF-8",
                        3,
                        "UTF-8",
                        f -> Files.write(
                                f.resolve("old.jsonl"),
                                ("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"caf\u00e9\"}\n")
                                        .getBytes(StandardCharsets.ISO_8859_1))),
                new Bad(
                        "JSON 5,000 levels deep",
                        2,
                        "deep",
                        f -> Files.writeString(f.resolve("deep.json"), "[".repeat(5000) + "]".repeat(5000))),
                new Bad(
                        "a record 5,000 levels deep",
                        3,
                        "deep",
                        f -> Files.writeString(
                                f.resolve("deep.jsonl"),
                                GOOD + "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}\n")),
                new Bad(
                        "a truncated JSON document",
                        2,
                        "",
                        f -> Files.writeString(f.resolve("cut.json"), "[{\"id\":\"a\",\"text\":\"The li")),
                new Bad(
                        "a record that is not JSON",
                        3,
                        ":2",
                        f -> Files.writeString(f.resolve("broken.jsonl"), GOOD + "{oops\n" + GOOD)),
                new Bad("a single line of 50 MB", 2, "16 MB", f -> line(f.resolve("long.jsonl"), 50_000_000)),
                new Bad("an empty folder", 2, "empty", f -> Files.createDirectory(f.resolve("empty"))),
                new Bad("a folder with nothing to read", 2, "read", f -> {
                    Path others = Files.createDirectory(f.resolve("others"));
                    Files.write(others.resolve("a.bin"), random(64));
                    return others;
                }),
                new Bad(
                        "a truncated zip",
                        2,
                        "",
                        f -> Files.write(f.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0})));
        var tests = new ArrayList<DynamicTest>();
        for (Bad bad : table) {
            tests.add(DynamicTest.dynamicTest(bad.what, () -> check(bad)));
        }
        return tests;
    }

    private void check(Bad bad) throws IOException {
        Path own = Files.createTempDirectory(folder, "bad");
        Path good = Files.writeString(own.resolve("good.jsonl"), GOOD);
        Path input = bad.input.in(own);
        Run run = Run.of("check", input.toString(), good.toString(), "--format", "jsonl");
        assertEquals(bad.code, run.code(), run.toString());
        List<String> messages =
                run.err().lines().filter(line -> line.startsWith("govsocial: ")).toList();
        assertEquals(1, messages.size(), run.err());
        assertTrue(messages.get(0).contains(input.getFileName().toString()), "it names the input: " + run.err());
        assertTrue(messages.get(0).contains(bad.says), run.err());
        assertFalse(run.err().contains("\tat "), "no stack trace: " + run.err());
        assertFalse(run.err().contains("Exception"), run.err());
        assertTrue(run.err().length() < 1000, "short: " + run.err());
        assertTrue(run.out().contains("\"id\":\"good\""), "the rest is done: " + run.out());
    }

    @Test
    void a_folder_that_may_not_be_read_is_refused() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.writeString(closed.resolve("good.jsonl"), GOOD);
        Assumptions.assumeTrue(
                closed.toFile().setReadable(false) && !Files.isReadable(closed),
                "SKIPPED: this user may read everything");
        try {
            Run run = Run.of("check", closed.toString());
            assertEquals(2, run.code(), run.toString());
            assertTrue(run.err().contains("may not read"), run.err());
        } finally {
            assertTrue(closed.toFile().setReadable(true));
        }
    }

    @Test
    void a_pack_with_an_unknown_key_is_named_by_its_path_and_the_posts_are_checked() throws IOException {
        Path pack = Files.writeString(
                folder.resolve("bad.pack.json"), "{\"format\": 1, \"id\": \"bad\", \"colour\": \"red\"}");
        Run run = Run.withInput(GOOD, "check", "-", "--packs", pack.toString(), "--format", "jsonl");
        assertEquals(2, run.code(), run.toString());
        assertTrue(run.err().contains("bad.pack.json") && run.err().contains("colour"), run.err());
        assertTrue(run.out().contains("\"id\":\"good\""), run.out());
        Run verify = Run.of("plugins", "verify", "--packs", folder.toString());
        assertEquals(2, verify.code(), verify.toString());
    }

    @Test
    void a_missing_folder_of_packs_or_plug_ins_is_refused() {
        assertEquals(
                2,
                Run.of(
                                "check",
                                "--text",
                                "Words",
                                "--packs",
                                folder.resolve("none").toString())
                        .code());
        assertEquals(
                2,
                Run.of(
                                "check",
                                "--text",
                                "Words",
                                "--plugins",
                                folder.resolve("none").toString())
                        .code());
    }

    @Test
    void an_unknown_encoding_is_refused() {
        Run run = Run.of("check", "--text", "Words", "--encoding", "utf-nine");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("windows-1252"), run.err());
    }

    @Test
    void an_encoding_can_be_given() throws IOException {
        Path old =
                Files.write(folder.resolve("old.txt"), "The caf\u00e9 is open.".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                0, Run.of("check", old.toString(), "--encoding", "windows-1252").code());
    }

    @Test
    void a_fault_of_our_own_is_one_line_and_the_trace_only_on_request() {
        var broken = new java.io.OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("planted");
            }
        };
        for (boolean debug : List.of(false, true)) {
            var err = new java.io.ByteArrayOutputStream();
            var args = new ArrayList<>(List.of("check", "--text", "Words"));
            if (debug) {
                args.add("--debug");
            }
            int code = Main.run(args.toArray(String[]::new), java.io.InputStream.nullInputStream(), broken, err);
            String said = err.toString(StandardCharsets.UTF_8);
            assertEquals(ExitCode.FAULT, code, said);
            assertTrue(said.contains("planted") && said.contains("report it"), said);
            assertEquals(debug, said.contains("\tat "), said);
            assertEquals(!debug, said.lines().count() == 1, said);
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(42).nextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    private static Path line(Path file, int length) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write("{\"id\":\"long\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
            var block = new byte[1_000_000];
            Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < length / block.length; i++) {
                out.write(block);
            }
            out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
