package org.govsocial.spi;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.model.Paper;

/**
 * A format of documents. Stateless; used by several threads. The same paper gives the same bytes, whatever the time and
 * the place.
 */
public interface DocumentFormat {
    /**
     * The format's id, which {@code --format} takes.
     *
     * @return kebab case, unique among formats of documents
     */
    String id();

    /**
     * What it is for, for help texts.
     *
     * @return a short noun phrase, such as "a web page in one file"
     */
    String title();

    /**
     * How names of such files end.
     *
     * @return without the dot, such as {@code "docx"}
     */
    String ending();

    /**
     * Writes a paper, with its gaps and notes at the end.
     *
     * @param paper what to write; its words may be hostile
     * @param out takes the document; flushed, not closed
     * @throws IOException when writing fails
     */
    void write(Paper paper, OutputStream out) throws IOException;
}
