package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.govsocial.model.CaseStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseIndexTest {
    private static final int SIZE = 60;

    /** Every case of a version says so in its title; a version is committed whole or not at all. */
    private static List<CaseStudy> version(int version) {
        var cases = new ArrayList<CaseStudy>();
        for (CaseStudy one : Made.cases(SIZE, 5)) {
            cases.add(CaseStudy.of(one.id(), "Version" + version + " " + one.title())
                    .withStory(one.purpose(), one.done(), one.result())
                    .withLessons(one.lessons(), one.cites())
                    .withReadings(one.readings(), one.provenance(), one.confidence()));
        }
        return cases;
    }

    /** Writes one version after another until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            for (int version = Integer.parseInt(args[1]); ; version++) {
                CaseIndex.update(Path.of(args[0]), version(version));
                System.out.println(version);
                System.out.flush();
            }
        }
    }

    @Test
    void only_what_changed_is_written(@TempDir Path folder) throws IOException {
        var cases = new ArrayList<>(Made.cases(50, 1));
        assertEquals(new CaseIndex.Changes(50, 0, 0), CaseIndex.update(folder, cases));
        assertEquals(new CaseIndex.Changes(0, 0, 50), CaseIndex.update(folder, cases));
        CaseStudy changed = cases.get(3).withStory("Zanzibar", "", "");
        cases.set(3, changed);
        cases.remove(10);
        assertEquals(new CaseIndex.Changes(1, 1, 48), CaseIndex.update(folder, cases));
        try (CaseSearch search = CaseSearch.open(folder)) {
            assertEquals(49, search.search(CaseQuery.of("")).total());
            var hits = search.search(CaseQuery.of("zanzibar")).hits();
            assertEquals(
                    List.of(changed), hits.stream().map(CaseSearch.Hit::found).toList());
        }
    }

    @Test
    void an_update_that_fails_leaves_the_former_index(@TempDir Path folder) throws IOException {
        CaseIndex.update(folder, Made.cases(20, 1));
        var bad = new ArrayList<>(Made.cases(30, 2));
        // A term of more than 32 kB cannot be indexed.
        bad.add(CaseStudy.of("X".repeat(40_000), "Too long"));
        assertThrows(RuntimeException.class, () -> CaseIndex.update(folder, bad));
        try (CaseSearch search = CaseSearch.open(folder)) {
            assertEquals(20, search.search(CaseQuery.of("")).total());
        }
        assertEquals(20, CaseIndex.update(folder, Made.cases(20, 1)).kept());
    }

    @Test
    void an_index_of_another_format_is_made_anew(@TempDir Path folder) throws IOException {
        try (var directory = org.apache.lucene.store.FSDirectory.open(folder);
                var writer = new org.apache.lucene.index.IndexWriter(
                        directory, new org.apache.lucene.index.IndexWriterConfig())) {
            writer.addDocument(new org.apache.lucene.document.Document());
        }
        assertEquals(new CaseIndex.Changes(20, 0, 0), CaseIndex.update(folder, Made.cases(20, 1)));
    }

    /** 100 times for a release, as asked; fewer in each build. */
    @Test
    void a_kill_while_indexing_leaves_the_former_index_working(@TempDir Path folder) throws Exception {
        int cycles = Boolean.getBoolean("govsocial.release") ? 100 : 12;
        var random = new Random(11);
        CaseIndex.update(folder, version(0));
        int least = 0;
        int advanced = 0;
        for (int cycle = 0; cycle < cycles; cycle++) {
            int said = least;
            Process writer = start(folder, least + 1);
            try (var lines =
                    new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
                // Killed at some point of some update, after at least one was committed.
                int wait = 1 + random.nextInt(4);
                for (int i = 0; i < wait; i++) {
                    String line = lines.readLine();
                    assertTrue(line != null, "the writer ended by itself");
                    said = Integer.parseInt(line);
                }
                long until = System.nanoTime() + random.nextInt(8_000_000);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                // By its handle, since killing a Process closes its streams before they are read.
                writer.toHandle().destroyForcibly();
                for (String line; (line = lines.readLine()) != null; ) {
                    said = Integer.parseInt(line);
                }
            }
            assertEquals(137, writer.waitFor(), "killed, not ended");
            int now = whole(folder);
            int committed = said;
            assertTrue(
                    now >= committed, () -> "seed 11: version " + committed + " was committed, " + now + " is there");
            advanced += now > least ? 1 : 0;
            least = now;
        }
        assertEquals(cycles, advanced);
        // And it can be written again.
        CaseIndex.update(folder, version(least + 1));
        assertEquals(least + 1, whole(folder));
        System.out.println(cycles + " kills while indexing, " + least + " versions committed, none lost");
    }

    private static Process start(Path folder, int version) throws IOException {
        String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The tests run on the module path; the child needs the same jars, and the tests beside the module.
        var paths = new ArrayList<String>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            String path = System.getProperty(property, "");
            if (!path.isEmpty()) {
                paths.add(path);
            }
        }
        paths.add(Path.of("target", "classes").toAbsolutePath().toString());
        paths.add(Path.of("target", "test-classes").toAbsolutePath().toString());
        return new ProcessBuilder(
                        program,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(java.io.File.pathSeparator, paths),
                        Writer.class.getName(),
                        folder.toString(),
                        Integer.toString(version))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The one version that all cases of the index are of. */
    private static int whole(Path folder) throws IOException {
        try (CaseSearch search = CaseSearch.open(folder)) {
            var results = search.search(CaseQuery.of("").withLimit(1000));
            assertEquals(SIZE, results.total());
            var versions = results.hits().stream()
                    .map(h -> h.found().title().split(" ", 2)[0])
                    .distinct()
                    .toList();
            assertEquals(1, versions.size(), versions::toString);
            return Integer.parseInt(versions.get(0).substring("Version".length()));
        }
    }

    @Test
    void a_folder_without_an_index_is_an_error(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThrows(IOException.class, () -> CaseSearch.open(folder.resolve("empty")));
    }
}
