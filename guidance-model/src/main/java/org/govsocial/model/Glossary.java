package org.govsocial.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Short forms that an agency's readers know.
 *
 * @param names what each stands for, by the short form as it is written
 */
public record Glossary(Map<String, String> names) {
    /** No short forms. */
    public static final Glossary NONE = new Glossary(Map.of());

    /** Copies the map. */
    public Glossary {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /**
     * Whether it holds no short form.
     *
     * @return true for {@link #NONE}
     */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * Whether a part of a text is one of the short forms, letter by letter.
     *
     * @param text the text
     * @param start first UTF-16 code unit
     * @param end one past the last
     * @return true when it is
     */
    public boolean contains(String text, int start, int end) {
        if (!names.isEmpty()) {
            for (String one : names.keySet()) {
                if (one.length() == end - start && text.startsWith(one, start)) {
                    return true;
                }
            }
        }
        return false;
    }
}
