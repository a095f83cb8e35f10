package org.govsocial.planning.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.govsocial.model.Block;
import org.govsocial.model.Block.SignOff.Signatory;
import org.govsocial.model.Gap;
import org.govsocial.model.Pack;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Provenance;
import org.govsocial.model.Span;
import org.govsocial.planning.documents.ShortNotes;
import org.govsocial.spi.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a business case, to read and sign: the long form, and one page beside it. Both end with the number of
 * conclusions by where they come from, the versions of the table and the packs, a hash of the answers, and room to sign.
 */
public final class DecisionPaper {
    /** What a page has room for. */
    private static final int FEW = 3;

    private final Decision decision;
    private final List<Question> questions;
    private final Catalogue catalogue;
    private final boolean explain;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable ShortNotes notes;

    private DecisionPaper(Decision decision, List<Question> questions, Catalogue catalogue, boolean explain) {
        this.decision = decision;
        this.questions = questions;
        this.catalogue = catalogue;
        this.explain = explain;
    }

    /**
     * All of it.
     *
     * @param decision what to write
     * @param questions that were asked
     * @param catalogue has the statements and the packs
     * @param explain whether to name the answers behind each conclusion; the statements are always named
     * @return the long form
     */
    public static Paper whole(Decision decision, List<Question> questions, Catalogue catalogue, boolean explain) {
        return new DecisionPaper(decision, questions, catalogue, explain).whole();
    }

    /**
     * What fits on a page.
     *
     * @param decision what to write
     * @param questions that were asked
     * @param catalogue has the statements and the packs
     * @return the short form
     */
    public static Paper inShort(Decision decision, List<Question> questions, Catalogue catalogue) {
        return new DecisionPaper(decision, questions, catalogue, false).inShort();
    }

    private Paper inShort() {
        var brief = new ShortNotes(catalogue);
        notes = brief;
        var rows = new ArrayList<List<Passage>>();
        row(rows, "Recommended stage", Passage.of(decision.stage().words()));
        row(rows, "What for", answer("purpose"));
        row(rows, "Where the audience talks", answer("places"));
        row(
                rows,
                "What is missing for more",
                Passage.of(
                        decision.wouldRaise().isEmpty()
                                ? "Nothing: it is the last stage."
                                : decision.wouldRaise().stream()
                                        .limit(FEW)
                                        .map(Decision.Condition::text)
                                        .collect(Collectors.joining(" "))));
        row(rows, "What there is to gain", Passage.of(benefits()));
        row(rows, "Hours a week", hoursInShort());
        row(
                rows,
                "End",
                Passage.of(decision.ending().text()).and(cites(decision.ending().trace())));
        blocks.add(new Block.Table("At a glance", List.of("Point", "Answer"), rows));
        blocks.add(risks("Greatest risks: likelihood × consequence, each from 1 to 5", FEW));
        brief.paragraph().ifPresent(blocks::add);
        blocks.add(Block.paragraph(decision.traces().size() + " conclusions lean, some of them on several, on: "
                + counts().stream().map(row -> row.get(0) + " " + row.get(1)).collect(Collectors.joining(", "))
                + ". Decision table " + decision.table() + "; which answer leads where is our own judgement. "
                + packs() + " " + hash()));
        blocks.add(signOff());
        return Paper.of("Social media, in short: " + decision.stage().words(), blocks);
    }

    private static void row(List<List<Passage>> rows, String point, Passage answer) {
        rows.add(List.of(Passage.of(point), answer));
    }

    private String benefits() {
        return decision.benefits().isEmpty()
                ? "Nothing follows from the answers."
                : decision.benefits().stream()
                        .limit(FEW)
                        .map(Decision.Benefit::text)
                        .collect(Collectors.joining(" "));
    }

