package org.govsocial.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Modality;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.Provenance;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;

/** A run made by hand, with totals that add up. */
final class Run {
    static final RuleId RULE = TestCatalogue.rule(Modality.SHOULD, Provenance.OTHER_GOVERNMENT);
    static final String TAG = "#stateofemergency";
    static final Fix FIX = new Fix(true, List.of(Edit.text(10, 27, "#StateOfEmergency")));

    final List<Reviewed> subjects = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final SortedMap<String, Long> skipped = new TreeMap<>();

    /** "Kia ora! #stateofemergency updates", with its hashtag reported and a fix. */
    static Run withOneFinding() {
        var run = new Run();
        run.add(
                Location.line("posts.jsonl", 3),
                Post.of("1", "Kia ora! ! " + TAG).withText("Kia ora!  " + TAG + " now"),
                List.of(hashtag(RULE, Severity.ERROR, Outcome.FAILED)));
        return run;
    }

    static Finding hashtag(RuleId rule, Severity severity, Outcome outcome) {
        return new Finding(
                rule,
                severity,
                outcome,
                "lower-case",
                Map.of("tag", TAG),
                Place.text(10, 27),
                List.of(FIX),
                List.of(Platform.X),
                "0123456789abcdef0123456789abcdef");
    }

    Run add(Location where, Subject subject, List<Finding> findings) {
        return add(where, subject, findings, List.of());
    }

    Run add(Location where, Subject subject, List<Finding> findings, List<RuleFailure> failures) {
        var platforms = new TreeMap<Platform, Outcome>();
        Outcome worst = failures.isEmpty() ? Outcome.PASSED : Outcome.UNTESTED;
        platforms.put(Platform.X, worst);
        var results = new TreeMap<RuleId, Outcome>();
        for (Finding finding : findings) {
            boolean counts = finding.outcome() != Outcome.FAILED || finding.severity() != Severity.NOTE;
            if (counts) {
                worst = worst.worse(finding.outcome());
                for (Platform platform : finding.platforms()) {
                    platforms.merge(platform, finding.outcome(), Outcome::worse);
                }
            }
            results.merge(finding.rule(), finding.outcome(), Outcome::worse);
        }
        subjects.add(new Reviewed(where, new Report(subject, worst, platforms, results, findings, failures)));
        return this;
    }

    RunSummary totals() {
        SortedMap<Outcome, Long> outcomes = zeroes();
        SortedMap<Severity, Long> severities = new TreeMap<>();
        SortedMap<RuleId, Long> rules = new TreeMap<>();
        SortedMap<Platform, SortedMap<Outcome, Long>> platforms = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            severities.put(severity, 0L);
        }
        for (Reviewed reviewed : subjects) {
            Report report = reviewed.report();
            outcomes.merge(report.outcome(), 1L, Long::sum);
            report.platforms()
                    .forEach((platform, outcome) ->
                            platforms.computeIfAbsent(platform, p -> zeroes()).merge(outcome, 1L, Long::sum));
            for (Finding finding : report.findings()) {
                severities.merge(finding.severity(), 1L, Long::sum);
                rules.merge(finding.rule(), 1L, Long::sum);
            }
        }
        return new RunSummary(subjects.size(), outcomes, severities, rules, platforms, skipped, allProblems());
    }

    /** As the engine does: a rule that did not finish is a problem, once. */
    List<Problem> allProblems() {
        var all = new ArrayList<>(problems);
        subjects.stream()
                .flatMap(s -> s.report().failures().stream())
                .map(f -> new Problem(
                        f.rule().toString(), f.error(), "Tell " + f.maintainer() + " (" + f.reportTo() + ")."))
                .distinct()
                .forEach(all::add);
        return all;
    }

    private static SortedMap<Outcome, Long> zeroes() {
        var counts = new TreeMap<Outcome, Long>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
        return counts;
    }

    String as(String format, Catalogue catalogue) {
        return as(format, ReportRequest.of(catalogue, "1.0"));
    }

    String as(String format, ReportRequest request) {
        var out = new ByteArrayOutputStream();
        try {
            var writer = format(format).start(request, out);
            for (Reviewed reviewed : subjects) {
                writer.subject(reviewed);
            }
            writer.end(totals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static ReportFormat format(String id) {
        return new Reports()
                .reportFormats().stream()
                        .filter(f -> f.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    static List<String> formats() {
        return new Reports().reportFormats().stream().map(ReportFormat::id).toList();
    }
}
