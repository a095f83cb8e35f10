package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.govsocial.engine.Guidance;
import org.govsocial.model.CaseStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseSearchTest {
    private static final CaseLibrary LIBRARY = CaseLibrary.of(Guidance.of(List.of(new CaseStudies())));
    private static final CaseSearch SEARCH = LIBRARY.search();

    @AfterAll
    static void close() {
        SEARCH.close();
    }

    private static String first(String words) {
        var hits = SEARCH.search(CaseQuery.of(words)).hits();
        assertFalse(hits.isEmpty(), words);
        return hits.get(0).found().id();
    }

    @ParameterizedTest
    @CsvSource({
        "hapū Māori, hapu Maori",
        "Māori and Pacific families, maori and pacific family",
        "Kaikōura earthquake, kaikoura earthquakes",
        "Waipā, Waipa",
        "Manatū Taonga, manatu taonga",
        "M\u0101ori mothers, Ma\u0304ori mother",
        "photograph, photographs",
        "submission, submissions",
        "councillor, councillors",
        "advertisement, ADVERTISEMENTS",
        "wiki, wikis",
        "breastfeeding mum, breastfeeding mums",
        "Auckland flood, Auckland floods",
    })
    void macrons_and_plurals_give_the_same_first_result(String one, String other) {
        assertEquals(first(one), first(other));
    }

    @ParameterizedTest
    @CsvSource({
        "measels, C-04",
        "breastfeding, C-06",
        "immunistaion, M-05",
        "geonett, C-10",
        "wellignton emergency, C-11",
    })
    void typing_errors_are_forgiven(String words, String id) {
        var hits = SEARCH.search(CaseQuery.of(words).withLimit(3)).hits();
        assertTrue(
                hits.stream().anyMatch(h -> h.found().id().equals(id)),
                () -> words + ": " + hits.stream().map(h -> h.found().id()).toList());
    }

    @ParameterizedTest
    @CsvSource({"twitter, x", "agency, department", "photo, image", "vaccination, immunisation", "cops, police"})
    void words_of_the_same_meaning_find_the_same_cases(String one, String other) {
        var ones = SEARCH.search(CaseQuery.of(one).withLimit(100));
        var others = SEARCH.search(CaseQuery.of(other).withLimit(100));
        assertTrue(ones.total() > 0, one);
        assertEquals(ones.total(), others.total(), () -> one + " and " + other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-01", "m-03", "TBX-08"})
    void an_id_finds_its_case_first(String id) {
        assertEquals(id.toUpperCase(java.util.Locale.ROOT), first(id));
    }

    @Test
    void facets_narrow_and_count_what_was_found() {
        var all = SEARCH.search(CaseQuery.of("").withLimit(1000));
        assertEquals(LIBRARY.cases().size(), all.total());
        for (Facet facet : Facet.values()) {
            assertEquals(
                    LIBRARY.counts(facet), new java.util.TreeMap<>(all.facets().get(facet)), facet.id());
            for (var value : LIBRARY.counts(facet).entrySet()) {
                var some = SEARCH.search(
                        CaseQuery.of("").with(facet, List.of(value.getKey())).withLimit(1000));
                assertEquals(value.getValue(), some.total(), () -> facet.id() + " " + value.getKey());
                some.hits().forEach(h -> assertTrue(facet.of(h.found()).contains(value.getKey())));
            }
        }
        var abroad = SEARCH.search(CaseQuery.of("").with(Facet.COUNTRY, List.of("au", "gb")));
        assertEquals(2, abroad.total());
    }

    @Test
    void a_snippet_marks_what_was_found() {
        var hit = SEARCH.search(CaseQuery.of("whaling debates")).hits().get(0);
        assertEquals("C-16", hit.found().id());
        var marked = hit.marks().stream()
                .map(m -> hit.snippet().substring(m.start(), m.end()))
                .toList();
        assertTrue(marked.containsAll(List.of("whaling", "debate")), marked::toString);
        assertEquals("", hit.explanation());
        assertTrue(SEARCH.search(CaseQuery.of("whaling").explained())
                .hits()
                .get(0)
                .explanation()
                .contains("whaling"));
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertEquals(0, SEARCH.search(CaseQuery.of("zzzzqqqq")).total());
        assertEquals(0, SEARCH.search(CaseQuery.of("the of and")).total());
    }

    @Test
    void whatever_people_type_is_only_words() {
        var random = new Random(7);
        String signs = "+-&|!(){}[]^\"~*?:\\/ ANDORNOT\u0000\u0002\u0003āĀ😀\t";
        for (int i = 0; i < 500; i++) {
            var typed = new StringBuilder();
            for (int k = random.nextInt(40); k >= 0; k--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            String words = typed + " measles";
            var ids = SEARCH.search(CaseQuery.of(words)).hits().stream()
                    .map(h -> h.found().id())
                    .toList();
            assertTrue(ids.contains("C-04"), () -> "seed 7: " + words + ": " + ids);
        }
    }

    /**
     * The figure is a release figure: 95 of 100 within 10 ms. In processor time, since a busy machine says nothing of the
     * search; a build that measures on the side allows for a machine that is slow as well.
     */
    @Test
    void ten_thousand_cases_are_searched_fast() {
        List<CaseStudy> cases = Made.cases(10_000, 42);
        long[] times = new long[400];
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        try (CaseSearch large = CaseSearch.of(cases)) {
            var random = new Random(43);
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < times.length; i++) {
                    String words = Made.sentence(1 + random.nextInt(3), random);
                    long start = clock.getCurrentThreadCpuTime();
                    large.search(CaseQuery.of(words));
                    times[i] = clock.getCurrentThreadCpuTime() - start;
                }
            }
            assertEquals(10_000, large.search(CaseQuery.of("")).total());
        }
        Arrays.sort(times);
        long p95 = times[times.length * 95 / 100];
        System.out.printf(
                java.util.Locale.ROOT,
                "10,000 cases: p50 %.1f ms, p95 %.1f ms of processor time%n",
                times[200] / 1e6,
                p95 / 1e6);
        long most = Boolean.getBoolean("govsocial.release") ? 10_000_000L : 30_000_000L;
        assertTrue(p95 <= most, () -> "p95 is " + p95 / 1e6 + " ms");
    }

    @Test
    void a_library_without_cases_finds_nothing(@TempDir Path folder) throws IOException {
        CaseIndex.update(folder, List.of());
        for (CaseSearch search : List.of(CaseSearch.of(List.of()), CaseSearch.open(folder))) {
            try (search) {
                for (String words : List.of("measles", "")) {
                    CaseSearch.Results none = search.search(CaseQuery.of(words).with(Facet.COUNTRY, List.of("nz")));
                    assertEquals(0, none.total());
                    assertEquals(Map.of(), none.facets());
                }
                assertEquals(List.of(), search.searchAny("measles", 5));
            }
        }
    }
}
