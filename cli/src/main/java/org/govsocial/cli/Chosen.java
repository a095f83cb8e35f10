package org.govsocial.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Country;
import org.govsocial.model.Platform;
import org.govsocial.model.RuleId;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.RuleInfo;
import org.jspecify.annotations.Nullable;

/** What the names that a user types stand for. A name that stands for nothing is refused, with the nearest one. */
final class Chosen {
    /** The report format for people, which is written when none is named. */
    static final String FOR_PEOPLE = "text";

    private Chosen() {}

    /** Rules by id, or by name alone where only one document has a rule of that name. */
    static Set<RuleId> rules(String option, Collection<String> typed, Guidance guidance) throws UsageError {
        var rules = new LinkedHashSet<RuleId>();
        for (String name : typed) {
            rules.add(rule(option, name, guidance));
        }
        return rules;
    }

    /** A country that rules know; New Zealand when none is named. */
    static Country country(String option, @Nullable String typed) throws UsageError {
        if (typed == null) {
            return Country.NZ;
        }
        for (Country country : Country.KNOWN) {
            if (country.id().equals(typed.strip().toLowerCase(Locale.ROOT))) {
                return country;
            }
        }
        throw new UsageError(
                option,
                "The rules do not know the country \"" + typed + "\".",
                "Choose from nz, au, uk and us, or none for what holds everywhere.");
    }

    static RuleId rule(String option, String typed, Guidance guidance) throws UsageError {
        String name = typed.strip();
        var known = new ArrayList<String>();
        RuleId byName = null;
        boolean several = false;
        for (RuleInfo rule : guidance.rules()) {
            if (rule.id().toString().equals(name)) {
                return rule.id();
            }
            if (rule.id().name().equals(name)) {
                several = byName != null;
                byName = rule.id();
            }
            known.add(rule.id().toString());
        }
        if (byName != null && !several) {
            return byName;
        }
        String question = Nearest.question(name, known);
        if (question.isEmpty() && name.indexOf('/') < 0) {
            var names = new ArrayList<String>();
            for (RuleInfo rule : guidance.rules()) {
                names.add(rule.id().name());
            }
            question = Nearest.question(name, names);
        }
        throw new UsageError(
                option,
                several
                        ? "Several documents have a rule \"" + name + "\"; write document/rule."
                        : "There is no rule \"" + name + "\"." + question,
                "\"govsocial rules\" lists them.");
    }

    static List<Platform> platforms(Collection<String> typed, Guidance guidance) throws UsageError {
        var known = new TreeSet<String>();
        for (Platform platform : Platform.KNOWN) {
            known.add(platform.id());
        }
        for (RuleInfo rule : guidance.rules()) {
            for (Platform platform : rule.platforms()) {
                known.add(platform.id());
            }
        }
        var platforms = new LinkedHashSet<Platform>();
        for (String name : typed) {
            Platform platform = platform(name);
            if (platform == null || !known.contains(platform.id())) {
                throw new UsageError(
                        "--platform",
                        "There is no platform \"" + name + "\"." + Nearest.question(name, known),
                        "Choose from " + String.join(", ", known) + ".");
            }
            platforms.add(platform);
        }
        return List.copyOf(platforms);
    }

    private static @Nullable Platform platform(String name) {
        try {
            return Platform.named(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static PostReader reader(String typed, Guidance guidance) throws UsageError {
        var known = new ArrayList<String>();
        for (PostReader reader : guidance.postReaders()) {
            if (reader.id().equals(typed)) {
                return reader;
            }
            known.add(reader.id());
        }
        throw unknown("--from", "format", typed, known, "No reader is installed: put the archives module back.");
    }

    static ReportFormat format(@Nullable String name, Guidance guidance) throws UsageError {
        String typed = name == null ? FOR_PEOPLE : name;
        var known = new ArrayList<String>();
        for (ReportFormat format : guidance.reportFormats()) {
            if (format.id().equals(typed)) {
                return format;
            }
            known.add(format.id());
        }
        throw unknown(
                "--format",
                "report format",
                typed,
                known,
                "No report format is installed: put the reports module back.");
    }

    static Charset encoding(String typed) throws UsageError {
        try {
            return Charset.forName(typed);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UsageError(
                    "--encoding",
                    "There is no encoding \"" + typed + "\".",
                    "Common ones are utf-8, utf-16le and windows-1252.");
        }
    }

    private static UsageError unknown(String option, String what, String typed, List<String> known, String none) {
        return new UsageError(
                option,
                "There is no " + what + " \"" + typed + "\"." + Nearest.question(typed, known),
                known.isEmpty() ? none : "Choose from " + String.join(", ", known) + ".");
    }
}
