package org.govsocial.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Place;
import org.govsocial.model.Post;

/** Where each character of an edited post comes from: a second, slow and plain way to apply edits. */
final class FixTrace {
    /** A place between characters, for the edits that end or begin there. */
    private static final int SEAM = -2;

    private static final int WRITTEN = -1;

    /**
     * A character or a seam.
     *
     * @param origin the character's index in the field before all edits; {@link #WRITTEN}, {@link #SEAM}
     * @param fixes of what wrote it; empty for what was there before
     */
    private record Cell(int origin, char character, List<Finding> fixes) {}

    /**
     * A stretch of a field before all edits.
     *
     * @param start after the last character before it that is still there
     * @param end the first character after it that is still there
     * @param mended what was mended in it or at its borders, white space left out
     */
    record Stretch(int start, int end, List<Finding> mended) {
        boolean isTouched() {
            return !mended.isEmpty();
        }
    }

    private final Post original;
    private final SortedMap<String, List<Cell>> fields = new TreeMap<>();

    FixTrace(Post original) {
        this.original = original;
    }

    /** Applies one round's fixes, which do not touch one another. */
    void apply(List<Finding> round) {
        record Fixed(Finding finding, Edit edit) {}
        // From the back, so that earlier offsets stay as they are.
        round.stream()
                .flatMap(finding -> SafeFixes.safe(finding).stream().map(edit -> new Fixed(finding, edit)))
                .sorted(Comparator.comparingInt((Fixed f) -> f.edit().start())
                        .thenComparingInt(f -> f.edit().end())
                        .reversed())
                .forEach(one -> apply(one.finding(), one.edit()));
    }

    private void apply(Finding finding, Edit edit) {
        List<Cell> cells = cells(edit.field());
        int from = cell(cells, edit.start(), false);
        int to = cell(cells, edit.end(), true);
        var written = new ArrayList<Cell>();
        written.add(new Cell(SEAM, ' ', List.of(finding)));
        for (Cell gone : cells.subList(from, to)) {
            if (gone.origin() == SEAM) {
                written.add(gone);
            }
        }
        for (char c : edit.text().toCharArray()) {
            written.add(new Cell(WRITTEN, c, List.of(finding)));
        }
        written.add(new Cell(SEAM, ' ', List.of(finding)));
        cells.subList(from, to).clear();
        cells.addAll(from, written);
    }

    private List<Cell> cells(String field) {
        return fields.computeIfAbsent(field, f -> {
            var cells = new ArrayList<Cell>();
            String text = original.textAt(f);
            for (int i = 0; text != null && i < text.length(); i++) {
                cells.add(new Cell(i, text.charAt(i), List.of()));
            }
            return cells;
        });
    }

    /** The cell before which {@code offset} characters stand: the seams there included or left out. */
    private static int cell(List<Cell> cells, int offset, boolean pastSeams) {
        int at = 0;
        int seen = 0;
        while (at < cells.size() && (seen < offset || pastSeams && cells.get(at).origin() == SEAM)) {
            seen += cells.get(at).origin() == SEAM ? 0 : 1;
            at++;
        }
        return at;
    }

    /** The fields that edits wrote in. */
    List<String> editedFields() {
        return List.copyOf(fields.keySet());
    }

    /** Whether an edit wrote in another part of the same caption: its times or its words. */
    boolean isEditedBeside(String field) {
        int parent = field.lastIndexOf('/');
        return parent > 0
                && fields.keySet().stream()
                        .anyMatch(f -> f.lastIndexOf('/') == parent && f.regionMatches(0, field, 0, parent));
    }

    /** The text of an edited field. */
    String text(String field) {
        var text = new StringBuilder();
        cells(field).stream().filter(c -> c.origin() != SEAM).forEach(c -> text.append(c.character()));
        return text.toString();
    }

    /** The place past the white space and the seams at a place. */
    private static int besideSpace(List<Cell> cells, int from, int step) {
        int at = from;
        while (step < 0 && at > 0 && isOpen(cells.get(at - 1))
                || step > 0 && at < cells.size() && isOpen(cells.get(at))) {
            at += step;
        }
        return at;
    }

    private static boolean isOpen(Cell cell) {
        return cell.origin() == SEAM
                || Character.isWhitespace(cell.character())
                || Character.isSpaceChar(cell.character());
    }

    /** Where a place in the edited post was before all edits. */
    Stretch before(Place place) {
        if (!fields.containsKey(place.field())) {
            return new Stretch(place.start(), place.end(), List.of());
        }
        List<Cell> cells = cells(place.field());
        int from = place.isWhole() ? 0 : cell(cells, place.start(), false);
        int to = place.isWhole() ? cells.size() : cell(cells, place.end(), true);
        List<Finding> mended = cells.subList(besideSpace(cells, from, -1), besideSpace(cells, to, 1)).stream()
                .flatMap(cell -> cell.fixes().stream())
                .distinct()
                .toList();
        int start = from - 1;
        while (start >= 0 && cells.get(start).origin() < 0) {
            start--;
        }
        int end = to;
        while (end < cells.size() && cells.get(end).origin() < 0) {
            end++;
        }
        return new Stretch(
                start < 0 ? 0 : cells.get(start).origin() + 1,
                end < cells.size() ? cells.get(end).origin() : Integer.MAX_VALUE,
                mended);
    }
}
