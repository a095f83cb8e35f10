/**
 * The guidance as data, the contract that a plug-in implements, and the engine that applies it.
 */
module org.govsocial.guidance {
    requires static transitive org.jspecify;
    requires com.google.gson;
    requires de.siegmar.fastcsv;

    exports org.govsocial.csv;
    exports org.govsocial.engine;
    exports org.govsocial.json;
    exports org.govsocial.model;
    exports org.govsocial.spi;
    exports org.govsocial.text;

    uses org.govsocial.spi.GuidancePlugin;
}
