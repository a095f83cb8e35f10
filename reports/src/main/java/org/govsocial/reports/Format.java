package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;

/** A format by its name and what writes it. */
record Format(String id, String title, boolean showsFingerprints, Starter starter) implements ReportFormat {
    /** Starts a report. */
    interface Starter {
        ReportWriter start(ReportRequest request, OutputStream out) throws IOException;
    }

    @Override
    public ReportWriter start(ReportRequest request, OutputStream out) throws IOException {
        return starter.start(request, out);
    }
}
