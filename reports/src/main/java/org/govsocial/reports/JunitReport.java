package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.Severity;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;

/**
 * JUnit XML: a test case for each subject. What fails is a failure, what a person has to decide is skipped with a
 * message, what was not tested is an error. A suite states its counts before its cases, so subjects are held back for up
 * to 1,000 at a time: constant memory, several suites for a long input.
 */
final class JunitReport implements ReportWriter {
    private static final int MOST_CASES = 1000;

    /** A subject as a test case. The kind is an element's name; empty for a case that passed. */
    private record Case(String suite, String name, String kind, String message, String details) {}

    private final ReportRequest request;
    private final Explanations explanations;
    private final XMLStreamWriter out;
    private final List<Case> cases = new ArrayList<>();

    JunitReport(ReportRequest request, OutputStream out) throws IOException {
        this.request = request;
        this.explanations = new Explanations(request.catalogue());
        try {
            this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            this.out.writeStartDocument("UTF-8", "1.0");
            this.out.writeCharacters("\n");
            this.out.writeStartElement("testsuites");
            this.out.writeAttribute("name", "govsocial");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        if (request.summaryOnly()) {
            return;
        }
        String suite = Where.input(reviewed.where());
        if (cases.size() == MOST_CASES
                || !cases.isEmpty() && !cases.get(0).suite().equals(suite)) {
            writeSuite();
        }
        cases.add(asCase(suite, reviewed));
    }

    private Case asCase(String suite, Reviewed reviewed) {
        Report report = reviewed.report();
        String name = report.subject().id();
        var failed = lines(report, Outcome.FAILED);
        var undecided = lines(report, Outcome.CANT_TELL);
        var all = new ArrayList<String>(failed);
        all.addAll(undecided);
        for (Finding finding : report.findings()) {
            if (!finding.counts() && finding.outcome() != Outcome.PASSED) {
                all.add(finding.rule() + ": " + Wording.outcome(finding));
            }
        }
        for (RuleFailure failure : report.failures()) {
            all.add("NOT TESTED by " + failure.rule() + ": " + failure.error());
        }
        String details = Where.shared(reviewed.where()) + "\n" + String.join("\n", all);
        return switch (report.outcome()) {
            case FAILED -> new Case(suite, name, "failure", first(failed, "fails"), details);
            case UNTESTED -> new Case(suite, name, "error", first(all, "not tested"), details);
            case CANT_TELL ->
                new Case(suite, name, "skipped", "Needs a person to decide. " + first(undecided, ""), details);
            case INAPPLICABLE -> new Case(suite, name, "skipped", "Not applicable", "");
            case PASSED -> new Case(suite, name, "", "", all.isEmpty() ? "" : details);
        };
    }

    private List<String> lines(Report report, Outcome outcome) {
        var lines = new ArrayList<String>();
        // Errors and warnings first, since the first line is what build servers show.
        for (Severity severity : Wording.severities()) {
            for (Finding finding : report.findings()) {
                if (finding.counts() && finding.outcome() == outcome && finding.severity() == severity) {
                    Explained rule = explanations.of(finding.rule());
                    lines.add(Wording.severity(severity) + " " + finding.rule() + ": " + rule.message(finding) + " ("
                            + Wording.basis(rule) + ")");
                }
            }
        }
        return lines;
    }

    private static String first(List<String> lines, String otherwise) {
        return lines.isEmpty() ? otherwise : lines.get(0);
    }

    private void writeSuite() throws IOException {
        if (cases.isEmpty()) {
            return;
        }
        try {
            out.writeCharacters("\n");
            out.writeStartElement("testsuite");
            attribute("name", cases.get(0).suite());
            attribute("tests", Integer.toString(cases.size()));
            attribute("failures", count("failure"));
            attribute("errors", count("error"));
            attribute("skipped", count("skipped"));
            attribute("time", "0");
            for (Case each : cases) {
                write(each);
            }
            out.writeCharacters("\n");
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        cases.clear();
    }

    private String count(String kind) {
        return Long.toString(cases.stream().filter(c -> c.kind().equals(kind)).count());
    }

    private void write(Case each) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeStartElement("testcase");
        attribute("classname", each.suite());
        attribute("name", each.name());
        attribute("time", "0");
        if (!each.kind().isEmpty()) {
            out.writeStartElement(each.kind());
            attribute("message", Visible.line(each.message()));
            if (!each.kind().equals("skipped")) {
                attribute("type", "govsocial");
            }
            out.writeCharacters(Visible.lines(each.details()));
            out.writeEndElement();
        } else if (!each.details().isEmpty()) {
            out.writeStartElement("system-out");
            out.writeCharacters(Visible.lines(each.details()));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, Visible.line(value));
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        writeSuite();
        for (Problem problem : totals.problems()) {
            cases.add(new Case(
                    "Could not be done", problem.where(), "error", problem.what() + " " + problem.advice(), ""));
        }
        writeSuite();
        try {
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.writeCharacters("\n");
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
