package org.govsocial.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Spells out a simple pattern as the words that it stands for: {@code (?:utilis|utiliz)e[sd]?} is six words. Groups,
 * alternatives, optional parts, letters in brackets, white space and word boundaries are understood; anything that can
 * stand for more than {@link #MOST} wordings, or for any number of them, is refused.
 */
final class Wordings {
    /** More wordings than a person would have written out. */
    static final int MOST = 200;

    private final String pattern;
    private int at;

    private Wordings(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Spells out a pattern.
     *
     * @param pattern as written in a style
     * @return the wordings, without repeats; empty when it is no such pattern
     */
    static List<String> of(String pattern) {
        var all = new Wordings(pattern);
        try {
            List<String> words = all.alternatives();
            if (all.at < pattern.length()) {
                return List.of();
            }
            return words.stream()
                    .map(w -> w.strip().replaceAll(" +", " "))
                    .filter(w -> !w.isEmpty())
                    .distinct()
                    .toList();
        } catch (NotSimple e) {
            return List.of();
        }
    }

    /** The pattern stands for more than a list of wordings. */
    private static final class NotSimple extends Exception {
        private static final long serialVersionUID = 1;
    }

    private List<String> alternatives() throws NotSimple {
        var all = new ArrayList<>(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return few(all);
    }

    private List<String> sequence() throws NotSimple {
        List<String> all = List.of("");
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            List<String> next = repeated(part());
            var longer = new ArrayList<String>();
            for (String head : all) {
                for (String tail : next) {
                    longer.add(head + tail);
                }
            }
            all = few(longer);
        }
        return all;
    }

    private List<String> repeated(List<String> part) throws NotSimple {
        char sign = at < pattern.length() ? pattern.charAt(at) : ' ';
        if (sign == '?') {
            at++;
            var both = new ArrayList<>(part);
            both.add("");
            return both;
        }
        if (sign == '+' && part.equals(List.of(" "))) {
            at++; // any white space between two words is one space here
            return part;
        }
        if (sign == '*' || sign == '+' || sign == '{') {
            throw new NotSimple();
        }
        return part;
    }

    private List<String> part() throws NotSimple {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escaped();
            case '.', '^', '$', ']', '{', '}', '*', '+', '?' -> throw new NotSimple();
            default -> List.of(String.valueOf(c));
        };
    }

    private List<String> group() throws NotSimple {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?", at)) {
            throw new NotSimple();
        }
        List<String> inside = alternatives();
        if (at >= pattern.length()) {
            throw new NotSimple();
        }
        at++;
        return inside;
    }

    private List<String> letters() throws NotSimple {
        int end = pattern.indexOf(']', at);
        String set = end < 0 ? "" : pattern.substring(at, end);
        if (set.isEmpty() || set.contains("^") || set.contains("-") || set.contains("\\")) {
            throw new NotSimple();
        }
        at = end + 1;
        return few(set.chars().mapToObj(Character::toString).toList());
    }

    private List<String> escaped() throws NotSimple {
        char c = at < pattern.length() ? pattern.charAt(at++) : 'x';
        return switch (c) {
            case 'b' -> List.of("");
            case 's' -> List.of(" ");
            case '-', '.', '\'', '/', '&' -> List.of(String.valueOf(c));
            default -> throw new NotSimple();
        };
    }

    private static List<String> few(List<String> words) throws NotSimple {
        if (words.size() > MOST) {
            throw new NotSimple();
        }
        return words;
    }
}
