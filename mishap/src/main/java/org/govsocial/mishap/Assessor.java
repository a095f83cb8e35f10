package org.govsocial.mishap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.govsocial.mishap.Assessment.FirstStep;
import org.govsocial.mishap.Assessment.FoundBranch;
import org.govsocial.mishap.Assessment.FoundCell;
import org.govsocial.mishap.Assessment.FoundImpact;
import org.govsocial.mishap.Assessment.FoundType;
import org.govsocial.model.Matrix;
import org.govsocial.model.Pack;
import org.govsocial.model.Playbook;
import org.govsocial.model.Triage;
import org.govsocial.spi.Catalogue;

/**
 * Finds out what a mishap is and what it calls for, from facts, by the questions, matrix and playbooks of the packs. An
 * agency's own take the place of ours. More severe facts never give a lesser response: the extent is the greatest that
 * any fact asks for. Immutable; safe to share between threads.
 */
public final class Assessor {
    private static final String OURS = "mishap";

    private final Triage triage;
    private final Matrix matrix;
    private final List<Playbook> playbooks;

    private Assessor(Triage triage, Matrix matrix, List<Playbook> playbooks) {
        this.triage = triage;
        this.matrix = matrix;
        this.playbooks = playbooks;
    }

    /**
     * Takes questions, matrix and playbooks from what is loaded.
     *
     * @param catalogue what is loaded
     * @return empty when no pack has questions and a matrix
     */
    public static Optional<Assessor> of(Catalogue catalogue) {
        Triage triage = null;
        Matrix matrix = null;
        var playbooks = new LinkedHashMap<String, Playbook>();
        var packs = new ArrayList<>(catalogue.packs());
        packs.sort(Comparator.comparing((Pack p) -> !p.id().equals(OURS)));
        for (Pack pack : packs) {
            triage = pack.triage() == null ? triage : pack.triage();
            matrix = pack.matrix() == null ? matrix : pack.matrix();
            pack.playbooks().forEach(p -> playbooks.put(p.id(), p));
        }
        return triage == null || matrix == null
                ? Optional.empty()
                : Optional.of(new Assessor(triage, matrix, List.copyOf(playbooks.values())));
    }

    /**
     * The questions.
     *
     * @return types and questions in force
     */
    public Triage triage() {
        return triage;
    }

    /**
     * The table of responses.
     *
     * @return the matrix in force
     */
    public Matrix matrix() {
        return matrix;
    }

    /**
     * The playbooks.
     *
     * @return those in force
     */
    public List<Playbook> playbooks() {
        return playbooks;
    }

    /**
     * Assesses a mishap.
     *
     * @param facts what is known
     * @return what it is and what it calls for
     */
    public Assessment assess(Facts facts) {
        var found = new Found();
        var open = new ArrayList<Triage.Question>();
        for (Triage.Question question : triage.questions()) {
            List<String> given = facts.answers().getOrDefault(question.id(), List.of());
            if (given.isEmpty()) {
                open.add(question);
            }
            for (Triage.Answer answer : question.answers()) {
                if (given.contains(answer.id())) {
                    found.add(question, answer);
                }
            }
        }
        return assess(found, open);
    }

    /**
     * Assesses a mishap whose types people have named themselves.
     *
     * @param types ids of types and branches; those that are not known are passed over
     * @return what it calls for, with low impact
     */
    public Assessment assess(List<String> types) {
        var found = new Found();
        for (String id : types) {
            found.types.put(id, Triage.Sureness.CONFIRMED);
            found.branches.add(id);
            found.because("type", id, "Named when the incident was opened.");
            found.because("branch", id, "Named when the incident was opened.");
        }
        return assess(found, triage.questions());
    }

    private Assessment assess(Found found, List<Triage.Question> open) {
        List<FoundType> types = triage.types().stream()
                .filter(t -> found.types.containsKey(t.id()))
                .map(t -> new FoundType(t, Objects.requireNonNull(found.types.get(t.id())), found.why("type", t.id())))
                .sorted(Comparator.comparing(FoundType::sureness).reversed())
                .toList();
        List<FoundImpact> impacts = matrix.impacts().stream()
                .filter(i -> found.impacts.containsKey(i.id()))
                .map(i -> new FoundImpact(
                        i, Objects.requireNonNull(found.impacts.get(i.id())), found.why("impact", i.id())))
                .toList();
        List<FoundBranch> branches = matrix.branches().stream()
                .filter(b -> found.branches.contains(b.id()))
                .map(b -> new FoundBranch(b, found.why("branch", b.id())))
                .toList();
        List<FoundCell> cells = cells(types, found.impacts);
        Matrix.Extent extent = extent(cells, branches);
        return new Assessment(
                types,
                impacts,
                branches,
                cells,
                extent,
                reasons(cells, branches, extent),
                responses(cells),
                steps(types, branches, extent),
                open);
    }

    private List<FoundCell> cells(List<FoundType> types, Map<String, Integer> impacts) {
        var rows = new HashSet<String>();
        rows.add(Matrix.ANY);
        types.forEach(t -> rows.add(t.type().id()));
        var cells = new ArrayList<FoundCell>();
        for (Matrix.Cell cell : matrix.cells()) {
            int level = impacts.getOrDefault(cell.impact(), 0);
            if (level > 0 && rows.contains(cell.type())) {
                cells.add(new FoundCell(cell, level, extent(cell.extents().get(level - 1))));
            }
        }
        return cells;
    }

