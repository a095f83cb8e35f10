package org.govsocial.spi;

import java.io.IOException;
import java.io.OutputStream;

/** A format of reports. Stateless; used by several threads. */
public interface ReportFormat {
    /**
     * The format's id, which {@code --format} takes.
     *
     * @return kebab case, unique
     */
    String id();

    /**
     * What it is for, for help texts.
     *
     * @return a short noun phrase, such as "text for people"
     */
    String title();

    /**
     * Whether its reports show the fingerprints of findings. Without them a check of one post takes less time.
     *
     * @return false only where {@link org.govsocial.model.Finding#fingerprint} is never read
     */
    default boolean showsFingerprints() {
        return true;
    }

    /**
     * Starts a report.
     *
     * @param request what the report is about
     * @param out receives the report as UTF-8; not closed by the writer
     * @return takes the subjects
     * @throws IOException when writing fails
     */
    ReportWriter start(ReportRequest request, OutputStream out) throws IOException;
}
