/** Keeps what people decided about findings, and sums up what was found in whole archives. Knows no document. */
module org.govsocial.audit {
    requires static transitive org.jspecify;
    requires transitive org.govsocial.guidance;
    requires de.siegmar.fastcsv;

    exports org.govsocial.answers;
    exports org.govsocial.audit;
}
