/** Case studies and reports: what others learned. */
module org.govsocial.casestudies {
    requires static transitive org.jspecify;
    requires transitive org.govsocial.guidance;

    exports org.govsocial.casestudies;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.casestudies.CaseStudies;
}
