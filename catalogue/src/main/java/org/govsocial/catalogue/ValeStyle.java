package org.govsocial.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.model.Citation;
import org.govsocial.model.Country;
import org.govsocial.model.Modality;
import org.govsocial.model.Pack;
import org.govsocial.model.Platform;
import org.govsocial.model.Provenance;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.model.WordRule;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A style of the prose checker Vale, taken over into a pack. Rules that look for words ({@code existence}) or offer
 * others ({@code substitution}) become rules of the kinds {@code term} and {@code swap}; patterns that stand for a list
 * of words are spelled out. What words cannot say is left out and named.
 *
 * @param pack what could be taken over
 * @param leftOut what could not, and why: a line each
 */
public record ValeStyle(Pack pack, List<String> leftOut) {
    /** A file of rules is far smaller. */
    private static final long MOST_BYTES = 1 << 20;

    /** Copies the list. */
    public ValeStyle {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a style.
     *
     * @param folder with a {@code .yml} file for each rule; its name is the name of the style
     * @param maintainer who keeps the pack
     * @param today the day on which the style is read
     * @return the pack, and what was left out
     * @throws IOException when the folder or a file in it cannot be read
     */
    public static ValeStyle read(Path folder, String maintainer, LocalDate today) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(
                            f -> f.toString().endsWith(".yml") || f.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        String style = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String id = kebab(style);
        var reading = new Reading(id, new ArrayList<>(), new ArrayList<>());
        for (Path file : files) {
            reading.file(file);
        }
        String prefix = id.toUpperCase(Locale.ROOT);
        var statement = new Statement(
                prefix + "-1",
                prefix + "-WORDS",
                "Write as the style “" + style + "” asks.",
                Modality.SHOULD,
                Provenance.PROJECT,
                prefix,
                "",
                today,
                Statement.Facets.ALL,
                "",
                "",
                List.of());
        var source = new Source(prefix, "The style “" + style + "”", maintainer, "", "", Provenance.PROJECT);
        return new ValeStyle(
                WordPacks.of(id, style, maintainer, source, statement, reading.rules()), reading.leftOut());
    }

    /** Lower-case words joined by hyphens: {@code GenderBias} and {@code gender_bias} are both {@code gender-bias}. */
    static String kebab(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return words.isEmpty() ? "style" : Character.isDigit(words.charAt(0)) ? "style-" + words : words;
    }

    /** What has been read of a style so far. */
    private record Reading(String style, List<WordRule> rules, List<String> leftOut) {
        void file(Path file) throws IOException {
            String name = String.valueOf(file.getFileName());
            if (Files.size(file) > MOST_BYTES) {
                leftOut.add(name + ": it is larger than a file of rules is.");
                return;
            }
            Object read;
            try (InputStream in = Files.newInputStream(file)) {
                read = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
            } catch (YamlEngineException e) {
                leftOut.add(name + ": it is not YAML that can be read ("
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ").");
                return;
            }
            if (!(read instanceof Map<?, ?> rule)) {
                leftOut.add(name + ": it holds no rule.");
                return;
            }
            switch (String.valueOf(rule.get("extends"))) {
                case "existence" -> existence(name, rule);
                case "substitution" -> substitution(name, rule);
                default ->
                    leftOut.add(name + ": rules that extend \"" + rule.get("extends") + "\" have no counterpart.");
            }
        }

        private void existence(String name, Map<?, ?> rule) {
            var terms = new LinkedHashSet<String>();
            var patterns = new ArrayList<Object>();
            for (String key : List.of("tokens", "raw")) {
                if (rule.get(key) instanceof List<?> list) {
                    patterns.addAll(list);
                }
            }
            for (Object pattern : patterns) {
                terms.addAll(words(name, String.valueOf(pattern)));
            }
            if (terms.isEmpty()) {
                leftOut.add(name + ": it looks for nothing that words can say.");
            } else {
                String example = terms.iterator().next();
                rules.add(new WordRule.Term(head(name, rule, example), List.copyOf(terms), List.of()));
            }
        }

        private void substitution(String name, Map<?, ?> rule) {
            var swaps = new LinkedHashMap<String, List<String>>();
            if (rule.get("swap") instanceof Map<?, ?> given) {
                given.forEach((from, to) -> {
                    for (String word : words(name, String.valueOf(from))) {
                        swaps.put(word, List.of(String.valueOf(to).split("\\|", -1)));
                    }
                });
            }
            if (swaps.isEmpty()) {
                leftOut.add(name + ": it swaps nothing that words can say.");
            } else {
                String example = swaps.keySet().iterator().next();
                rules.add(new WordRule.Swap(head(name, rule, example), swaps, List.of(), false));
            }
        }

        private List<String> words(String name, String pattern) {
            var words = new ArrayList<String>();
            for (String word : Wordings.of(pattern)) {
                if (word.matches("[\\p{L}\\p{M}\\p{N}'’]+([ -][\\p{L}\\p{M}\\p{N}'’]+)*")) {
                    words.add(word);
                }
            }
            if (words.isEmpty()) {
                leftOut.add(name + ": \"" + pattern + "\" is not a list of words.");
            }
            return words;
        }

        private WordRule.Head head(String name, Map<?, ?> rule, String example) {
            String rulesName = kebab(name.substring(0, name.lastIndexOf('.')));
            String message = message(String.valueOf(rule.get("message")));
            String link = rule.get("link") == null ? "" : "See " + rule.get("link") + ".";
            return new WordRule.Head(
                    new RuleId(style, rulesName),
                    severity(String.valueOf(rule.get("level"))),
                    false,
                    new Citation(style, style.toUpperCase(Locale.ROOT) + "-1"),
                    "Mind the words of the rule “" + rulesName + "”.",
                    message,
                    link,
                    "",
                    List.<Platform>of(),
                    List.<Country>of(),
                    List.of("Kia ora."),
                    List.of("Kia ora: " + example + "."));
        }

        /** The last {@code %s} of a message stands for the words found; one before it for what to write instead. */
        private static String message(String given) {
            String said = given.equals("null") ? "Mind “%s”." : given;
            int last = said.lastIndexOf("%s");
            if (last < 0) {
                return said;
            }
            return said.substring(0, last).replace("%s", "the words offered") + "{text}" + said.substring(last + 2);
        }

        /** A word list is a guess about a text, so it is never an error. */
        private static Severity severity(String level) {
            return level.equals("suggestion") || level.equals("null") ? Severity.NOTE : Severity.WARNING;
        }
    }
}
