package org.govsocial.reports;

import java.util.List;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.ReportFormat;

/** Brings the formats of reports and of documents. */
public final class Reports implements GuidancePlugin {
    /** Made by the service loader. */
    public Reports() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("reports", "0.1.0", API_LEVEL, "the govsocial project", "the project's issue tracker");
    }

    @Override
    public List<ReportFormat> reportFormats() {
        return List.of(Format.values());
    }

    @Override
    public List<DocumentFormat> documentFormats() {
        return List.of(PaperFormat.values());
    }
}
