package org.govsocial.reports;

import java.util.List;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Span;

/** What stands at the end of a paper, and the numbers by which the words before it refer to it. */
record Endings(List<Gap> gaps, List<Span.Cite> cites) {
    static final String MISSING = "What is missing";
    static final String NOTES = "What this rests on";

    static Endings of(Paper paper) {
        return new Endings(paper.gaps(), paper.cites());
    }

    /** From 1. */
    int number(Gap gap) {
        return gaps.indexOf(gap) + 1;
    }

    /** From 1. */
    int number(Span.Cite cite) {
        return cites.indexOf(cite) + 1;
    }

    String mark(Gap gap) {
        return "[Missing " + number(gap) + ": " + gap.what() + "]";
    }

    /** A sentence for the list of gaps. */
    static String line(Gap gap) {
        String what = Character.toUpperCase(gap.what().charAt(0)) + gap.what().substring(1);
        return gap.advice().isEmpty() ? what + "." : what + ". " + gap.advice();
    }

    /** A sentence for the notes. */
    static String line(Span.Cite cite) {
        return cite.citation() + ". " + cite.note();
    }
}
