package org.govsocial.accessibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of one row of the reference of rules, as {@code docs/catalogue/rule-rows.csv} has it.
 *
 * @param row the rule's name in the reference
 * @param state {@code rule}, {@code manual} or {@code not-done}
 * @param item the checklist item of a manual row
 * @param reason why no rule checks it
 */
record RuleRow(String row, String state, String item, String reason) {
    private static final Path ROWS = Path.of("../docs/catalogue/rule-rows.csv");
    private static final Path REFERENCE = Path.of("../docs/catalogue/rule-statements.csv");

    /** The names of all rows, in the order of the reference. */
    static List<String> reference() throws IOException {
        return Files.readAllLines(REFERENCE).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    static List<RuleRow> read() throws IOException {
        var rows = new ArrayList<RuleRow>();
        List<String> lines = Files.readAllLines(ROWS);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 4);
            rows.add(new RuleRow(cells[0], cells[1], cells[2], unquoted(cells[3])));
        }
        return rows;
    }

    /** Marks what has become a rule, and gives the rows as they are now. */
    static List<RuleRow> write(List<RuleRow> rows, Set<String> rules) throws IOException {
        List<RuleRow> now = rows.stream()
                .map(row -> rules.contains(row.row()) ? new RuleRow(row.row(), "rule", "", "") : row)
                .toList();
        Files.writeString(
                ROWS,
                now.stream()
                        .map(row -> String.join(",", row.row(), row.state(), row.item(), quoted(row.reason())))
                        .collect(Collectors.joining("\n", "row,state,item,reason\n", "\n")));
        return now;
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
