package org.govsocial.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Section;

/** Words that exports for people share. */
final class Notes {
    static final String TITLE = "Social media in government: the guidance as data";
    static final String WORDING = "Every statement is in our own words, and says what it rests on.";

    private Notes() {}

    /** The licence and whom to credit, where the pack says so. */
    static List<String> licence(Pack pack) {
        return Stream.of(
                        pack.licence().isEmpty() ? "" : "Licence: " + stopped(pack.licence()),
                        pack.attribution().isEmpty() ? "" : stopped(pack.attribution()))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    /** Who the document is for, its question and its date. */
    static List<String> about(GuidanceDocument d) {
        return Stream.of(
                        "For " + stopped(d.audience()),
                        d.question().isEmpty() ? "" : "It answers: " + d.question(),
                        d.published().isEmpty() ? "" : "Published " + d.published() + ".")
                .filter(note -> !note.isEmpty())
                .toList();
    }

    static String heading(Section section) {
        return section.number().isEmpty() ? section.title() : section.number() + ". " + section.title();
    }

    private static String stopped(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
