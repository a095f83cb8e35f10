package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.json.JsonOutput;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;

/** One line for each subject, clean ones too. Totals and problems are in the JSON report. */
final class JsonLinesReport implements ReportWriter {
    private final JsonOutput out;
    private final SubjectJson subjects;

    JsonLinesReport(ReportRequest request, OutputStream out) {
        this.out = JsonOutput.compact(out);
        this.subjects = new SubjectJson(request);
    }

    @Override
    public void subject(Reviewed subject) throws IOException {
        subjects.write(out, subject);
        out.endLine();
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        out.flush();
    }
}
