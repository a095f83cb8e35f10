/** How to handle a mishap: what to do before, during and after it. */
module org.govsocial.mishap {
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires transitive org.govsocial.bags;
    requires transitive org.govsocial.guidance;

    exports org.govsocial.mishap;
    exports org.govsocial.mishap.ready;
    exports org.govsocial.mishap.record;
    exports org.govsocial.mishap.response;
    exports org.govsocial.mishap.watch;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.mishap.Mishap;
}
