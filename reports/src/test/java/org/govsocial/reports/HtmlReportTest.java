package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportRequest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final int RUNS = 300;

    @Test
    void hostile_text_stays_text_and_the_page_keeps_its_structure() {
        int articles = 0;
        int marks = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new RandomRuns(seed);
            var request = ReportRequest.of(random.catalogue(), random.text()).withPlatforms(List.of(Platform.X));
            var page = parsed(random.run().as("html", request), "seed " + seed);
            assertStructure(page, "seed " + seed);
            articles += page.select("article").size();
            marks += page.select("mark").size();
        }
        assertTrue(articles > RUNS / 2 && marks > RUNS / 4, articles + " articles, " + marks + " marks");
    }

    private static Document parsed(String html, String seed) {
        var parser = Parser.htmlParser().setTrackErrors(100);
        Document page = parser.parseInput(html, "");
        assertEquals(List.of(), List.copyOf(parser.getErrors()), seed);
        return page;
    }

    private static void assertStructure(Document page, String seed) {
        assertEquals("en-NZ", page.selectFirst("html").attr("lang"), seed);
        assertFalse(page.title().isBlank(), seed);
        assertEquals(1, page.select("h1").size(), seed);
        assertEquals(1, page.select("main").size(), seed);
        assertEquals(1, page.select("style").size(), seed);
        assertEquals(
                0,
                page.select("script, img, svg, iframe, object, embed, form, link, base")
                        .size(),
                seed);
        assertEquals(
                "default-src 'none'; style-src 'unsafe-inline'",
                page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"),
                seed);
        var ids = new HashSet<String>();
        int level = 0;
        for (Element element : page.getAllElements()) {
            for (var attribute : element.attributes()) {
                assertFalse(
                        attribute.getKey().startsWith("on")
                                || attribute.getKey().equals("style"),
                        seed);
            }
            if (element.hasAttr("id")) {
                assertTrue(ids.add(element.id()), seed + ": " + element.id() + " twice");
            }
            if (element.normalName().matches("h[1-6]")) {
                int now = element.normalName().charAt(1) - '0';
                assertTrue(now <= level + 1, seed + ": level " + now + " after " + level);
                assertTrue(element.hasText(), seed);
                level = now;
            }
        }
        for (Element link : page.select("a")) {
            String href = link.attr("href");
            assertTrue(href.startsWith("#") || href.startsWith("https://"), seed + ": " + href);
            assertTrue(!href.startsWith("#") || ids.contains(href.substring(1)), seed + ": " + href);
            assertTrue(link.hasText(), seed);
        }
        for (Element labelled : page.select("[aria-labelledby]")) {
            assertTrue(ids.contains(labelled.attr("aria-labelledby")), seed);
        }
        assertEquals(2, page.select("table").size(), seed);
        for (Element table : page.select("table")) {
            assertEquals(1, table.select("> caption").size(), seed);
            assertTrue(table.select("th").stream().allMatch(th -> th.hasAttr("scope")), seed);
            assertTrue(
                    table.select("tbody tr").stream()
                            .allMatch(tr -> tr.select("th[scope=row]").size() == 1),
                    seed);
        }
        for (Element finding : page.select("article li > p:first-child")) {
            String words = finding.text();
            assertTrue(
                    words.matches("(?s)(ERROR|WARNING|NOTE), (fails|needs a person to decide|worth knowing): .*"),
                    seed + words);
        }
    }

    @Test
    void the_post_is_shown_in_its_language_with_the_place_marked() {
        String text = "Tēnā koutou #stateofemergency <b>";
        var post = Post.of("p", text).withLanguage(Locale.forLanguageTag("mi"));
        var finding = new Finding(
                Run.RULE,
                Severity.ERROR,
                Outcome.FAILED,
                "lower-case",
                Map.of("tag", Run.TAG),
                Place.text(12, 29),
                List.of(Run.FIX),
                List.of(Platform.X),
                "f");
        var overlap = new Finding(
                Run.RULE,
                Severity.NOTE,
                Outcome.CANT_TELL,
                "other",
                Map.of("tag", ""),
                Place.text(20, 31),
                List.of(),
                List.of(Platform.X),
                "g");
        var page = parsed(
                new Run()
                        .add(Location.of("drafts/a.txt"), post, List.of(finding, overlap))
                        .as("html", TestCatalogue.plain()),
                "one post");
        Element shown = page.selectFirst(".post");
        assertEquals("mi", shown.attr("lang"));
        assertEquals("auto", shown.attr("dir"));
        assertEquals(text, shown.wholeText());
        assertEquals(List.of("#stateofemergency <"), page.select("mark").eachText());
        assertTrue(page.selectFirst("article li").text().contains("Advised by S-2"), page.text());
        assertTrue(page.select("section[aria-labelledby=rules]").text().contains(TestCatalogue.WHY));
    }

    @Test
    void only_links_to_the_web_are_links() {
        assertEquals("https://example.org/a", Words.link("https://example.org/a"));
        for (String bad :
                List.of("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "", "a b", "https:")) {
            assertEquals("", Words.link(bad), bad);
        }
    }

    @Test
    void every_colour_of_text_stands_out_in_light_and_in_dark() throws Exception {
        String css;
        try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var blocks = Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL).matcher(css);
        int themes = 0;
        while (blocks.find()) {
            Map<String, String> colours = new HashMap<>();
            var each = Pattern.compile("--(\\w+): #(\\w{6})").matcher(blocks.group(1));
            while (each.find()) {
                colours.put(each.group(1), each.group(2));
            }
            for (String ground : List.of("ground", "panel")) {
                for (String ink : List.of("ink", "quiet", "link", "error", "warning", "note")) {
                    assertContrast(colours.get(ink), colours.get(ground), 4.5);
                }
            }
            assertContrast(colours.get("marked"), colours.get("mark"), 4.5);
            assertContrast(colours.get("line"), colours.get("ground"), 3);
            themes++;
        }
        assertEquals(2, themes);
    }

    private static void assertContrast(String ink, String ground, double least) {
        double a = luminance(ink);
        double b = luminance(ground);
        double ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(ratio >= least, "#" + ink + " on #" + ground + " is " + ratio);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void jsoup_would_see_a_script() {
        assertEquals(
                1, Jsoup.parse("<p><script>alert(1)</script>").select("script").size());
    }
}
