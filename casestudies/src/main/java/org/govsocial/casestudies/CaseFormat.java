package org.govsocial.casestudies;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A way to write the whole library as one file. */
public interface CaseFormat {
    /**
     * What people type to choose it.
     *
     * @return small letters
     */
    String id();

    /**
     * Writes the library.
     *
     * @param library the cases
     * @param target takes the bytes; not closed
     * @throws IOException when writing fails
     */
    void write(CaseLibrary library, OutputStream target) throws IOException;

    /**
     * Every format. The website is not among them, since it is a folder: {@link CaseSite}.
     *
     * @return by id
     */
    static List<CaseFormat> all() {
        return List.of(new AtomFeed(), new CsvTable(), new JsonFile(), new JsonLinked(), new MarkdownPage());
    }

    /**
     * One format.
     *
     * @param id what people type
     * @return empty when there is none of that name
     */
    static Optional<CaseFormat> named(String id) {
        return all().stream().filter(f -> f.id().equalsIgnoreCase(id)).findFirst();
    }
}
