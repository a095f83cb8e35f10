package org.govsocial.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.model.Citation;
import org.govsocial.model.Country;
import org.govsocial.model.Platform;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;

/**
 * What a rule is: all of it known before any subject is seen. Made by {@link #of} and {@code with…}, so that
 * components can be added.
 *
 * @param id the rule
 * @param cites the statement of the guidance that it rests on
 * @param summary what it asks, one plain sentence
 * @param messages what it can say, by key, in order
 * @param settings what an agency may adjust
 * @param needs traits without which the rule has nothing to say
 * @param needsAny traits of which one at least is needed; empty when there is no such need
 * @param platforms the platforms it speaks about; empty for all
 * @param criterion the WCAG 2.2 success criterion it corresponds to, such as {@code "1.1.1"}; empty for none
 * @param countries the countries whose posts it judges; empty for all
 * @param citations the statement that it rests on in a country, where that is another than {@code cites}
 */
public record RuleInfo(
        RuleId id,
        Citation cites,
        String summary,
        Map<String, Message> messages,
        List<Setting> settings,
        Set<Trait> needs,
        Set<Trait> needsAny,
        Set<Platform> platforms,
        String criterion,
        Set<Country> countries,
        Map<Country, Citation> citations) {
    /** Copies the collections. */
    public RuleInfo {
        // One message has no order to keep, and what is immutable is not copied again at each step of making a rule.
        messages =
                messages.size() < 2 ? Map.copyOf(messages) : Collections.unmodifiableMap(new LinkedHashMap<>(messages));
        settings = List.copyOf(settings);
        needs = copy(needs);
        needsAny = copy(needsAny);
        platforms = Set.copyOf(platforms);
        countries = Set.copyOf(countries);
        citations = Map.copyOf(citations);
    }

    private static Set<Trait> copy(Set<Trait> traits) {
        return traits.size() < 2 ? Set.copyOf(traits) : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    }

    /**
     * A rule that can say nothing yet.
     *
     * @param id {@code document/name}
     * @param cites the statement that it rests on
     * @param summary what it asks, one plain sentence
     * @return the description
     */
    public static RuleInfo of(String id, Citation cites, String summary) {
        return new RuleInfo(
                RuleId.of(id),
                cites,
                summary,
                Map.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "",
                Set.of(),
                Map.of());
    }

    /**
     * The same rule with one more message.
     *
     * @param key kebab case
     * @param severity of findings that say it
     * @param text one or two plain sentences; {@code {name}} stands for an argument
     * @return a new description
     */
    public RuleInfo withMessage(String key, Severity severity, String text) {
        var all = new LinkedHashMap<>(messages);
        all.put(key, new Message(severity, text, false));
        return new RuleInfo(
                id, cites, summary, all, settings, needs, needsAny, platforms, criterion, countries, citations);
    }

    /**
     * The same rule with a message that holds for a file as a whole, such as that its format cannot carry text
     * alternatives: reports for people say it once and count the rest.
     *
     * @param key of a message that it has
     * @return a new description
     * @throws IllegalArgumentException when there is no such message
     */
    public RuleInfo saidOnce(String key) {
        var all = new LinkedHashMap<>(messages);
        if (all.computeIfPresent(key, (k, message) -> new Message(message.severity(), message.text(), true)) == null) {
            throw new IllegalArgumentException(id + " has no message \"" + key + "\".");
        }
        return new RuleInfo(
                id, cites, summary, all, settings, needs, needsAny, platforms, criterion, countries, citations);
    }

    /**
     * The same rule with one more setting.
     *
     * @param name kebab case
     * @param value the default
     * @param min the least that makes sense
     * @param max the most that makes sense
     * @param meaning what it is, with its unit and the source of the default
     * @return a new description
     */
    public RuleInfo withSetting(String name, int value, int min, int max, String meaning) {
        var all = new ArrayList<>(settings);
        all.add(new Setting(name, value, min, max, meaning));
        return new RuleInfo(
                id, cites, summary, messages, all, needs, needsAny, platforms, criterion, countries, citations);
    }

    /**
     * The same rule for posts with certain traits only.
     *
     * @param traits all of them are needed
     * @return a new description
     */
    public RuleInfo withNeeds(Trait... traits) {
        return new RuleInfo(
                id,
                cites,
                summary,
                messages,
                settings,
                Set.of(traits),
                needsAny,
                platforms,
                criterion,
                countries,
                citations);
    }

    /**
     * The same rule for posts with one trait or another.
     *
     * @param traits one of them at least is needed, beside those of {@link #withNeeds}
     * @return a new description
     */
    public RuleInfo withNeedsAny(Trait... traits) {
        return new RuleInfo(
                id,
                cites,
                summary,
                messages,
                settings,
                needs,
                Set.of(traits),
                platforms,
                criterion,
                countries,
                citations);
    }

    /**
     * The same rule for some platforms only.
     *
     * @param only the platforms it speaks about
     * @return a new description
     */
    public RuleInfo withPlatforms(Platform... only) {
        return new RuleInfo(
                id, cites, summary, messages, settings, needs, needsAny, Set.of(only), criterion, countries, citations);
    }

    /**
     * The same rule, corresponding to a success criterion.
     *
     * @param number of WCAG 2.2, such as {@code "1.1.1"}
     * @return a new description
     */
    public RuleInfo withCriterion(String number) {
        return new RuleInfo(
                id, cites, summary, messages, settings, needs, needsAny, platforms, number, countries, citations);
    }

    /**
     * The same rule for the posts of some countries only.
     *
     * @param only the countries whose posts it judges
     * @return a new description
     */
    public RuleInfo withCountries(Country... only) {
        return new RuleInfo(
                id, cites, summary, messages, settings, needs, needsAny, platforms, criterion, Set.of(only), citations);
    }

    /**
     * The same rule, resting on another statement in a country.
     *
     * @param country where
     * @param cited the statement that it rests on there
     * @return a new description
     */
    public RuleInfo withCitation(Country country, Citation cited) {
        var all = new HashMap<>(citations);
        all.put(country, cited);
        return new RuleInfo(
                id, cites, summary, messages, settings, needs, needsAny, platforms, criterion, countries, all);
    }

    /**
     * Whether the rule judges posts of a country.
     *
     * @param country which
     * @return true when it judges those of all
     */
    public boolean speaksIn(Country country) {
        return countries.isEmpty() || countries.contains(country);
    }

    /**
     * The rule as it is in a country: resting on the statement of that country.
     *
     * @param country where
     * @return this when the country has no statement of its own
     */
    public RuleInfo in(Country country) {
        Citation own = citations.get(country);
        return own == null
                ? this
                : new RuleInfo(
                        id, own, summary, messages, settings, needs, needsAny, platforms, criterion, countries,
                        citations);
    }

    /**
     * The most serious of its messages.
     *
     * @return the severity
     */
    public Severity severity() {
        return messages.values().stream()
                .map(Message::severity)
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
    }
}
