package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.govsocial.spi.ReportRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Hostile text in every field of every format. */
class HostileTextTest {
    private static final int RUNS = 300;
    private static final Pattern UNESCAPED_LINK = Pattern.compile("(?<!\\\\)]\\(|(?<![\\\\\\w])@\\w|https?://");

    static List<String> formats() {
        return Run.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void no_control_character_reaches_the_terminal(String format) {
        int escaped = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new RandomRuns(seed);
            String report = random.run().as(format, ReportRequest.of(random.catalogue(), "1\u001b[1m"));
            String body = format.equals("csv") ? report.substring(1).replace("\r\n", "\n") : report;
            for (int i = 0; i < body.length(); i++) {
                char c = body.charAt(i);
                if (c != '\n' && c != '\t' && Visible.isHidden(c)) {
                    fail("seed " + seed + ", " + format + ", U+" + Integer.toHexString(c) + " in "
                            + body.substring(Math.max(0, i - 60), i));
                }
            }
            escaped += body.contains("x1b") || body.contains("u001b") ? 1 : 0;
        }
        assertTrue(escaped > RUNS / 2, "only " + escaped + " runs held an ESC");
    }

    @Test
    void every_annotation_is_one_line_and_nothing_else_is_a_command() {
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new RandomRuns(seed);
            String report = random.run().as("github", random.catalogue());
            for (String line : report.lines().toList()) {
                assertTrue(line.matches("::(error|warning|notice)( [^:]*)?::.*"), "seed " + seed + ": " + line);
            }
        }
    }

    @Test
    void junit_is_well_formed_and_counts_its_cases() throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        int cases = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new RandomRuns(seed);
            var run = random.run();
            String report = run.as("junit", random.catalogue());
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(report)));
            var suites = document.getElementsByTagName("testsuite");
            int counted = 0;
            for (int i = 0; i < suites.getLength(); i++) {
                var suite = (org.w3c.dom.Element) suites.item(i);
                for (String kind : List.of("failure", "error", "skipped")) {
                    String plural = kind.equals("skipped") ? kind : kind + "s";
                    assertEquals(
                            suite.getAttribute(plural),
                            Integer.toString(suite.getElementsByTagName(kind).getLength()),
                            "seed " + seed);
                }
                counted += Integer.parseInt(suite.getAttribute("tests"));
            }
            int expected = run.subjects.size() + run.allProblems().size();
            assertEquals(expected, counted, "seed " + seed);
            assertEquals(expected, document.getElementsByTagName("testcase").getLength(), "seed " + seed);
            cases += counted;
        }
        assertTrue(cases > RUNS, "only " + cases + " cases");
    }

    @Test
    void markdown_holds_no_html_and_no_links() {
        int kept = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new RandomRuns(seed);
            String report = random.run().as("md", random.catalogue());
            // What stands between backticks is code.
            String prose = report.replaceAll("(`+)(?!`).*?(?<!`)\\1(?!`)", "");
            assertFalse(prose.contains("<"), "seed " + seed + ": " + prose);
            assertFalse(UNESCAPED_LINK.matcher(prose).find(), "seed " + seed + ": " + prose);
            kept += prose.contains("&lt;script&gt;") ? 1 : 0;
        }
        assertTrue(kept > 0);
    }
}
