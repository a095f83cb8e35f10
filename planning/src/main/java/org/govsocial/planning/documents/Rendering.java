package org.govsocial.planning.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.govsocial.model.Block;
import org.govsocial.model.Citation;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Span;
import org.govsocial.model.Template;
import org.govsocial.spi.Catalogue;
import org.jspecify.annotations.Nullable;

/** Makes one paper from a template and facts. */
final class Rendering {
    /** Somebody looked, and there is nothing. */
    private static final Passage NONE = Passage.of("none.");

    private final Map<String, Fact> facts;
    private final Catalogue catalogue;
    private final TemplateTexts texts = new TemplateTexts();
    private final List<Block> blocks = new ArrayList<>();
    private int level;
    private @Nullable ShortNotes notes;

    Rendering(Map<String, Fact> facts, Catalogue catalogue) {
        this.facts = facts;
        this.catalogue = catalogue;
    }

    Paper paper(Template template, String made) {
        ShortNotes brief = template.shortNotes() ? new ShortNotes(catalogue) : null;
        notes = brief;
        for (Template.Part part : template.parts()) {
            if (holds(part.when(), facts)) {
                write(part);
            }
        }
        blocks.add(Block.paragraph(made));
        if (brief != null) {
            brief.paragraph().ifPresent(blocks::add);
        }
        return Paper.of(plain(template.title(), facts).strip(), blocks);
    }

    private void write(Template.Part part) {
        if (part instanceof Template.Heading heading) {
            // A heading above this one may have been left out.
            level = Math.min(heading.level(), level + 1);
            blocks.add(Block.heading(level, plain(heading.text(), facts).strip()));
        } else if (part instanceof Template.Paragraph paragraph) {
            Passage words = line(paragraph.words(), facts, List.of());
            if (!words.text().isBlank()) {
                blocks.add(new Block.Paragraph(words));
            }
        } else if (part instanceof Template.Items items) {
            write(items);
        } else if (part instanceof Template.Grid grid) {
            write(grid);
        } else if (part instanceof Template.Quotation quotation) {
            blocks.add(new Block.Quotation(line(quotation.words(), facts, List.of())));
        } else if (part instanceof Template.Signing signing) {
            blocks.add(new Block.SignOff(
                    plain(signing.caption(), facts),
                    signing.signatories().stream()
                            .map(s -> new Block.SignOff.Signatory(plain(s.role(), facts), known(s.name())))
                            .toList()));
        } else if (part instanceof Template.Figure figure) {
            write((Fact.Figure) fact(figure.figure(), facts));
        }
    }

    private void write(Template.Items items) {
        if (!items.each().isEmpty() && !fact(items.each(), facts).isKnown()) {
            Passage none = nothing(items.each(), items.none());
            blocks.add(new Block.Paragraph(none.equals(NONE) ? Passage.of("None.") : none));
            return;
        }
        var lines = new ArrayList<Passage>();
        for (Scope scope : scopes(items.each())) {
            for (Template.Line line : items.lines()) {
                Passage words =
                        holds(line.when(), scope.facts()) ? line(line, scope.facts(), scope.cites()) : Passage.EMPTY;
                if (!words.text().isBlank()) {
                    lines.add(words);
                }
            }
        }
        if (!lines.isEmpty()) {
            blocks.add(items.numbered() ? new Block.Steps(lines) : new Block.Bullets(lines));
        }
    }

    private void write(Template.Grid grid) {
        String caption = plain(grid.caption(), facts);
        if (!grid.each().isEmpty() && !fact(grid.each(), facts).isKnown()) {
            blocks.add(new Block.Paragraph(Passage.of(new Span.Strong(caption + ": "))
                    .and(nothing(grid.each(), grid.none()).spans())));
            return;
        }
        var rows = new ArrayList<List<Passage>>();
        for (Scope scope : scopes(grid.each())) {
            for (Template.Row row : grid.rows()) {
                if (holds(row.when(), scope.facts())) {
                    var cells = new ArrayList<Passage>();
                    for (String cell : row.cells()) {
                        cells.add(texts.fill(cell, scope.facts()));
                    }
                    cells.set(0, cells.get(0).and(cites(row.cites(), scope.cites())));
                    rows.add(cells);
                }
            }
        }
        blocks.add(new Block.Table(caption, grid.columns(), rows));
    }

    private void write(Fact.Figure figure) {
        blocks.add(figure.chart().<Block>map(c -> c).orElseGet(() -> new Block.Paragraph(Passage.of(figure.gap()))));
    }

    /** The facts at hand for one of several values, with the statements that it rests on. */
    private record Scope(Map<String, Fact> facts, List<Citation> cites) {}

    private List<Scope> scopes(String each) {
        if (each.isEmpty()) {
            return List.of(new Scope(facts, List.of()));
        }
        var scopes = new ArrayList<Scope>();
        for (Fact.Value value : ((Fact.Values) fact(each, facts)).values()) {
            var all = new LinkedHashMap<>(facts);
            all.putAll(value.facts());
            scopes.add(new Scope(all, value.cites()));
        }
        return scopes;
    }

    /** A template that asks for what there is not has not come this far. */
    private static Fact fact(String name, Map<String, Fact> facts) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    private Passage nothing(String each, String none) {
        Fact fact = fact(each, facts);
        if (fact instanceof Fact.Values several && several.isCounted()) {
            return NONE;
        }
        return none.isEmpty() ? Passage.of(fact.gap()) : texts.fill(none, facts);
    }

    private static boolean holds(String when, Map<String, Fact> facts) {
        if (when.isEmpty()) {
            return true;
        }
        boolean not = when.startsWith("!");
        return fact(not ? when.substring(1) : when, facts).isKnown() != not;
    }

    private Passage line(Template.Line line, Map<String, Fact> scope, List<Citation> more) {
        return texts.fill(line.text(), scope).and(cites(line.cites(), more));
    }

    private String plain(String text, Map<String, Fact> scope) {
        return texts.fill(text, scope).text();
    }

    /** A name to sign with; one that is missing is left to be written by hand. */
    private String known(String text) {
        Passage name = texts.fill(text, facts);
        return name.spans().stream().anyMatch(s -> s instanceof Gap) ? "" : name.text();
    }

    private List<? extends Span> cites(List<Citation> first, List<Citation> more) {
        List<Citation> all =
                Stream.concat(first.stream(), more.stream()).distinct().toList();
        return notes != null
                ? notes.cite(all)
                : all.stream().flatMap(c -> catalogue.cite(c).stream()).toList();
    }
}
