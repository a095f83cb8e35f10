package org.govsocial.planning.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the answers. Every part has its {@link Trace}.
 *
 * @param stage the recommended stage
 * @param trace why
 * @param conditions of all stages, met or not, from the first stage to the last
 * @param benefits that apply
 * @param risks the register, greatest residual risk first
 * @param resourcing hours a week
 * @param ending when it ends
 * @param unknown what the sources do not say
 * @param open questions without an answer; each counts as the least ready
 * @param table the decision table used, as id and version
 * @param given the answers
 */
public record Decision(
        Stage stage,
        Trace trace,
        List<Condition> conditions,
        List<Benefit> benefits,
        List<Risk> risks,
        Resourcing resourcing,
        Ending ending,
        List<Unknown> unknown,
        List<String> open,
        String table,
        Answers given) {
    /** Copies the lists. */
    public Decision {
        conditions = List.copyOf(conditions);
        benefits = List.copyOf(benefits);
        risks = List.copyOf(risks);
        unknown = List.copyOf(unknown);
        open = List.copyOf(open);
    }

    /**
     * What would have to change for a higher stage.
     *
     * @return conditions that are not met, those of the next stage first
     */
    public List<Condition> wouldRaise() {
        return conditions.stream().filter(c -> !c.met()).toList();
    }

    /**
     * What would lead to a lower stage if it were lost.
     *
     * @return conditions met, of the recommended stage and those before it
     */
    public List<Condition> wouldLower() {
        return conditions.stream()
                .filter(c -> c.met() && c.stage().compareTo(stage) <= 0)
                .toList();
    }

    /**
     * The trace of every conclusion in here.
     *
     * @return at least the stage's own
     */
    public List<Trace> traces() {
        var all = new ArrayList<Trace>();
        all.add(trace);
        conditions.forEach(c -> all.add(c.trace()));
        benefits.forEach(b -> all.add(b.trace()));
        for (Risk risk : risks) {
            all.add(risk.trace());
            risk.treatments().forEach(t -> all.add(t.trace()));
        }
        all.add(resourcing.trace());
        all.add(ending.trace());
        unknown.forEach(u -> all.add(u.trace()));
        return List.copyOf(all);
    }

    /**
     * Something that a stage needs.
     *
     * @param id of the gate in the table
     * @param stage that it opens
     * @param met whether it is there
     * @param duty whether a statement that binds agencies today requires it
     * @param text what is needed, as an instruction
     * @param trace why
     */
    public record Condition(String id, Stage stage, boolean met, boolean duty, String text, Trace trace) {}

    /**
     * Something to gain.
     *
     * @param id in the table
     * @param text what
     * @param trace why it applies
     */
    public record Benefit(String id, String text, Trace trace) {}

    /**
     * A line of the risk register. Likelihood and consequence go from 1 to 5.
     *
     * @param id in the table
     * @param text what may happen
     * @param likelihood before treatment
     * @param consequence before treatment
     * @param level of {@link #score()}, in words
     * @param residualLikelihood with the treatments that are in place
     * @param residualConsequence with the treatments that are in place
     * @param residualLevel of {@link #residual()}, in words
     * @param owner who answers for it
     * @param treatments in place and still to do
     * @param trace why
     */
    public record Risk(
            String id,
            String text,
            int likelihood,
            int consequence,
            String level,
            int residualLikelihood,
            int residualConsequence,
            String residualLevel,
            String owner,
            List<Treatment> treatments,
            Trace trace) {
        /** Copies the list. */
        public Risk {
            treatments = List.copyOf(treatments);
        }

        /**
         * Likelihood times consequence before treatment.
         *
         * @return 1 to 25
         */
        public int score() {
            return likelihood * consequence;
        }

        /**
         * Likelihood times consequence with the treatments in place.
         *
         * @return 1 to 25, never more than {@link #score()}
         */
        public int residual() {
            return residualLikelihood * residualConsequence;
        }
    }

    /**
     * Something that lowers a risk.
     *
     * @param text what to do
     * @param inPlace whether it is done
     * @param trace why
     */
    public record Treatment(String text, boolean inPlace, Trace trace) {}

    /**
     * Hours a week, by stage.
     *
     * @param available hours a week that people have; empty when not answered
     * @param estimates for the stages that enough was answered for
     * @param model how the hours are worked out
     * @param assumptions that they rest on
     * @param trace why
     */
    public record Resourcing(
            Optional<Integer> available,
            List<Estimate> estimates,
            String model,
            List<String> assumptions,
            Trace trace) {
        /** Copies the lists. */
        public Resourcing {
            estimates = List.copyOf(estimates);
            assumptions = List.copyOf(assumptions);
        }

        /**
         * The estimate for one stage.
         *
         * @param stage which
         * @return empty when not enough was answered
         */
        public Optional<Workload> estimate(Stage stage) {
            return estimates.stream()
                    .filter(e -> e.stage() == stage)
                    .map(Estimate::workload)
                    .findFirst();
        }
    }

    /**
     * The work at one stage.
     *
     * @param stage which
     * @param workload hours a week
     */
    public record Estimate(Stage stage, Workload workload) {}

    /**
     * When it ends.
     *
     * @param date the last day, or the day to decide whether it goes on; empty when the answers name neither it nor a
     *     start
     * @param proposed whether the date is the table's proposal and not an answer
     * @param text the same in words
     * @param trace why
     */
    public record Ending(Optional<LocalDate> date, boolean proposed, String text, Trace trace) {}

    /**
     * Something that the sources do not say.
     *
     * @param id in the table
     * @param text what, and whom to ask
     * @param trace why it matters here
     */
    public record Unknown(String id, String text, Trace trace) {}
}
