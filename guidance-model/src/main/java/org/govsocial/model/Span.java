package org.govsocial.model;

import java.net.URI;
import java.util.Set;

/** A run of words within a {@link Passage}. Text is plain: no mark-up is read in it, whatever it holds. */
public sealed interface Span permits Span.Words, Span.Strong, Span.Hyperlink, Span.Cite, Gap {
    /**
     * The words as read without any marks.
     *
     * @return plain text
     */
    String text();

    /**
     * Plain words.
     *
     * @param text line breaks are kept
     */
    record Words(String text) implements Span {}

    /**
     * Words that stand out.
     *
     * @param text line breaks are kept
     */
    record Strong(String text) implements Span {}

    /**
     * Words that lead somewhere.
     *
     * @param text says where, without the address; not blank
     * @param address of scheme {@code http}, {@code https} or {@code mailto}
     */
    record Hyperlink(String text, URI address) implements Span {
        private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

        /** Refuses addresses that could run something. */
        public Hyperlink {
            if (text.isBlank() || !leads(address)) {
                throw new IllegalArgumentException("no link: " + text + " to " + address);
            }
        }

        /**
         * Whether a paper may link to an address.
         *
         * @param address any
         * @return true for {@code http}, {@code https} and {@code mailto}
         */
        public static boolean leads(URI address) {
            return SCHEMES.contains(String.valueOf(address.getScheme()));
        }
    }

    /**
     * Names the statement that the words before it rest on. A format shows a number here and the note at the end; equal
     * citations share a number.
     *
     * @param citation the statement
     * @param note how the statement stands, what it says and where it was read, in words
     */
    record Cite(Citation citation, String note) implements Span {
        /**
         * Cites a statement.
         *
         * @param document id of the document that holds it
         * @param statement what is cited
         * @param source the title of the text it was read in
         * @return with a note that says required, advised or our judgement, and by whom
         */
        public static Cite of(String document, Statement statement, String source) {
            var citation = new Citation(document, statement.id());
            String standing = statement.standing();
            String whose = statement.provenance() == Provenance.PROJECT
                    ? "Our judgement"
                    : Character.toUpperCase(standing.charAt(0)) + standing.substring(1) + " " + source + " ("
                            + statement.provenance().words() + ")";
            return new Cite(citation, whose + ": " + statement.text());
        }

        @Override
        public String text() {
            return "";
        }
    }
}
