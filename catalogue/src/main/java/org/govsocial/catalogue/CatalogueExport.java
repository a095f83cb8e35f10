package org.govsocial.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.govsocial.spi.Catalogue;

/**
 * A format of the whole guidance. The same guidance gives the same bytes. Every document carries the licence and the
 * attribution of its pack; every statement, what it rests on.
 */
public sealed interface CatalogueExport permits JsonExport, MarkdownExport, HtmlExport, OscalExport {
    /**
     * Every format.
     *
     * @return in the order shown to people
     */
    static List<CatalogueExport> all() {
        return List.of(new JsonExport(), new MarkdownExport(), new HtmlExport(), new OscalExport());
    }

    /**
     * What people call the format.
     *
     * @return lower case
     */
    String id();

    /**
     * Writes the guidance.
     *
     * @param catalogue what is loaded
     * @param out takes UTF-8; flushed, not closed
     * @throws IOException when writing fails
     */
    void write(Catalogue catalogue, OutputStream out) throws IOException;
}
