/**
 * Writes what was found, for people and for other programs.
 */
module org.govsocial.reports {
    requires static org.jspecify;
    requires java.xml;
    requires de.siegmar.fastcsv;
    requires org.govsocial.guidance;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.reports.Reports;
}
