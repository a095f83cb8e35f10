package org.govsocial.planning.documents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.model.Block;
import org.govsocial.model.Citation;
import org.govsocial.model.Provenance;
import org.govsocial.model.Span;
import org.govsocial.spi.Catalogue;

/**
 * Notes of a document that is to fit on a page: a number behind the words, and at the end one paragraph with the
 * statements' names by where they were read. What they say is in the long form.
 */
public final class ShortNotes {
    private final Catalogue catalogue;
    private final List<Citation> cited = new ArrayList<>();

    /**
     * Begins.
     *
     * @param catalogue has the statements
     */
    public ShortNotes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Cites statements.
     *
     * @param statements that words rest on; those that no loaded pack holds are left out
     * @return what to put behind the words
     */
    public List<Span> cite(List<Citation> statements) {
        var numbers = new ArrayList<Span>();
        for (Citation statement : statements) {
            if (catalogue.statement(statement).isPresent()) {
                if (!cited.contains(statement)) {
                    cited.add(statement);
                }
                numbers.add(new Span.Words(" [" + (cited.indexOf(statement) + 1) + "]"));
            }
        }
        return numbers;
    }

    /**
     * What the numbers stand for.
     *
     * @return a paragraph; nothing when nothing was cited
     */
    public Optional<Block> paragraph() {
        Map<Provenance, List<String>> names = new EnumMap<>(Provenance.class);
        for (int i = 0; i < cited.size(); i++) {
            Citation one = cited.get(i);
            String name = "[" + (i + 1) + "] " + one.statement();
            catalogue
                    .statement(one)
                    .ifPresent(s -> names.computeIfAbsent(s.provenance(), p -> new ArrayList<>())
                            .add(name));
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var groups = new ArrayList<String>();
        names.forEach((provenance, ids) -> groups.add(provenance.words() + ": " + String.join(", ", ids)));
        return Optional.of(Block.paragraph("What this rests on: " + String.join("; ", groups) + "."));
    }
}