    private Matrix.Extent extent(String id) {
        return matrix.extents().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id));
    }

    private Matrix.Extent extent(List<FoundCell> cells, List<FoundBranch> branches) {
        int greatest = 0;
        for (FoundCell cell : cells) {
            greatest = Math.max(greatest, matrix.extents().indexOf(cell.extent()));
        }
        for (FoundBranch branch : branches) {
            greatest = Math.max(
                    greatest, matrix.extents().indexOf(extent(branch.branch().least())));
        }
        return matrix.extents().get(greatest);
    }

    private List<String> reasons(List<FoundCell> cells, List<FoundBranch> branches, Matrix.Extent extent) {
        var reasons = new ArrayList<String>();
        for (FoundBranch branch : branches) {
            if (branch.branch().least().equals(extent.id())) {
                reasons.add(branch.branch().title());
            }
        }
        for (FoundCell cell : cells) {
            if (cell.extent().equals(extent)) {
                reasons.add(title(cell.cell().type()) + ", impact on "
                        + impact(cell.cell().impact()) + " "
                        + new FoundImpact(new Matrix.Impact("", ""), cell.level(), List.of()).words());
            }
        }
        return reasons;
    }

    private String title(String type) {
        return triage.types().stream()
                .filter(t -> t.id().equals(type))
                .map(Triage.Type::title)
                .findFirst()
                .orElse("Any mishap");
    }

    private String impact(String id) {
        return matrix.impacts().stream()
                .filter(i -> i.id().equals(id))
                .map(i -> "\u201c" + i.title() + "\u201d")
                .findFirst()
                .orElse(id);
    }

    private List<Matrix.Response> responses(List<FoundCell> cells) {
        var ids = new LinkedHashSet<String>();
        cells.stream()
                .sorted(Comparator.comparing((FoundCell c) -> -matrix.extents().indexOf(c.extent())))
                .forEach(c -> ids.add(c.cell().response()));
        return ids.stream()
                .flatMap(id -> matrix.responses().stream().filter(r -> r.id().equals(id)))
                .toList();
    }

    // ---- steps

    private List<FirstStep> steps(List<FoundType> types, List<FoundBranch> branches, Matrix.Extent extent) {
        var asked = new LinkedHashSet<String>();
        branches.forEach(b -> asked.add(b.branch().id()));
        asked.add(Matrix.ANY);
        types.forEach(t -> asked.add(t.type().id()));
        var chosen = new LinkedHashSet<Playbook>();
        for (String id : asked) {
            playbooks.stream().filter(p -> p.when().contains(id)).forEach(chosen::add);
        }
        Map<String, String> instead = new HashMap<>();
        chosen.forEach(p -> p.steps().forEach(s -> s.instead().forEach(id -> instead.putIfAbsent(id, s.id()))));
        Set<String> present = new HashSet<>();
        var waiting = new ArrayList<FirstStep>();
        for (Playbook playbook : chosen) {
            for (Playbook.Step step : playbook.steps()) {
                if (!instead.containsKey(step.id())) {
                    Duration within = step.within() == null ? extent.firstResponse() : step.within();
                    waiting.add(new FirstStep(playbook.title(), step, within));
                    present.add(step.id());
                }
            }
        }
        waiting.sort(Comparator.comparing((FirstStep s) -> s.step().phase()).thenComparing(FirstStep::within));
        return ordered(waiting, instead, present);
    }

    /** By time, but never before what comes first. */
    private static List<FirstStep> ordered(List<FirstStep> waiting, Map<String, String> instead, Set<String> present) {
        var ordered = new ArrayList<FirstStep>();
        var done = new HashSet<String>();
        while (!waiting.isEmpty()) {
            // A circle of preconditions is broken at the step that is due first.
            FirstStep next = waiting.stream()
                    .filter(s -> done.containsAll(needed(s.step(), instead, present)))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            done.add(next.step().id());
            ordered.add(new FirstStep(
                    next.playbook(), withAfter(next.step(), needed(next.step(), instead, present)), next.within()));
        }
        return ordered;
    }

    private static List<String> needed(Playbook.Step step, Map<String, String> instead, Set<String> present) {
        return step.after().stream()
                .map(id -> instead.getOrDefault(id, id))
                .filter(id -> present.contains(id) && !id.equals(step.id()))
                .distinct()
                .toList();
    }

    private static Playbook.Step withAfter(Playbook.Step s, List<String> after) {
        return new Playbook.Step(
                s.id(),
                s.phase(),
                s.title(),
                s.words(),
                s.owner(),
                s.within(),
                after,
                s.instead(),
                s.evidence(),
                s.cites());
    }

    /** What the answers add up to. */
    private static final class Found {
        private final Map<String, Triage.Sureness> types = new HashMap<>();
        private final Map<String, Integer> impacts = new HashMap<>();
        private final Set<String> branches = new HashSet<>();
        private final Map<String, List<String>> why = new HashMap<>();

        void add(Triage.Question question, Triage.Answer answer) {
            String because = question.ask() + " " + answer.text() + ".";
            answer.types().forEach((type, sureness) -> {
                types.merge(type, sureness, (a, b) -> a.compareTo(b) >= 0 ? a : b);
                because("type", type, because);
            });
            answer.impacts().forEach((impact, level) -> {
                impacts.merge(impact, level, Math::max);
                because("impact", impact, because);
            });
            for (String branch : answer.branches()) {
                branches.add(branch);
                because("branch", branch, because);
            }
        }

        void because(String kind, String id, String answer) {
            why.computeIfAbsent(kind + " " + id, k -> new ArrayList<>()).add(answer);
        }

        List<String> why(String kind, String id) {
            return why.getOrDefault(kind + " " + id, List.of());
        }
    }
}
