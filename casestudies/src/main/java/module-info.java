/** Case studies and reports: what others learned. */
module org.govsocial.casestudies {
    requires static transitive org.jspecify;
    requires transitive org.govsocial.guidance;
    requires java.xml;
    requires de.siegmar.fastcsv;
    requires org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.facet;
    requires org.apache.lucene.highlighter;

    exports org.govsocial.casestudies;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.casestudies.CaseStudies;
}
