package org.govsocial.text;

/** Text as the cell of a spreadsheet, which must show it and never run it. */
public final class SpreadsheetCell {
    /** What starts a formula, plain and full-width, and what some programs strip before they look. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20";

    private SpreadsheetCell() {}

    /**
     * Whether a spreadsheet would run the text. The first character after apostrophes decides, so that one more
     * apostrophe in front can always be taken off again.
     *
     * @param text any text
     * @return true when an apostrophe belongs in front of it
     */
    public static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && STARTS_FORMULA.indexOf(text.charAt(first)) >= 0;
    }

    /**
     * The text as a cell: with an apostrophe in front where a spreadsheet would run it.
     *
     * @param text any text
     * @return the cell
     */
    public static String of(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /**
     * The text that {@link #of} made a cell of.
     *
     * @param cell a cell
     * @return the text
     */
    public static String text(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }
}
