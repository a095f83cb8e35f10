package org.govsocial.mishap.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words to use in a mishap, made from the template of a step: whoever uses them fills in what stands in brackets.
 *
 * @param text the words; what was not filled in still stands in brackets
 * @param open what is still to be filled in
 */
public record HoldingStatement(String text, List<String> open) {
    private static final Pattern BLANK = Pattern.compile("\\[([^\\[\\]]{1,80})\\]");

    /** Copies the list. */
    public HoldingStatement {
        open = List.copyOf(open);
    }

    /**
     * What a template leaves to be filled in.
     *
     * @param template words with names in brackets, such as {@code "Next update by [time]."}
     * @return the names, each once, in order
     */
    public static List<String> blanks(String template) {
        var names = new LinkedHashSet<String>();
        BLANK.matcher(template).results().forEach(m -> names.add(m.group(1)));
        return List.copyOf(names);
    }

    /**
     * Fills a template in.
     *
     * @param template words with names in brackets
     * @param values what to put in their place, by name in any case
     * @return the words
     */
    public static HoldingStatement of(String template, Map<String, String> values) {
        var known = new HashMap<String, String>();
        values.forEach((name, value) -> known.put(name.strip().toLowerCase(Locale.ROOT), value));
        var text = new StringBuilder();
        var open = new ArrayList<String>();
        int from = 0;
        for (var found :
                (Iterable<MatchResult>) () -> BLANK.matcher(template).results().iterator()) {
            String value = known.get(found.group(1).toLowerCase(Locale.ROOT));
            if (value == null && !open.contains(found.group(1))) {
                open.add(found.group(1));
            }
            text.append(template, from, found.start()).append(value == null ? found.group() : value);
            from = found.end();
        }
        return new HoldingStatement(text.append(template.substring(from)).toString(), open);
    }

    /**
     * Fills a template in with words that stand for any, to see whether the template itself is sound.
     *
     * @param template words with names in brackets
     * @return the words, nothing left to fill in
     */
    public static HoldingStatement example(String template) {
        var values = new HashMap<String, String>();
        for (String blank : blanks(template)) {
            values.put(
                    blank,
                    blank.contains("link")
                            ? "https://www.example.govt.nz/news"
                            : blank.contains("time") ? "9 pm" : "the report");
        }
        return of(template, values);
    }
}