    private Passage hoursInShort() {
        String there = decision.resourcing()
                .available()
                .map(n -> " People have " + n + ".")
                .orElse("");
        return decision.resourcing()
                .estimate(decision.stage())
                .map(w -> Passage.of(hours(w.total()) + " at this stage, by a model." + there))
                .orElseGet(() -> decision.stage() == Stage.NOT_YET
                        ? Passage.of("None yet." + there)
                        : Passage.of(new Gap(
                                "the hours a week", "Answer the questions about posts, contributions and hours.")));
    }

    private Paper whole() {
        heading("Recommendation");
        paragraph(
                Passage.of(
                        new Span.Words("Recommended stage: "),
                        new Span.Strong(decision.stage().words()),
                        new Span.Words(". " + decision.wouldLower().size()
                                + " conditions of this stage and those before it are met; "
                                + decision.wouldRaise().size() + " of the stages above are missing.")),
                decision.trace());
        heading("What would raise it");
        conditions(decision.wouldRaise(), "Nothing: it is the last stage, and all that it asks for is there.");
        heading("What would lower it, if it were lost");
        conditions(decision.wouldLower(), "Nothing: there is no stage below.");
        heading("Benefits that apply");
        items(
                decision.benefits().stream()
                        .map(b -> traced(Passage.of(b.text()), b.trace()))
                        .toList(),
                "None follows from the answers.");
        heading("Risks");
        blocks.add(risks("Risks: likelihood × consequence, each from 1 to 5", Integer.MAX_VALUE));
        treatments();
        resourcing();
        heading("End");
        paragraph(Passage.of(decision.ending().text()), decision.ending().trace());
        heading("What nobody here can tell");
        items(
                decision.unknown().stream()
                        .map(u -> traced(Passage.of(u.text()), u.trace()))
                        .toList(),
                "Nothing is open.");
        answers();
        heading("Basis and sign-off");
        blocks.add(Block.Table.of(
                "Conclusions by what they lean on; one may lean on several",
                List.of("Provenance", "Conclusions"),
                counts()));
        basis();
        return Paper.of("Business case for social media: " + decision.stage().words(), blocks);
    }

    private void conditions(List<Decision.Condition> conditions, String none) {
        var items = new ArrayList<Passage>();
        for (Decision.Condition c : conditions) {
            String duty = c.duty() ? " A rule requires it." : "";
            items.add(traced(Passage.of("For " + c.stage().words() + ": " + c.text() + duty), c.trace()));
        }
        items(items, none);
    }

    private Block risks(String caption, int most) {
        var rows = new ArrayList<List<Passage>>();
        decision.risks().stream()
                .limit(most)
                .forEach(r -> rows.add(List.of(
                        Passage.of(r.text()).and(cites(r.trace())),
                        Passage.of(r.likelihood() + " × " + r.consequence() + " = " + r.score() + ", " + r.level()),
                        Passage.of(r.residualLikelihood() + " × " + r.residualConsequence() + " = " + r.residual()
                                + ", " + r.residualLevel()),
                        Passage.of(r.owner()))));
        return new Block.Table(caption, List.of("Risk", "Now", "Residual", "Owner"), rows);
    }

    private void treatments() {
        var rows = new ArrayList<List<Passage>>();
        for (Decision.Risk risk : decision.risks()) {
            for (Decision.Treatment t : risk.treatments()) {
                rows.add(List.of(
                        Passage.of(risk.text()),
                        traced(Passage.of(t.text()), t.trace()),
                        Passage.of(t.inPlace() ? "in place" : "to do")));
            }
        }
        blocks.add(new Block.Table("Treatments", List.of("Risk", "Treatment", "State"), rows));
    }

