package org.govsocial.spi;

import java.io.IOException;

/** Writes one report, streaming. Used by one thread. */
public interface ReportWriter {
    /**
     * Writes what was found in one subject.
     *
     * @param subject what the rules say of it, and where it stands
     * @throws IOException when writing fails
     */
    void subject(Reviewed subject) throws IOException;

    /**
     * Writes the end of the report and flushes it.
     *
     * @param totals of the whole run
     * @throws IOException when writing fails
     */
    void end(RunSummary totals) throws IOException;
}
