package org.govsocial.planning.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.govsocial.model.Block;
import org.govsocial.model.Block.SignOff.Signatory;
import org.govsocial.model.Citation;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Provenance;
import org.govsocial.model.Span;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** The answer about one channel as a document to read and sign. */
public final class ChannelPaper {
    private final ChannelDecision d;
    private final List<Question> questions;
    private final Catalogue catalogue;
    private final boolean explain;

    private ChannelPaper(ChannelDecision decision, List<Question> questions, Catalogue catalogue, boolean explain) {
        this.d = decision;
        this.questions = questions;
        this.catalogue = catalogue;
        this.explain = explain;
    }

    /**
     * Writes it.
     *
     * @param decision what to write
     * @param questions that were asked
     * @param catalogue has the statements and the packs
     * @param explain whether to name the answers behind each conclusion; the statements are always named
     * @return the document
     */
    public static Paper of(ChannelDecision decision, List<Question> questions, Catalogue catalogue, boolean explain) {
        return new ChannelPaper(decision, questions, catalogue, explain).paper();
    }

    private Paper paper() {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.heading(1, "Reasons"));
        blocks.add(reasons(d.reasons()));
        if (!d.conditions().isEmpty()) {
            blocks.add(Block.heading(1, "On condition that"));
            blocks.add(reasons(d.conditions()));
        }
        blocks.add(Block.heading(1, "Options side by side"));
        var rows = new ArrayList<List<Passage>>();
        for (ChannelDecision.Option option : d.options()) {
            rows.add(List.of(
                    Passage.of(option.title()),
                    hours(option.hours()),
                    Passage.of(option.end().map(LocalDate::toString).orElse("no day set")),
                    traced(option.text(), option.trace())));
        }
        blocks.add(new Block.Table(
                "Hours a week by the model of the decision",
                List.of("Option", "Hours a week", "End", "What it is"),
                rows));
        blocks.add(Block.heading(1, "What binds " + d.title() + " today"));
        for (ChannelDecision.Binding binding : d.bindings()) {
            blocks.add(Block.heading(2, binding.title()));
            var items = new ArrayList<Passage>();
            for (Statement statement : binding.statements()) {
                items.add(Passage.of(statement.text()).and(cite(statement.id())));
            }
            items.add(Passage.of("Cannot tell: " + binding.silent()));
            blocks.add(new Block.Bullets(items));
        }
        blocks.add(Block.heading(1, "What would change the answer"));
        blocks.add(Block.bullets(changes(d)));
        blocks.add(Block.heading(1, "Basis and sign-off"));
        blocks.add(Block.Table.of(
                "Conclusions by what they lean on; one may lean on several",
                List.of("Provenance", "Conclusions"),
                counts(d, catalogue)));
        blocks.add(Block.bullets(basis(d, catalogue)));
        blocks.add(new Block.SignOff(
                "Decision", List.of(new Signatory("Asked for by", ""), new Signatory("Decided by", ""))));
        return Paper.of(d.title() + ": " + d.words(), blocks);
    }

    private Block reasons(List<ChannelDecision.Reason> reasons) {
        return new Block.Bullets(
                reasons.stream().map(r -> traced(r.text(), r.trace())).toList());
    }

    private static Passage hours(OptionalDouble hours) {
        return hours.isPresent()
                ? Passage.of(tenths(hours.getAsDouble()))
                : Passage.of(new Gap("the hours a week", "Answer the questions about posts, contributions and hours."));
    }

    private Passage traced(String words, Trace trace) {
        Passage cited = Passage.of(words).and(cites(trace));
        return explain ? cited.and(new Span.Words(" Because: " + trace.answers(questions) + ".")) : cited;
    }

    private List<Span.Cite> cites(Trace trace) {
        return trace.statements().stream()
                .flatMap(c -> catalogue.cite(c).stream())
                .toList();
    }

    private List<Span.Cite> cite(String id) {
        return catalogue.documents().stream()
                .flatMap(document -> catalogue.cite(new Citation(document.id(), id)).stream())
                .limit(1)
                .toList();
    }

    /**
     * Hours rounded up to tenths, as people read them: work is not less than it is.
     *
     * @param hours at least 0
     * @return such as {@code "7.5"}
     */
    public static String tenths(double hours) {
        return String.format(Locale.ROOT, "%.1f", Math.ceil(Math.max(0, hours * 10 - 1e-9)) / 10);
    }

    /**
     * What would change the answer, in sentences.
     *
     * @param d the answer
     * @return never empty
     */
    public static List<String> changes(ChannelDecision d) {
        if (d.changes().isEmpty()) {
            return List.of("No single answer would change it; several together may. "
                    + "\"govsocial decide\" says what each stage asks for.");
        }
        return d.changes().stream()
                .map(c -> c.ask() + " Now: " + c.now() + ". With “" + c.then() + "”: " + c.words() + ".")
                .toList();
    }

    /**
     * How many conclusions lean on what.
     *
     * @param d the answer
     * @param catalogue has the statements
     * @return rows of provenance in words and a number
     */
    public static List<List<String>> counts(ChannelDecision d, Catalogue catalogue) {
        Map<Provenance, Integer> counts = new EnumMap<>(Provenance.class);
        for (Trace trace : d.traces()) {
            Set<Provenance> kinds = EnumSet.noneOf(Provenance.class);
            trace.statements().forEach(c -> catalogue.statement(c).ifPresent(s -> kinds.add(s.provenance())));
            kinds.forEach(k -> counts.merge(k, 1, Integer::sum));
        }
        var rows = new ArrayList<List<String>>();
        counts.forEach((kind, count) -> rows.add(List.of(kind.words(), count.toString())));
        return rows;
    }

    /**
     * What it was made from: tables, packs, answers.
     *
     * @param d the answer
     * @param catalogue has the packs
     * @return in sentences
     */
    public static List<String> basis(ChannelDecision d, Catalogue catalogue) {
        return List.of(
                d.traces().size() + " conclusions, from the tables " + d.table() + " and "
                        + d.decision().table() + ". Which answer leads where is our own judgement.",
                "Packs: "
                        + catalogue.packs().stream()
                                .map(p -> p.id() + " " + p.version())
                                .collect(Collectors.joining(", "))
                        + ".",
                "Answers, SHA-256: " + d.decision().given().hash());
    }
}
