package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Place;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;
import org.govsocial.text.Graphemes;

/** Text for people: what was found in each subject, why, and how to mend it; then the totals. */
final class TextReport implements ReportWriter {
    /** How many different findings of one rule are shown for one subject, and how many fixes on one line. */
    private static final int MOST_ALIKE = 3;

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_RULES = 10;

    private final ReportRequest request;
    private final Explanations explanations;
    private final Tally tally = new Tally();
    private final Set<RuleId> explained = new HashSet<>();
    private final Pen pen;
    private final String indent;

    TextReport(ReportRequest request, OutputStream out) {
        this.request = request;
        this.explanations = new Explanations(request.catalogue());
        this.pen = new Pen(out, request.colour());
        this.indent = request.plain() ? "" : "  ";
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        Report report = reviewed.report();
        tally.add(report);
        if (request.summaryOnly()
                || Wording.shown(report).isEmpty() && report.failures().isEmpty()) {
            return;
        }
        pen.line(pen.strong(heading(reviewed)) + ": " + Wording.outcome(report.outcome())
                + (request.plain() ? "." : ""));
        writeExcerpts(report);
        var shown = new HashMap<RuleId, Integer>();
        for (Alike alike : Alike.of(Wording.shown(report), explanations)) {
            if (shown.merge(alike.rule().id(), 1, Integer::sum) <= MOST_ALIKE) {
                writeFinding(report.subject(), alike);
            }
        }
        for (var entry : new TreeMap<>(shown).entrySet()) {
            if (entry.getValue() > MOST_ALIKE) {
                pen.line(indent + "And " + (entry.getValue() - MOST_ALIKE) + " more of " + entry.getKey() + " here.");
            }
        }
        for (RuleFailure failure : report.failures()) {
            pen.line(indent + "NOT TESTED by " + failure.rule() + ": " + Visible.line(failure.error()));
        }
        pen.line("");
    }

    private static String heading(Reviewed reviewed) {
        String where = Visible.line(reviewed.where().toString());
        String id = Visible.line(reviewed.report().subject().id());
        return where.contains(id) ? where : where + " (" + id + ")";
    }

    private void writeExcerpts(Report report) throws IOException {
        Map<String, List<Excerpt.Span>> spans = new LinkedHashMap<>();
        for (Finding finding : Wording.shown(report)) {
            if (Words.at(report.subject(), finding.place()) != null) {
                spans.computeIfAbsent(finding.place().field(), f -> new ArrayList<>())
                        .add(new Excerpt.Span(
                                finding.place().start(), finding.place().end()));
            }
        }
        for (var entry : spans.entrySet()) {
            String field = entry.getKey();
            String text = Words.at(report.subject(), field);
            if (text != null) {
                String label = field.equals("/text") ? "" : Wording.field(report.subject(), field);
                boolean lines = text.indexOf('\n') >= 0;
                int width = room(label.length() + (lines ? ", line 99".length() : 0));
                for (Excerpt excerpt : Excerpt.of(text, entry.getValue(), width)) {
                    writeExcerpt(
                            label + (lines ? (label.isEmpty() ? "" : ", ") + "line " + excerpt.line() : ""), excerpt);
                }
            }
        }
        String text = Words.at(report.subject(), "/text");
        if (spans.isEmpty() && text != null) {
            Excerpt first = Excerpt.first(text, room(0));
            if (first != null) {
                writeExcerpt("", first);
            }
        }
    }

    /** Columns for an excerpt beside a label and the margin. */
    private int room(int label) {
        return Math.max(20, request.width() - label - "   | ".length());
    }

    private void writeExcerpt(String label, Excerpt excerpt) throws IOException {
        if (request.plain()) {
            pen.line((label.isEmpty() ? "Text" : capital(label)) + ": " + excerpt.text());
            return;
        }
        String margin = "  " + (label.isEmpty() ? "" : label + " ") + "| ";
        pen.line(margin + excerpt.text());
        if (!excerpt.underline().isEmpty()) {
            pen.line(" ".repeat(margin.length()) + pen.marked(excerpt.underline()));
        }
    }

    private void writeFinding(Subject subject, Alike alike) throws IOException {
        Finding finding = alike.first();
        Explained rule = alike.rule();
        boolean again = !explained.add(rule.id());
        Severity severity = finding.severity();
        String message = Visible.line(alike.message());
        String times =
                alike.findings().size() == 1 ? "" : " (" + alike.findings().size() + " places)";
        pen.line(indent + pen.in(severity, Wording.severity(severity)) + ", " + Wording.outcome(finding) + ": "
                + about(subject, alike) + message + times + platforms(finding) + " [" + rule.id()
                + (again ? ", " + rule.statementId() + ", explained above" : "") + "]");
        String fix = fix(subject, alike);
        if (!fix.isEmpty()) {
            pen.line(indent + indent + fix);
        } else if (!again && !rule.firstSentence("How to fix").isEmpty()) {
            pen.line(indent + indent + "How to fix: " + Visible.line(rule.firstSentence("How to fix")));
        }
        if (!again) {
            String why = rule.firstSentence("Why");
            pen.line(indent + indent + (why.isEmpty() ? "" : "Why: " + Visible.line(why) + " ")
                    + Visible.line(Wording.basis(rule)) + ".");
        }
    }

