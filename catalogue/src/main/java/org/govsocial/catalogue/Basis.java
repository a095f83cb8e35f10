package org.govsocial.catalogue;

import java.util.Optional;
import org.govsocial.model.Provenance;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/**
 * What a statement rests on, in words. Every output takes them from here, so that none presents one provenance as
 * another.
 *
 * @param statement itself
 * @param source that it was read in; empty when no loaded pack describes it
 */
public record Basis(Statement statement, Optional<Source> source) {
    /**
     * Looks the source up.
     *
     * @param statement which
     * @param catalogue what is loaded
     * @return its basis
     */
    public static Basis of(Statement statement, Catalogue catalogue) {
        return new Basis(statement, catalogue.source(statement.source()));
    }

    /**
     * All of it on one line.
     *
     * @return for example {@code Advised by “Title” (Publisher, 2012), p 40. Provenance: New Zealand rule in force. Checked
     *     2026-11-22.}
     */
    public String words() {
        String words = statement.standing();
        var out = new StringBuilder()
                .append(Character.toUpperCase(words.charAt(0)))
                .append(words, 1, words.length());
        String named = named();
        if (statement.provenance() == Provenance.PROJECT) {
            if (!named.isEmpty()) {
                out.append(", after ").append(named);
            }
        } else {
            out.append(' ').append(named.isEmpty() ? statement.source() : named);
        }
        if (!statement.where().isEmpty()) {
            out.append(", ").append(statement.where());
        }
        out.append('.');
        if (statement.provenance() != Provenance.PROJECT) {
            out.append(" Provenance: ").append(statement.provenance().words()).append('.');
        }
        return out.append(" Checked ").append(statement.checked()).append('.').toString();
    }

    /**
     * The same where little room is left: how the statement stands, the source's title and its provenance.
     *
     * @return for example {@code advised by “Title” (another New Zealand public body)}
     */
    public String inBrief() {
        return statement.provenance() == Provenance.PROJECT
                ? statement.standing()
                : statement.standing() + " “" + source.map(Source::title).orElse(statement.source()) + "” ("
                        + statement.provenance().words() + ")";
    }

    /**
     * The source by its title, publisher and date.
     *
     * @return empty when there is none, as for a judgement of our own
     */
    public String named() {
        if (source.isEmpty() || statement.source().equals("PROJECT")) {
            return "";
        }
        Source s = source.get();
        return "“" + s.title() + "” (" + s.publisher() + (s.date().isEmpty() ? "" : ", " + s.date()) + ")";
    }
}
