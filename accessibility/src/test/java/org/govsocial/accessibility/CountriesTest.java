package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.model.Country;
import org.govsocial.model.Finding;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.spi.RuleInfo;
import org.junit.jupiter.api.Test;

/** What a country changes: lists of words, spelling, and the sources that rules rest on. */
class CountriesTest {
    private static final Set<String> NEW_ZEALAND_ONLY = Set.of(
            "hashtag-macron",
            "maori-macron-missing",
            "maori-vowel-encoding",
            "maori-word-division",
            "people-words",
            "place-name-official");

    @Test
    void rules_about_te_reo_and_names_here_are_new_zealands_alone() {
        Set<String> here = rules(Country.NZ);
        assertTrue(here.containsAll(NEW_ZEALAND_ONLY), here.toString());
        for (Country country : List.of(Country.AU, Country.UK, Country.US, Country.NONE)) {
            Set<String> there = rules(country);
            assertTrue(there.stream().noneMatch(NEW_ZEALAND_ONLY::contains), country + ": " + there);
            assertTrue(there.size() > 50, country + " has only " + there.size());
        }
    }

    @Test
    void every_country_loads_without_a_problem_and_what_it_cites_exists() {
        for (Country country : Country.KNOWN) {
            Guidance guidance = guidance(country);
            assertEquals(List.of(), guidance.problems(), country.id());
            for (RuleInfo rule : guidance.rules()) {
                assertTrue(guidance.statement(rule.cites()).isPresent(), country + ": " + rule.id());
            }
        }
    }

    @Test
    void a_rule_rests_on_a_source_of_the_country_where_there_is_one() {
        assertEquals("508", source(Country.NZ, "hashtag-camel-case"));
        assertEquals("508", source(Country.US, "hashtag-camel-case"));
        assertEquals("DEFRA", source(Country.UK, "hashtag-camel-case"));
        assertEquals("NSW-DPC", source(Country.AU, "hashtag-camel-case"));
        assertEquals("508", source(Country.US, "image-alt-missing"));
        assertEquals("NSW-T", source(Country.AU, "image-alt-missing"));
    }

    @Test
    void each_country_has_its_own_words_for_people() {
        String text = "Disabled people told us what works";
        assertEquals(Set.of(), found(Country.NZ, text));
        assertEquals(Set.of("people-words-au"), found(Country.AU, text));
        assertEquals(Set.of("people-words"), found(Country.NZ, "People with disabilities told us what works"));
        assertEquals(Set.of(), found(Country.US, "People with disabilities told us what works"));
        for (Country country : Country.KNOWN) {
            Set<String> found = found(country, "A path for wheelchair-bound visitors");
            assertEquals(1, found.size(), country + ": " + found);
        }
    }

    @Test
    void acronyms_that_everybody_knows_differ() {
        assertEquals(Set.of(), found(Country.NZ, "Watch RNZ news tonight"));
        assertEquals(Set.of("acronym-unexplained"), found(Country.UK, "Watch RNZ news tonight"));
        assertEquals(Set.of(), found(Country.UK, "Ask the NHS for help"));
        assertEquals(Set.of("acronym-unexplained"), found(Country.NZ, "Ask the NHS for help"));
        assertEquals(Set.of(), found(Country.US, "FEMA opens a centre"));
        assertEquals(Set.of(), found(Country.AU, "The ATO opens a centre"));
    }

    @Test
    void spelling_differs_in_the_words_that_have_plainer_ones() {
        assertEquals(Set.of("plain-word-us"), found(Country.US, "We utilized your answers"));
        assertEquals(Set.of(), found(Country.NZ, "We utilized your answers"));
        assertEquals(Set.of("plain-word"), found(Country.NZ, "We utilised your answers"));
    }

    private static String source(Country country, String rule) {
        Guidance guidance = guidance(country);
        RuleInfo info = guidance.rule(RuleId.of("accessibility/" + rule)).orElseThrow();
        return guidance.statement(info.cites()).orElseThrow().source();
    }

    private static Set<String> rules(Country country) {
        return guidance(country).rules().stream()
                .map(r -> r.id().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Country country, String text) {
        return guidance(country).reviewer(ReviewConfig.DEFAULTS).review(Post.of("p", text)).findings().stream()
                .map(Finding::rule)
                .map(RuleId::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Guidance guidance(Country country) {
        return Guidance.of(List.of(new Accessibility()), country);
    }
}
