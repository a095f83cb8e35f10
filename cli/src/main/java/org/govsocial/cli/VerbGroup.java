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
     * The verbs, known without the module.
     *
     * @return names in the order shown
     */
    List<String> verbs();

    /**
     * The commands. Nothing else of a group may touch the document's module.
     *
     * @param terminal the streams that they work with
     * @return objects annotated as commands, one for each verb, in the same order
     * @throws NoClassDefFoundError when the module is missing
     */
    List<Object> commands(Terminal terminal);
}
