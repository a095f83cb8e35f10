package org.govsocial.planning.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.model.Block;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Gap;
import org.govsocial.model.Plan;
import org.govsocial.spi.Catalogue;

/**
 * What templates may ask for: every fact has a name, words that say what it is, and a value when somebody has given one.
 * Immutable.
 *
 * <pre>{@code
 * Facts facts = Facts.of(plan, guidance).withAccounts(register).withText("period", "23 to 29 November 2026");
 * }</pre>
 */
public final class Facts {
    private final Map<String, Fact> facts;

    private Facts(Map<String, Fact> facts) {
        this.facts = facts;
    }

    /**
     * The facts of a plan. Those of the register and of reports are there as well, without values.
     *
     * @param plan which
     * @param catalogue has the names of the legal topics and the statements that risks and benefits rest on
     * @return every fact that there is
     */
    public static Facts of(Plan plan, Catalogue catalogue) {
        var facts = new LinkedHashMap<String, Fact>();
        new PlanFacts(plan, catalogue, facts).put();
        AccountFacts.put(List.of(), facts);
        ReportFacts.put(facts);
        return new Facts(facts);
    }

    /**
     * The same with a register of accounts.
     *
     * @param accounts its rows
     * @return new facts
     */
    public Facts withAccounts(List<ChannelAccount> accounts) {
        var changed = new LinkedHashMap<>(facts);
        AccountFacts.put(accounts, changed);
        return new Facts(changed);
    }

    /**
     * The same with another text.
     *
     * @param name of a fact that is a text
     * @param value in words; empty when not known
     * @return new facts
     * @throws IllegalArgumentException when there is no such fact
     */
    public Facts withText(String name, String value) {
        return with(name, new Fact.Text(value, asked(name, Fact.Text.class).gap()));
    }

    /**
     * The same with other values.
     *
     * @param name of a fact that has several values
     * @param values each with a text for every name of its parts; what is left out is not known. No values mean that it
     *     is known that there are none
     * @return new facts
     * @throws IllegalArgumentException when there is no such fact, or it has no such part
     */
    public Facts withValues(String name, List<Map<String, String>> values) {
        Fact.Values old = asked(name, Fact.Values.class);
        var changed = new ArrayList<Fact.Value>();
        for (Map<String, String> value : values) {
            for (String part : value.keySet()) {
                if (!old.names().contains(part)) {
                    throw new IllegalArgumentException("\"" + name + "\" has no part \"" + part + "\"");
                }
            }
            var parts = new LinkedHashMap<String, Fact>();
            for (String part : old.names()) {
                parts.put(
                        part,
                        new Fact.Text(
                                value.getOrDefault(part, ""),
                                new Gap(
                                        old.gap().what() + ": " + part,
                                        old.gap().advice())));
            }
            changed.add(new Fact.Value(parts, List.of()));
        }
        return with(name, new Fact.Values(changed, old.names(), true, old.gap()));
    }

    /**
     * The same with a chart.
     *
     * @param name of a fact that is a chart
     * @param chart what it shows
     * @return new facts
     * @throws IllegalArgumentException when there is no such fact
     */
    public Facts withChart(String name, Block.Chart chart) {
        return with(
                name,
                new Fact.Figure(
                        Optional.of(chart), asked(name, Fact.Figure.class).gap()));
    }

    private Facts with(String name, Fact fact) {
        var changed = new LinkedHashMap<>(facts);
        changed.put(name, fact);
        return new Facts(changed);
    }

    private <T extends Fact> T asked(String name, Class<T> kind) {
        Fact fact = facts.get(name);
        if (!kind.isInstance(fact)) {
            throw new IllegalArgumentException("there is no such fact: \"" + name + "\"");
        }
        return kind.cast(fact);
    }

    /**
     * Every fact, for whoever writes a template.
     *
     * @return in order
     */
    public List<Described> described() {
        var all = new ArrayList<Described>();
        facts.forEach((name, fact) -> all.add(new Described(
                name, fact.gap().what(), fact instanceof Fact.Values several ? several.names() : List.of())));
        return List.copyOf(all);
    }

    /**
     * A fact that templates may ask for.
     *
     * @param name in templates
     * @param what it is
     * @param parts names within each of its values; none when it has one value
     */
    public record Described(String name, String what, List<String> parts) {
        /** Copies the list. */
        public Described {
            parts = List.copyOf(parts);
        }
    }

    Map<String, Fact> byName() {
        return facts;
    }
}
