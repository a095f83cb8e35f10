package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.SaidOnce;

/** A format by its name and what writes it. */
record Format(String id, String title, boolean showsFingerprints, Starter starter) implements ReportFormat {
    /** Starts a report. */
    interface Starter {
        ReportWriter start(ReportRequest request, OutputStream out) throws IOException;
    }

    /** A format that people read: what holds for a file as a whole is said once. */
    static Format forPeople(String id, String title, boolean showsFingerprints, Starter starter) {
        return new Format(
                id,
                title,
                showsFingerprints,
                (request, out) -> SaidOnce.in(request.catalogue(), starter.start(request, out)));
    }

    @Override
    public ReportWriter start(ReportRequest request, OutputStream out) throws IOException {
        return starter.start(request, out);
    }
}
