/** Reads, searches, measures, compares and exports whatever guidance is loaded. Knows no document. */
module org.govsocial.catalogue {
    requires static transitive org.jspecify;
    requires transitive org.govsocial.guidance;
    requires org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
    requires org.snakeyaml.engine;

    exports org.govsocial.catalogue;
}
