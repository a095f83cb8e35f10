package org.govsocial.spi;

import java.util.Map;
import org.govsocial.model.Severity;

/**
 * One of the things that a rule can say.
 *
 * @param severity of findings that say it
 * @param text one or two plain sentences; {@code {name}} stands for an argument
 * @param once whether it holds for a file as a whole, so that reports for people say it once
 */
public record Message(Severity severity, String text, boolean once) {
    /**
     * The words with the arguments filled in.
     *
     * @param args values by name
     * @return the sentence that a person reads
     */
    public String filledWith(Map<String, String> args) {
        var out = new StringBuilder(text.length() + 32);
        int i = 0;
        while (i < text.length()) {
            int open = text.indexOf('{', i);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 1, close);
            out.append(text, i, open).append(args.getOrDefault(name, "{" + name + "}"));
            i = close + 1;
        }
        return out.append(text, i, text.length()).toString();
    }
}
