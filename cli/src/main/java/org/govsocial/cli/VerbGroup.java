package org.govsocial.cli;

import java.util.List;

/**
 * The verbs of one document. A group is always part of the command line; the document's module, which does the work,
 * may be missing. Listed in {@code META-INF/services} and in the module's {@code provides}.
 */
public interface VerbGroup {
    /**
     * The document whose module does the work.
     *
     * @return the document's id, such as {@code "mishap"}
     */
    String document();

    /**
     * The names of the verbs, known without the module.
     *
     * @return in the order shown
     */
    List<String> names();

    /**
     * The verbs. Nothing else of a group may touch the document's module.
     *
     * @param terminal the streams that they work with
     * @return one for each name, in the same order
     * @throws NoClassDefFoundError when the module is missing
     */
    List<Verb> verbs(Terminal terminal);
}
