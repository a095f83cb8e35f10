package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import org.govsocial.model.Post;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsTest {
    static List<String> formats() {
        return Run.formats();
    }

    @Test
    void the_formats_are_found_by_name() {
        assertEquals(
                List.of("text", "json", "jsonl", "sarif", "html", "earl", "junit", "csv", "github", "md"),
                Run.formats());
        assertEquals(Run.formats().size(), new HashSet<>(Run.formats()).size());
        for (var format : new Reports().reportFormats()) {
            assertFalse(format.title().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_report_streams_and_leaves_the_stream_open(String format) throws IOException {
        var out = new Counting();
        var writer = Run.format(format).start(ReportRequest.of(TestCatalogue.plain(), "1"), out);
        var run = Run.withOneFinding();
        long half = 0;
        for (int i = 0; i < 20_000; i++) {
            writer.subject(run.subjects.get(0));
            half = i == 10_000 ? out.bytes : half;
        }
        long before = out.bytes;
        writer.end(run.totals());
        assertFalse(out.closed);
        // GitHub shows ten annotations; everything else has come out while the subjects came in.
        if (!format.equals("github")) {
            assertEquals(1.0, (double) before / out.bytes, 0.1, "before the end");
            assertEquals(0.5, (double) half / out.bytes, 0.1, "half way");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_format_shows_fingerprints_when_it_says_so(String format) {
        String report = Run.withOneFinding().as(format, TestCatalogue.plain());
        assertEquals(
                Run.format(format).showsFingerprints(), report.contains("0123456789abcdef0123456789abcdef"), report);
    }

    @Test
    void a_clean_run_says_so_in_few_words() {
        String text = new Run()
                .add(Location.of("p"), Post.of("p", "Kia ora"), List.of())
                .as("text", TestCatalogue.plain());
        assertEquals("""
                1 checked: 0 failed, 0 for a person to decide, 1 passed, 0 not tested, 0 not applicable.
                Findings: 0 errors, 0 warnings, 0 notes.
                """, text);
    }

    private static final class Counting extends OutputStream {
        private long bytes;
        private boolean closed;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] all, int offset, int length) {
            bytes += length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