    private void resourcing() {
        heading("Hours a week");
        var rows = new ArrayList<List<String>>();
        for (Decision.Estimate e : decision.resourcing().estimates()) {
            Workload w = e.workload();
            rows.add(List.of(
                    e.stage().words(),
                    hours(w.total()),
                    hours(w.listening()),
                    hours(w.posting()),
                    hours(w.reading()),
                    hours(w.replying())));
        }
        if (rows.isEmpty()) {
            blocks.add(new Block.Paragraph(Passage.of(
                    new Gap("the hours a week", "Answer the questions about posts, contributions and hours."))));
        } else {
            blocks.add(Block.Table.of(
                    "Hours a week at each stage",
                    List.of("Stage", "All", "Listening", "Posting", "Reading", "Replying"),
                    rows));
        }
        String available = decision.resourcing()
                .available()
                .map(n -> "People have " + n + " hours a week. ")
                .orElse("How many hours people have was not answered. ");
        paragraph(
                Passage.of(available + decision.resourcing().model()),
                decision.resourcing().trace());
        blocks.add(Block.paragraph("We assume:"));
        blocks.add(Block.bullets(decision.resourcing().assumptions()));
    }

    /** Rounded up to tenths: work is not less than it is. */
    private static String hours(double hours) {
        return String.format(Locale.ROOT, "%.1f", Math.ceil(Math.max(0, hours * 10 - 1e-9)) / 10);
    }

    private void answers() {
        heading("Answers");
        var rows = new ArrayList<List<Passage>>();
        for (Question q : questions) {
            rows.add(List.of(Passage.of(q.ask()), answer(q.id())));
        }
        blocks.add(new Block.Table(
                "What was answered; what was not counts as the least ready", List.of("Question", "Answer"), rows));
    }

    private Passage answer(String id) {
        List<String> values = decision.given().of(id);
        for (Question q : questions) {
            if (q.id().equals(id) && !values.isEmpty()) {
                return Passage.of(q.words(values));
            }
        }
        return Passage.of(new Gap("the answer to “" + id + "”", "Answer the question \"" + id + "\"."));
    }

    private void basis() {
        blocks.add(Block.bullets(List.of(
                decision.traces().size() + " conclusions, from the decision table " + decision.table()
                        + ". Which answer leads where, scores, limits and hours are our own judgement.",
                packs(),
                hash())));
        blocks.add(signOff());
    }

    private String packs() {
        return "Packs: " + catalogue.packs().stream().map(DecisionPaper::named).collect(Collectors.joining(", ")) + ".";
    }

    private String hash() {
        return "Answers, SHA-256: " + decision.given().hash();
    }

    private static Block signOff() {
        return new Block.SignOff(
                "Decision", List.of(new Signatory("Asked for by", ""), new Signatory("Decided by", "")));
    }

    private List<List<String>> counts() {
        Map<Provenance, Integer> counts = new EnumMap<>(Provenance.class);
        for (Trace trace : decision.traces()) {
            Set<Provenance> kinds = EnumSet.noneOf(Provenance.class);
            trace.statements().forEach(c -> catalogue.statement(c).ifPresent(s -> kinds.add(s.provenance())));
            kinds.forEach(k -> counts.merge(k, 1, Integer::sum));
        }
        var rows = new ArrayList<List<String>>();
        counts.forEach((kind, count) -> rows.add(List.of(kind.words(), count.toString())));
        return rows;
    }

    private static String named(Pack pack) {
        return pack.id() + " " + pack.version();
    }

    // ---- conclusions with what they rest on

    private void heading(String words) {
        blocks.add(Block.heading(1, words));
    }

    private void paragraph(Passage words, Trace trace) {
        blocks.add(new Block.Paragraph(traced(words, trace)));
    }

    private void items(List<Passage> items, String none) {
        blocks.add(items.isEmpty() ? Block.paragraph(none) : new Block.Bullets(items));
    }

    private Passage traced(Passage words, Trace trace) {
        Passage cited = words.and(cites(trace));
        return explain ? cited.and(new Span.Words(" Because: " + trace.answers(questions) + ".")) : cited;
    }

    private List<? extends Span> cites(Trace trace) {
        return notes != null
                ? notes.cite(trace.statements())
                : trace.statements().stream()
                        .flatMap(c -> catalogue.cite(c).stream())
                        .toList();
    }
}
