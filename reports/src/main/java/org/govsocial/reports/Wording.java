package org.govsocial.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Answer;
import org.govsocial.model.Decision;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Provenance;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.govsocial.model.Statement;
import org.govsocial.model.Subject;
import org.govsocial.model.Verdict;
import org.govsocial.spi.RunSummary;

/**
 * The phrases that every report for people shares. How a finding stands to a reader comes from its statement alone
 * ({@link Statement#standing()}), never from its severity.
 */
final class Wording {
    private static final Pattern DUTY =
            Pattern.compile("\\b(must|shall|required|requires|mandatory|obliged)\\b", Pattern.CASE_INSENSITIVE);

    private Wording() {}

    static String severity(Severity severity) {
        return severity.name();
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> "fails";
            case CANT_TELL -> "needs a person to decide";
            case PASSED -> "passes";
            case UNTESTED -> "not tested";
            case INAPPLICABLE -> "not applicable";
        };
    }

    /** What a finding means; a note does not count against the post, so it never "fails". */
    static String outcome(Finding finding) {
        boolean note = finding.severity() == Severity.NOTE && finding.outcome() == Outcome.FAILED;
        String outcome = note ? "worth knowing" : outcome(finding.outcome());
        Answer answer = finding.answer();
        if (answer == null) {
            return outcome;
        }
        Decision decision = answer.decision();
        String who = Visible.line(decision.who());
        String why = decision.why().isBlank() ? "" : " (" + Visible.line(decision.why()) + ")";
        if (answer.waives()) {
            return "waived until " + decision.until() + " by " + who + why;
        }
        if (answer.expired()) {
            String what = decision.verdict() == Verdict.WAIVED ? "the waiver" : "the answer";
            return outcome + " (" + what + " of " + who + " ended on " + decision.until() + ")";
        }
        return outcome + ", as " + who + " decided on " + decision.when() + why;
    }

    /** "Decided by people: 2 passed, 1 waived. Left out: 12 known from the baseline."; empty when nobody did. */
    static String answers(RunSummary totals) {
        var decided = new ArrayList<String>();
        var left = new ArrayList<String>();
        for (var answer : totals.answers().entrySet()) {
            switch (answer.getKey()) {
                case "known" -> left.add(count(answer.getValue(), "finding") + " known from the baseline");
                case "allowed" -> left.add(count(answer.getValue(), "finding") + " that the workspace allows");
                default -> decided.add(answer.getValue() + " " + answer.getKey());
            }
        }
        return (decided.isEmpty() ? "" : "Decided by people: " + String.join(", ", decided) + ".")
                + (decided.isEmpty() || left.isEmpty() ? "" : " ")
                + (left.isEmpty() ? "" : "Left out: " + String.join(", ", left) + ".");
    }

    /** The findings that are left to say: all but those that a person has passed. */
    static List<Finding> shown(Report report) {
        boolean passed = report.findings().stream().anyMatch(f -> f.outcome() == Outcome.PASSED);
        return passed
                ? report.findings().stream()
                        .filter(f -> f.outcome() != Outcome.PASSED)
                        .toList()
                : report.findings();
    }

    /** An outcome as the label of a count. */
    static String counted(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> "failed";
            case CANT_TELL -> "for a person to decide";
            case PASSED -> "passed";
            case UNTESTED -> "not tested";
            case INAPPLICABLE -> "not applicable";
        };
    }

    /** The five outcomes in the order in which people ask for them. */
    static List<Outcome> outcomes() {
        return List.of(Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.UNTESTED, Outcome.INAPPLICABLE);
    }

    /** The three severities, worst first. */
    static List<Severity> severities() {
        return List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE);
    }

    static String count(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }

    /** "12 checked: 3 failed, 2 for a person to decide, …". */
    static String outcomes(RunSummary totals) {
        var parts = new ArrayList<String>();
        for (Outcome outcome : outcomes()) {
            parts.add(totals.count(outcome) + " " + counted(outcome));
        }
        return totals.subjects() + " checked: " + String.join(", ", parts) + ".";
    }

    /** "Findings: 1 error, 2 warnings, 0 notes.". */
    static String findings(RunSummary totals) {
        var parts = new ArrayList<String>();
        for (Severity severity : severities()) {
            parts.add(count(totals.count(severity), severity.name().toLowerCase(Locale.ROOT)));
        }
        return "Findings: " + String.join(", ", parts) + ".";
    }

    /** Which statement a rule rests on, how that statement stands to a reader, where it comes from, when it was read. */
    static String basis(Explained rule) {
        return basis(rule, rule.sourceTitle());
    }

    /** The same with the source in a form of its own, such as a link. */
    static String basis(Explained rule, String source) {
        Statement statement = rule.statement();
        if (statement == null) {
            String id = rule.statementId();
            return "Rests on " + (id.isEmpty() ? "a statement" : id) + ", which is not loaded";
        }
        String standing = statement.standing();
        var words = new StringBuilder();
        words.append(Character.toUpperCase(standing.charAt(0))).append(standing, 1, standing.length());
        if (statement.provenance() == Provenance.PROJECT) {
            words.append(" (").append(statement.id()).append(')');
        } else {
            words.append(' ').append(statement.id());
            words.append(" (").append(statement.provenance().words());
            words.append(source.isEmpty() ? "" : ": " + source).append(')');
        }
        words.append(", checked ").append(statement.checked());
        if (rule.info() != null && !rule.info().criterion().isEmpty()) {
            words.append("; corresponds to WCAG ").append(rule.info().criterion());
        }
        return words.toString();
    }

    /**
     * The statement in the pack's words; empty when it is not loaded. A statement that speaks of duties without binding
     * anyone here is left to its source, lest a reader take it for a duty.
     */
    static String statement(Explained rule) {
        Statement statement = rule.statement();
        if (statement == null) {
            return "";
        }
        boolean binding = statement.standing().equals("required by");
        return binding || !DUTY.matcher(statement.text()).find() ? statement.text() : "";
    }

    /** One line for each platform: what is left to do before posts may go there. */
    static List<String> verdicts(Tally tally, RunSummary totals, List<Platform> platforms) {
        var lines = new ArrayList<String>();
        for (Platform platform : platforms) {
            var outcomes = totals.platforms().get(platform);
            if (outcomes != null) {
                lines.add(platform + ": " + verdict(tally, totals, platform, outcomes));
            }
        }
        return lines;
    }

    private static String verdict(Tally tally, RunSummary totals, Platform platform, Map<Outcome, Long> outcomes) {
        // Only a report that was given every subject can count things; a bare summary counts posts.
        boolean things = tally.subjects() == totals.subjects();
        String unit = things ? "thing" : "post";
        long fix = things ? tally.failed(platform) : outcomes.getOrDefault(Outcome.FAILED, 0L);
        long ask = things ? tally.undecided(platform) : outcomes.getOrDefault(Outcome.CANT_TELL, 0L);
        long untested = outcomes.getOrDefault(Outcome.UNTESTED, 0L);
        var parts = new ArrayList<String>();
        if (fix > 0) {
            parts.add("Fix " + count(fix, unit));
        }
        if (ask > 0) {
            parts.add(fix > 0 ? "ask a person about " + ask : "Ask a person about " + count(ask, unit));
        }
        if (untested > 0) {
            parts.add((parts.isEmpty() ? "Not fully tested: " : "not fully tested: ") + count(untested, "post"));
        }
        if (!parts.isEmpty()) {
            return String.join(", ", parts);
        }
        return outcomes.getOrDefault(Outcome.PASSED, 0L) > 0 ? "Ready" : "Nothing to check";
    }

    /** Why a run may not be read as clean; empty when everything was done. */
    static String incomplete(Tally tally, RunSummary totals) {
        String what;
        if (tally.unfinished() > 0) {
            what = count(tally.unfinished(), "rule") + " did not finish";
        } else if (totals.count(Outcome.UNTESTED) > 0) {
            what = totals.count(Outcome.UNTESTED) + " not fully tested";
        } else if (!totals.problems().isEmpty()) {
            what = count(totals.problems().size(), "thing") + " could not be done";
        } else {
            return "";
        }
        return what + ", so this is not a clean bill.";
    }

    /** "accessibility/x: switched off by pack dia. Reason: …". */
    static String adjustment(Adjustment adjustment) {
        var changes = new ArrayList<String>();
        if (adjustment.off()) {
            changes.add("switched off");
        }
        if (adjustment.severity() != null) {
            changes.add("severity " + adjustment.severity());
        }
        adjustment.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> changes.add(e.getKey() + " " + e.getValue()));
        return adjustment.rule() + ": " + String.join(", ", changes) + " by pack " + adjustment.pack() + ". Reason: "
                + adjustment.reason();
    }

    /** A field of a subject as people call it: {@code /media/0/alt} of a post is "alt text of picture 1". */
    static String field(Subject subject, String field) {
        String[] parts = field.split("/", -1);
        if (parts.length >= 4 && parts[1].equals("media") && isNumber(parts[2])) {
            String which = " of " + medium(subject, Integer.parseInt(parts[2]));
            if (parts[3].equals("alt")) {
                return "alt text" + which;
            }
            boolean caption = parts[3].equals("captions") && parts.length > 4 && isNumber(parts[4]);
            return (caption ? "caption " + (Integer.parseInt(parts[4]) + 1) : parts[3]) + which;
        }
        if (parts.length == 3 && parts[1].equals("media") && isNumber(parts[2])) {
            return medium(subject, Integer.parseInt(parts[2]));
        }
        return field.startsWith("/") ? field.substring(1) : field;
    }

    /** Which field a finding is about, with a colon; empty for a post's words and where the message names the medium. */
    static String about(Subject subject, Place place, String message) {
        String field = field(subject, place.field());
        int of = field.indexOf(" of ");
        String medium = of < 0 ? field : field.substring(of + " of ".length());
        String plain = message.toLowerCase(Locale.ROOT);
        int number = medium.indexOf(' ');
        boolean named = plain.contains(medium) || number > 0 && plain.contains("medium" + medium.substring(number));
        return field.equals("text") || named ? "" : field + ": ";
    }

    /** The words that a finding is about; empty where its message says them, or where there are none. */
    static String words(Subject subject, Place place, String message) {
        String words = Words.at(subject, place);
        return words == null || words.isBlank() || message.contains(words) ? "" : words;
    }

    /** A medium as people call it: "picture 1". */
    static String medium(Subject subject, int index) {
        var kind = subject instanceof Post post && index < post.media().size()
                ? post.media().get(index).kind()
                : Media.Kind.OTHER;
        String name = switch (kind) {
            case IMAGE, ANIMATION -> "picture";
            case VIDEO -> "video";
            case AUDIO -> "sound";
            case DOCUMENT -> "document";
            case OTHER -> "media";
        };
        return name + " " + (index + 1);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
