package org.govsocial.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Agency;
import org.govsocial.model.Country;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Setting;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** The rules of one configuration, with what packs adjusted, in the form that the hot path reads. */
final class RuleSet {
    /** A bit, beside those of the traits, that every post has. */
    static final int ANY_POST = 1 << 31;

    static final int TERMS = 1 << Trait.TERMS.ordinal();

    /** One rule that runs. */
    static final class Active implements Circumstances {
        /** Its place in {@link RuleSet#active}. */
        final int number;

        final Owned owned;
        /** The rule itself when it is about posts. */
        final @Nullable PostRule judge;

        /** Traits that are all needed, as bits. */
        final int needs;
        /** Traits of which one is needed, as bits. */
        final int needsAny;

        final Terms.Range terms;
        final boolean hasTerms;
        private final Country country;
        private final Agency agency;
        /** Traits with which the rule can do without its terms, as bits. */
        final int besideTerms;

        private final String[] keys;
        private final Severity[] severities;
        private final String[] names;
        private final int[] values;

        private Active(
                int number,
                Owned owned,
                Terms.Range terms,
                @Nullable Severity severity,
                Map<String, Integer> settings,
                Country country,
                Agency agency) {
            this.number = number;
            this.country = country;
            this.agency = agency;
            this.terms = terms;
            hasTerms = terms.bit() != 0;
            this.owned = owned;
            judge = owned.rule() instanceof PostRule rule ? rule : null;
            RuleInfo info = owned.info();
            needs = bits(info.needs());
            needsAny = info.needsAny().isEmpty() ? ANY_POST : bits(info.needsAny());
            besideTerms = (needs & TERMS) != 0 ? 0 : needsAny & ~TERMS;
            keys = info.messages().keySet().toArray(String[]::new);
            severities = new Severity[keys.length];
            for (int i = 0; i < keys.length; i++) {
                severities[i] = severity == null
                        ? Objects.requireNonNull(info.messages().get(keys[i])).severity()
                        : severity;
            }
            names = new String[info.settings().size()];
            values = new int[names.length];
            for (int i = 0; i < names.length; i++) {
                Setting setting = info.settings().get(i);
                names[i] = setting.name();
                values[i] = settings.getOrDefault(setting.name(), setting.value());
            }
        }

        Severity severity(String key) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i].equals(key)) {
                    return severities[i];
                }
            }
            throw new IllegalArgumentException("the rule declares no message \"" + key + "\"");
        }

        /** The most serious of what it can say. */
        Severity worst() {
            Severity worst = Severity.NOTE;
            for (Severity severity : severities) {
                worst = severity.compareTo(worst) > 0 ? severity : worst;
            }
            return worst;
        }

        @Override
        public Country country() {
            return country;
        }

        @Override
        public Agency agency() {
            return agency;
        }

        @Override
        public boolean isHeard(String key) {
            severity(key); // breaks where the rule declares no such message
            return true;
        }

        @Override
        public int setting(String name) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) {
                    return values[i];
                }
            }
            throw new IllegalArgumentException("the rule declares no setting \"" + name + "\"");
        }
    }

    /** What a rule knows beforehand where nobody hears of notes. */
    record WithoutNotes(Active rule) implements Circumstances {
        @Override
        public int setting(String name) {
            return rule.setting(name);
        }

        @Override
        public Country country() {
            return rule.country();
        }

        @Override
        public Agency agency() {
            return rule.agency();
        }

        @Override
        public boolean isHeard(String key) {
            return rule.severity(key) != Severity.NOTE;
        }
    }

    final Active[] active;
    final List<Owned> off;

    RuleSet(List<Owned> rules, Terms terms, List<Adjustment> adjustments, ReviewConfig config, Country country) {
        var running = new ArrayList<Active>();
        var stopped = new ArrayList<Owned>();
        for (Owned rule : rules) {
            var id = rule.info().id();
            if (!config.only().isEmpty() && !config.only().contains(id)
                    || config.skip().contains(id)) {
                continue;
            }
            Severity severity = null;
            var settings = new java.util.HashMap<String, Integer>();
            boolean isOff = false;
            for (Adjustment adjustment : adjustments) {
                if (adjustment.rule().equals(id)) {
                    severity = adjustment.severity() == null ? severity : adjustment.severity();
                    settings.putAll(adjustment.settings());
                    isOff = adjustment.off();
                }
            }
            if (isOff) {
                stopped.add(rule);
            } else {
                running.add(
                        new Active(running.size(), rule, terms.of(id), severity, settings, country, config.agency()));
            }
        }
        active = running.toArray(Active[]::new);
        off = List.copyOf(stopped);
    }

    /** The rules about posts that speak about a platform. */
    List<Active> postRules(Platform platform) {
        var speaking = new ArrayList<Active>();
        for (Active rule : active) {
            Set<Platform> platforms = rule.owned.info().platforms();
            if (rule.judge != null && (platforms.isEmpty() || platforms.contains(platform))) {
                speaking.add(rule);
            }
        }
        return speaking;
    }

    /** Traits as bits. */
    static int bits(Set<Trait> traits) {
        int bits = 0;
        for (Trait trait : traits) {
            bits |= 1 << trait.ordinal();
        }
        return bits;
    }
}
