package org.govsocial.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Describes options, and reads them. Every value is text; what it stands for is found out by whoever reads it. */
final class Options {
    /** The formats of reports; a test holds that none is missing. */
    static final String REPORTS =
            "The report: text (the default), html, md, json, jsonl, sarif, earl, junit, csv or github.";

    private static final String FORMAT = "--format";

    private Options() {}

    /** A verb with the options that all verbs take. */
    static CommandSpec verb(String name, String header, String... description) {
        CommandSpec spec = CommandSpec.create().name(name).interpolateVariables(false);
        spec.usageMessage().header(header).description(description).sortOptions(false);
        return spec;
    }

    /** Ends the options of a verb with those that all verbs take. */
    static CommandSpec withStandard(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-q", "--quiet")
                .description("No progress and no remarks; problems are still said.")
                .build());
        spec.addOption(OptionSpec.builder("--debug")
                .description("Show the technical trace of a fault. GOVSOCIAL_DEBUG=1 does the same.")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and stop.")
                .build());
        return spec;
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).description(description).build();
    }

    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** An option that may be given several times, or once with commas. */
    static OptionSpec list(String name, String label, String description) {
        return repeatable(name, label, description).splitRegex(",").build();
    }

    /** An option that may be given several times. */
    static OptionSpec.Builder repeatable(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description);
    }

    static PositionalParamSpec parameter(String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .index(arity.endsWith("*") ? "0..*" : arity.equals("2") ? "0..1" : "0")
                .required(!arity.startsWith("0"))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    static OptionSpec dataFormat() {
        return value(FORMAT, "NAME", "text (the default) or json.");
    }

    /** Whether a verb that lists things is asked for JSON. */
    static boolean wantsJson(ParseResult given) throws UsageError {
        String format = given.matchedOptionValue(FORMAT, "text").toLowerCase(Locale.ROOT);
        if (!format.equals("text") && !format.equals("json")) {
            throw new UsageError(FORMAT, "There is no format \"" + format + "\" here.", "Choose text or json.");
        }
        return format.equals("json");
    }

    static @Nullable String text(ParseResult given, String option) {
        return given.matchedOptionValue(option, (String) null);
    }

    static boolean isSet(ParseResult given, String option) {
        return given.hasMatchedOption(option);
    }

    static List<String> texts(ParseResult given, String option) {
        return given.matchedOptionValue(option, List.<String>of());
    }

    static List<String> parameters(ParseResult given) {
        return given.matchedPositionalValue(0, List.<String>of());
    }
}
