package org.govsocial.catalogue;

import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Section;
import org.govsocial.model.Statement;

/** One thing that the guidance holds and that has an id. */
public sealed interface Entry {
    /**
     * What people type to see it.
     *
     * @return the id as its pack writes it
     */
    String id();

    /**
     * The pack that holds it.
     *
     * @return the pack
     */
    Pack pack();

    /**
     * The document that it is or stands in.
     *
     * @return the document
     */
    GuidanceDocument document();

    /**
     * A document.
     *
     * @param pack that holds it
     * @param document itself
     */
    record OfDocument(Pack pack, GuidanceDocument document) implements Entry {
        @Override
        public String id() {
            return document.id();
        }
    }

    /**
     * A section.
     *
     * @param pack that holds it
     * @param document that it stands in
     * @param section itself
     */
    record OfSection(Pack pack, GuidanceDocument document, Section section) implements Entry {
        @Override
        public String id() {
            return section.id();
        }
    }

    /**
     * A statement.
     *
     * @param pack that holds it
     * @param document that it stands in
     * @param section that it stands in
     * @param statement itself
     */
    record OfStatement(Pack pack, GuidanceDocument document, Section section, Statement statement) implements Entry {
        @Override
        public String id() {
            return statement.id();
        }

        /**
         * How rules cite it.
         *
         * @return its citation
         */
        public Citation citation() {
            return new Citation(document.id(), statement.id());
        }
    }
}
