package org.govsocial.answers;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.model.Decision;
import org.govsocial.model.Problem;
import org.govsocial.model.Verdict;
import org.govsocial.spi.InputException;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet of decisions ({@code decisions.csv}, or a worklist that was filled in) says. The columns {@code
 * fingerprint}, {@code verdict}, {@code who}, {@code when}, {@code why} and {@code until} are found by name; others are
 * passed over. A row without a verdict is open. Dates are {@code 2026-11-22}, or {@code 22/11/2026} as spreadsheets
 * rewrite them. When a fingerprint stands twice, the later decision holds, and of two on one day the lower row.
 *
 * @param decisions by fingerprint
 * @param problems the rows that cannot be used, each with file and line
 */
public record DecisionSheet(Map<String, Decision> decisions, List<Problem> problems) {
    static final List<String> COLUMNS = List.of("fingerprint", "verdict", "who", "when", "why", "until");

    /** So many wrong rows are told one by one. */
    private static final int MOST_PROBLEMS = 20;

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    /** Copies the collections. */
    public DecisionSheet {
        decisions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        problems = List.copyOf(problems);
    }

    /**
     * Reads a sheet.
     *
     * @param name for messages
     * @param in CSV in UTF-8; closed at the end
     * @return what it says, and which rows cannot be used
     * @throws InputException when the sheet as a whole cannot be used
     * @throws IOException when it cannot be read
     */
    public static DecisionSheet read(String name, InputStream in) throws InputException, IOException {
        var decisions = new LinkedHashMap<String, Decision>();
        var problems = new ArrayList<Problem>();
        Sheet.read(name, in, COLUMNS, row -> {
            if (row.cell("verdict").isEmpty()) {
                return;
            }
            try {
                Decision decision = decision(row);
                decisions.merge(
                        decision.fingerprint(),
                        decision,
                        (old, now) -> now.when().isBefore(old.when()) ? old : now);
            } catch (Wrong e) {
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add(new Problem(name + ":" + row.line(), e.what, e.advice));
                }
            }
        });
        return new DecisionSheet(decisions, problems);
    }

    private static Decision decision(Sheet.Row row) throws Wrong {
        String fingerprint = row.cell("fingerprint").toLowerCase(Locale.ROOT);
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new Wrong(
                    "\"" + brief(fingerprint) + "\" is no fingerprint.",
                    "Copy the 32 characters from a report; format the column as text in a spreadsheet.");
        }
        Verdict verdict = verdict(row.cell("verdict"));
        String who = row.cell("who");
        if (who.isEmpty()) {
            throw new Wrong("Nobody is named under \"who\".", "Write who decided.");
        }
        LocalDate when = day("when", row.cell("when"));
        if (when == null) {
            throw new Wrong("There is no date under \"when\".", "Write the day of the decision, such as 2026-11-22.");
        }
        LocalDate until = day("until", row.cell("until"));
        String why = row.cell("why");
        if (verdict == Verdict.WAIVED && (until == null || why.isEmpty())) {
            throw new Wrong(
                    "A waiver needs a reason under \"why\" and a last day under \"until\".",
                    "Add both; a waiver that never ends is not offered.");
        }
        if (until != null && until.isBefore(when)) {
            throw new Wrong("\"until\" is before \"when\".", "Give the last day on which it holds.");
        }
        return new Decision(fingerprint, verdict, who, when, why, until);
    }

    private static Verdict verdict(String written) throws Wrong {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equalsIgnoreCase(written)) {
                return verdict;
            }
        }
        throw new Wrong(
                "\"" + brief(written) + "\" is no verdict.", "Write passed, failed or waived, or leave it empty.");
    }

    private static @Nullable LocalDate day(String column, String written) throws Wrong {
        if (written.isEmpty()) {
            return null;
        }
        try {
            Matcher local = DAY_FIRST.matcher(written);
            return local.matches()
                    ? LocalDate.of(
                            Integer.parseInt(local.group(3)),
                            Integer.parseInt(local.group(2)),
                            Integer.parseInt(local.group(1)))
                    : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new Wrong(
                    "\"" + brief(written) + "\" under \"" + column + "\" is no date.",
                    "Write year, month and day, such as 2026-11-22.");
        }
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final String what;
        private final String advice;

        Wrong(String what, String advice) {
            super(what);
            this.what = what;
            this.advice = advice;
        }
    }
}
