/** High-level guidance and Hands-on toolbox: whether to use social media, and how to set it up, run and close it. */
module org.govsocial.planning {
    requires static transitive org.jspecify;
    requires com.samskivert.jmustache;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires transitive org.govsocial.bags;
    requires transitive org.govsocial.guidance;

    exports org.govsocial.planning;
    exports org.govsocial.planning.calendar;
    exports org.govsocial.planning.decision;
    exports org.govsocial.planning.documents;
    exports org.govsocial.planning.moderation;
    exports org.govsocial.planning.records;
    exports org.govsocial.planning.reporting;
    exports org.govsocial.planning.toolbox;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.planning.Planning;
}
