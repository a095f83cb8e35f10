package org.govsocial.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.model.RuleId;
import org.govsocial.model.WordRule;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.RulePage;
import org.jspecify.annotations.Nullable;

/** The pages of rules: a resource of the plug-in, or made from what a pack says of its word rule. */
final class Pages {
    private final Map<RuleId, WordRule> wordRules;

    Pages(Map<RuleId, WordRule> wordRules) {
        this.wordRules = Map.copyOf(wordRules);
    }

    Optional<RulePage> of(Owned rule) {
        WordRule words = wordRules.get(rule.info().id());
        if (words != null) {
            return Optional.of(new RulePage(page(words)));
        }
        GuidancePlugin plugin = rule.plugin();
        if (plugin == null) {
            return Optional.empty();
        }
        URL page = plugin.resource("/META-INF/govsocial/rules/" + rule.info().id() + ".md");
        if (page == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RulePage(text(page) + examples(plugin, rule)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String examples(GuidancePlugin plugin, Owned rule) throws IOException {
        URL examples =
                plugin.resource("/META-INF/govsocial/rules/" + rule.info().id() + ".examples.json");
        return examples == null ? "" : ShownExamples.section(text(examples));
    }

    private static String text(URL resource) throws IOException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Opens a resource without keeping its jar open behind the caller's back. */
    static InputStream open(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : "“" + texts.get(0) + "”";
    }

    private static String page(WordRule rule) {
        WordRule.Head head = rule.head();
        var out = new StringBuilder("# ").append(head.summary()).append("\n\n## Why\n\n");
        out.append(head.why().isEmpty() ? head.summary() : head.why()).append("\n\n## How to fix\n\n");
        out.append(head.fix().isEmpty() ? head.message() : head.fix()).append('\n');
        out.append("\n## When a person must decide\n\n");
        out.append(
                head.cantTell()
                        ? "Always: the rule points at words and a person judges them.\n"
                        : "When the words are quoted, or are somebody's own choice.\n");
        if (rule instanceof WordRule.Swap swap) {
            out.append("\n## Words\n\n| Instead of | Write |\n|---|---|\n");
            swap.swaps().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> out.append("| ")
                            .append(e.getKey())
                            .append(" | ")
                            .append(String.join(" or ", e.getValue()))
                            .append(" |\n"));
        } else if (rule instanceof WordRule.Term term) {
            out.append("\n## Words\n\n");
            term.terms().stream()
                    .sorted()
                    .forEach(t -> out.append("- ").append(t).append('\n'));
        }
        return out.append("\n## Known traps\n\nTerms match whole words, in any case.\n")
                .append(ShownExamples.section(first(head.pass()), first(head.fail()), null))
                .toString();
    }
}
