package org.govsocial.mishap;

import java.time.Duration;
import java.util.List;
import org.govsocial.model.Matrix;
import org.govsocial.model.Playbook;
import org.govsocial.model.Triage;

/**
 * What a mishap is and what it calls for, with the reasons.
 *
 * @param types what kinds of mishap it is, the surest first; empty when none fits
 * @param impacts the impacts that the facts show
 * @param branches the special circumstances
 * @param cells the cells of the matrix that apply
 * @param extent how far the response goes
 * @param reasons what asked for that extent
 * @param responses the kinds of response, those that go furthest first
 * @param steps what to do, in order
 * @param open the questions that are not answered
 */
public record Assessment(
        List<FoundType> types,
        List<FoundImpact> impacts,
        List<FoundBranch> branches,
        List<FoundCell> cells,
        Matrix.Extent extent,
        List<String> reasons,
        List<Matrix.Response> responses,
        List<FirstStep> steps,
        List<Triage.Question> open) {
    /** Copies the lists. */
    public Assessment {
        types = List.copyOf(types);
        impacts = List.copyOf(impacts);
        branches = List.copyOf(branches);
        cells = List.copyOf(cells);
        reasons = List.copyOf(reasons);
        responses = List.copyOf(responses);
        steps = List.copyOf(steps);
        open = List.copyOf(open);
    }

    /**
     * The same in less time, for an exercise that runs faster than life.
     *
     * @param speed how many times as fast, at least 1
     * @return every time divided by it
     */
    public Assessment faster(int speed) {
        return new Assessment(
                types,
                impacts,
                branches,
                cells,
                new Matrix.Extent(
                        extent.id(),
                        extent.title(),
                        extent.lead(),
                        extent.firstResponse().dividedBy(speed)),
                reasons,
                responses,
                steps.stream()
                        .map(s ->
                                new FirstStep(s.playbook(), s.step(), s.within().dividedBy(speed)))
                        .toList(),
                open);
    }

    /**
     * A type that the facts point to.
     *
     * @param type the type
     * @param sureness how sure
     * @param why the answers that point to it
     */
    public record FoundType(Triage.Type type, Triage.Sureness sureness, List<String> why) {
        /** Copies the list. */
        public FoundType {
            why = List.copyOf(why);
        }
    }

    /**
     * An impact that the facts show.
     *
     * @param impact which
     * @param level from 1 (low) to 3 (high)
     * @param why the answers that show it
     */
    public record FoundImpact(Matrix.Impact impact, int level, List<String> why) {
        /** Copies the list. */
        public FoundImpact {
            why = List.copyOf(why);
        }

        /**
         * The level in words.
         *
         * @return low, medium or high
         */
        public String words() {
            return switch (level) {
                case 1 -> "low";
                case 2 -> "medium";
                default -> "high";
            };
        }
    }

    /**
     * A special circumstance.
     *
     * @param branch which
     * @param why the answers that open it
     */
    public record FoundBranch(Matrix.Branch branch, List<String> why) {
        /** Copies the list. */
        public FoundBranch {
            why = List.copyOf(why);
        }
    }

    /**
     * A cell of the matrix that applies.
     *
     * @param cell which
     * @param level the level of its impact
     * @param extent what it asks for at that level
     */
    public record FoundCell(Matrix.Cell cell, int level, Matrix.Extent extent) {}

    /**
     * A step to take.
     *
     * @param playbook the title of the playbook it stands in
     * @param step the step; preconditions that do not apply here are left out
     * @param within the time it is to be done in, from when the mishap was noticed
     */
    public record FirstStep(String playbook, Playbook.Step step, Duration within) {}
}
