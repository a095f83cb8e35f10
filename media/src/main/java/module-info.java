/** Probes of media files and the reader of caption files, found as a plug-in; nothing is exported. */
module org.govsocial.media {
    requires static org.jspecify;
    requires com.drew.metadata;
    requires java.desktop;
    requires org.govsocial.guidance;
    requires org.jsoup;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.media.MediaFiles;
}