    /** What the finding is about, unless its message says so. */
    private String about(Subject subject, Alike alike) {
        Place place = alike.first().place();
        String words = Wording.words(subject, place, alike.message());
        String field = Wording.about(subject, place, alike.message());
        if (words.isEmpty()) {
            return field;
        }
        String shown = shortened(Visible.line(words));
        return field + (request.plain() ? "[" + shown + "] " : "“" + shown + "” ");
    }

    private String platforms(Finding finding) {
        return request.platforms().size() < 2
                        || finding.platforms().size() == request.platforms().size()
                ? ""
                : " Only on "
                        + finding.platforms().stream()
                                .map(Object::toString)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("") + ".";
    }

    private String fix(Subject subject, Alike alike) {
        var changes = new LinkedHashMap<String, Integer>();
        boolean safe = true;
        for (Finding finding : alike.findings()) {
            Fix fix = Words.fix(finding);
            if (fix != null) {
                safe &= fix.safe();
                for (Edit edit : fix.edits()) {
                    changes.merge(change(Words.before(subject, edit), edit.text()), 1, Integer::sum);
                }
            }
        }
        if (changes.isEmpty()) {
            return "";
        }
        var shown = changes.entrySet().stream()
                .limit(MOST_ALIKE)
                .map(e -> e.getKey() + (e.getValue() == 1 ? "" : " (" + e.getValue() + " times)"))
                .toList();
        int left = changes.size() - shown.size();
        return (safe ? "Fix, safe to apply: " : "Fix, look before you apply it: ")
                + String.join("; ", shown)
                + (left == 0 ? "" : "; and " + left + " more");
    }

    private String change(String before, String after) {
        String old = shortened(Visible.line(before));
        String now = shortened(Visible.line(after));
        if (request.plain()) {
            if (after.isEmpty()) {
                return "take out [" + old + "]";
            }
            return before.isEmpty() ? "add [" + now + "]" : "change [" + old + "] to [" + now + "]";
        }
        if (after.isBlank() && !before.isEmpty()) {
            return "take out “" + old + "”";
        }
        return before.isEmpty() ? "add “" + now + "”" : old + " → " + now;
    }

    private static String shortened(String text) {
        int end = 0;
        for (int shown = 1; end < text.length(); shown++) {
            int start = end;
            end = Graphemes.next(text, start);
            if (shown == 60 && end < text.length()) {
                return text.substring(0, start) + "…";
            }
        }
        return text;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        pen.line(pen.strong(Wording.outcomes(totals)));
        pen.line(Wording.findings(totals));
        if (request.summaryOnly()) {
            writeRules(totals);
        }
        if (!explained.isEmpty()) {
            pen.line("More about a rule: govsocial explain RULE");
        }
        for (String verdict : Wording.verdicts(tally, totals, request.platforms())) {
            pen.line(pen.strong(verdict));
        }
        String answers = Wording.answers(totals);
        if (!answers.isEmpty()) {
            pen.line(answers);
        }
        for (var skipped : totals.skipped().entrySet()) {
            pen.line("Left out: " + Visible.line(skipped.getKey()) + " (" + skipped.getValue() + ").");
        }
        for (var adjustment : request.catalogue().adjustments()) {
            pen.line("Changed: " + Visible.line(Wording.adjustment(adjustment)));
        }
        List<Problem> problems = totals.problems();
        for (Problem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            pen.line("Could not be done: " + Visible.line(problem.toString()));
        }
        if (problems.size() > MOST_PROBLEMS) {
            pen.line("Could not be done: " + (problems.size() - MOST_PROBLEMS) + " more; a JSON report lists all.");
        }
        String incomplete = Wording.incomplete(tally, totals);
        if (!incomplete.isEmpty()) {
            pen.line(pen.strong(incomplete));
        }
        pen.flush();
    }

    private void writeRules(RunSummary totals) throws IOException {
        var rules = new ArrayList<>(totals.rules().entrySet());
        rules.sort(Map.Entry.<RuleId, Long>comparingByValue().reversed());
        for (var rule : rules.subList(0, Math.min(MOST_RULES, rules.size()))) {
            pen.line(indent + rule.getKey() + ": " + rule.getValue());
        }
        if (rules.size() > MOST_RULES) {
            pen.line(indent + "and " + (rules.size() - MOST_RULES) + " more rules");
        }
    }
}
