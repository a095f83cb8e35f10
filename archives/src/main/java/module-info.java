/** Readers of posts, found as a plug-in; nothing is exported. */
module org.govsocial.archives {
    requires static org.jspecify;
    requires org.govsocial.guidance;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.jsoup;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.archives.Archives;
}
