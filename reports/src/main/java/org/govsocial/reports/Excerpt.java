package org.govsocial.reports;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.text.Graphemes;
import org.jspecify.annotations.Nullable;

/**
 * A part of one line of a text, with the places in it underlined.
 *
 * @param line number of the line in its text, from 1
 * @param text what is shown, safe for a terminal
 * @param underline carets below the places, without trailing spaces; empty when nothing is marked
 */
record Excerpt(int line, String text, String underline) {
    private static final String CUT = "…";

    /** A place in a text: first UTF-16 code unit, and one past the last. */
    record Span(int start, int end) {}

    /** A character as people see it, its columns, and whether a place covers it. */
    private record Cell(String shown, int width, boolean marked) {}

    /**
     * Cuts out the parts of a text that hold a place.
     *
     * @param text the whole text
     * @param spans places in it, in any order
     * @param width columns that an excerpt may take, at least 20
     * @return in the order of the text; a line with places far apart gives several
     */
    static List<Excerpt> of(String text, List<Span> spans, int width) {
        var excerpts = new ArrayList<Excerpt>();
        int number = 0;
        for (int from = 0; from <= text.length(); ) {
            number++;
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            if (touches(spans, from, to)) {
                addLine(excerpts, number, cells(text, from, to, spans), width);
            }
            from = to + 1;
        }
        return excerpts;
    }

    /** The first line of a text that has words, cut to the width; null when there is none. */
    static @Nullable Excerpt first(String text, int width) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                var cells = cells(line, 0, line.length(), List.of());
                return row(number, cells, 0, fits(cells, 0, width));
            }
        }
        return null;
    }

    private static boolean touches(List<Span> spans, int from, int to) {
        for (Span span : spans) {
            if (span.start() <= to && span.end() >= from && (span.end() > from || span.start() == span.end())) {
                return true;
            }
        }
        return false;
    }

    private static List<Cell> cells(String text, int from, int to, List<Span> spans) {
        int end = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
        var cells = new ArrayList<Cell>();
        String line = text.substring(from, end);
        for (int at = from; at < end; ) {
            int next = from + Graphemes.next(line, at - from);
            String shown = Visible.line(text.substring(at, next));
            boolean marked = false;
            for (Span span : spans) {
                boolean point = span.start() == span.end();
                marked |= span.start() < next && (point ? span.end() >= at : span.end() > at);
            }
            cells.add(new Cell(shown, DisplayWidth.of(shown), marked));
            at = next;
        }
        return cells;
    }

    private static void addLine(List<Excerpt> excerpts, int number, List<Cell> cells, int width) {
        if (fits(cells, 0, width) == cells.size()) {
            excerpts.add(row(number, cells, 0, cells.size()));
            return;
        }
        int done = 0;
        for (int at = nextMarked(cells, 0); at >= 0; at = nextMarked(cells, done)) {
            int room = width - 2 * CUT.length();
            int end = at;
            while (end < cells.size() && cells.get(end).marked()) {
                end++;
            }
            // A little of what stands before the place, so that people find it.
            int start = fits(cells, done, room) >= end ? done : wordStart(cells, Math.max(done, at - width / 4), at);
            done = unbroken(cells, end, fits(cells, start, room));
            excerpts.add(row(number, cells, start, done));
            while (done < cells.size()
                    && cells.get(done - 1).marked()
                    && cells.get(done).marked()) {
                done++;
            }
        }
        if (excerpts.isEmpty()) {
            excerpts.add(row(number, cells, 0, fits(cells, 0, width)));
        }
    }

    /** Ends a row before a later place that would not fit as a whole; the next row begins with it. */
    private static int unbroken(List<Cell> cells, int placeEnd, int rowEnd) {
        int end = rowEnd;
        if (rowEnd < cells.size() && cells.get(rowEnd).marked()) {
            while (end > placeEnd && cells.get(end - 1).marked()) {
                end--;
            }
        }
        return end > placeEnd ? end : rowEnd;
    }

    /** The start of the first whole word between two cells; the first of them when there is none. */
    private static int wordStart(List<Cell> cells, int from, int to) {
        for (int i = from; i < to; i++) {
            if (cells.get(i).shown().equals(" ")) {
                return i + 1;
            }
        }
        return from;
    }

    private static int nextMarked(List<Cell> cells, int from) {
        for (int i = from; i < cells.size(); i++) {
            if (cells.get(i).marked()) {
                return i;
            }
        }
        return -1;
    }

    /** One past the last cell that fits when a row starts at a cell; always at least one. */
    private static int fits(List<Cell> cells, int start, int width) {
        int used = 0;
        int end = start;
        while (end < cells.size() && (end == start || used + cells.get(end).width() <= width)) {
            used += cells.get(end).width();
            end++;
        }
        return end;
    }

    private static Excerpt row(int number, List<Cell> cells, int start, int end) {
        var text = new StringBuilder(start > 0 ? CUT : "");
        var underline = new StringBuilder(start > 0 ? " " : "");
        for (Cell cell : cells.subList(start, end)) {
            text.append(cell.shown());
            underline.append((cell.marked() ? "^" : " ").repeat(cell.width()));
        }
        text.append(end < cells.size() ? CUT : "");
        return new Excerpt(number, text.toString(), underline.toString().stripTrailing());
    }
}
