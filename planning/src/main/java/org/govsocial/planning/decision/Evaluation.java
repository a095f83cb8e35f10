package org.govsocial.planning.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.planning.decision.Decision.Benefit;
import org.govsocial.planning.decision.Decision.Condition;
import org.govsocial.planning.decision.Decision.Ending;
import org.govsocial.planning.decision.Decision.Estimate;
import org.govsocial.planning.decision.Decision.Resourcing;
import org.govsocial.planning.decision.Decision.Risk;
import org.govsocial.planning.decision.Decision.Treatment;
import org.govsocial.planning.decision.Decision.Unknown;
import org.govsocial.planning.decision.Trace.Given;

/** One set of answers put to the table. */
final class Evaluation {
    private static final String MODEL =
            "Replies are a queue with one server and random arrivals (M/M/1). The time kept for replies is enough that"
                    + " the wanted share of them is out within the target, counted in hours watched.";

    private final DecisionTable table;
    private final Answers answers;

    Evaluation(DecisionTable table, Answers answers) {
        this.table = table;
        this.answers = answers;
    }

    Decision decision() {
        List<Risk> risks = risks();
        Resourcing resourcing = resourcing();
        List<Condition> conditions = conditions(risks, resourcing);
        Stage stage = stage(conditions);
        List<Trace> why = conditions.stream()
                .filter(c -> c.stage().compareTo(stage) <= 0 || !c.met())
                .map(Condition::trace)
                .toList();
        return new Decision(
                stage,
                Trace.of(why),
                conditions,
                benefits(),
                risks,
                resourcing,
                ending(),
                table.unknown().stream()
                        .map(g -> new Unknown(g.id(), g.text(), new Trace(List.of(given(g.question())), g.cites())))
                        .toList(),
                table.questions().stream()
                        .map(Question::id)
                        .filter(q -> answers.of(q).isEmpty())
                        .toList(),
                table.id() + " " + table.version(),
                answers);
    }

    /** The highest stage for which everything is there, up to it and including it. */
    private static Stage stage(List<Condition> conditions) {
        Stage reached = Stage.NOT_YET;
        for (Stage stage : Stage.values()) {
            if (conditions.stream().anyMatch(c -> c.stage() == stage && !c.met())) {
                break;
            }
            reached = stage;
        }
        return reached;
    }

    private List<Condition> conditions(List<Risk> risks, Resourcing resourcing) {
        var conditions = new ArrayList<Condition>();
        for (DecisionTable.Gate gate : table.gates()) {
            if (!gate.when().stream().allMatch(this::holds)) {
                continue;
            }
            var behind = new ArrayList<Given>();
            gate.when().forEach(c -> behind.add(given(c.question())));
            boolean met;
            String text = gate.text();
            if (gate.need() instanceof DecisionTable.Ready ready) {
                behind.add(given(ready.least().question()));
                met = holds(ready.least());
            } else if (gate.need() instanceof DecisionTable.TolerableRisk tolerable) {
                int worst = risks.stream().mapToInt(Risk::residual).max().orElse(0);
                risks.stream()
                        .filter(r -> r.residual() == worst)
                        .forEach(r -> behind.addAll(r.trace().answers()));
                risks.forEach(
                        r -> r.treatments().forEach(t -> behind.addAll(t.trace().answers())));
                met = worst <= tolerable.score();
                text += " The greatest residual risk is " + worst + ", the limit " + tolerable.score() + ".";
            } else {
                behind.addAll(resourcing.trace().answers());
                Optional<Double> needed = resourcing.estimate(gate.stage()).map(Workload::total);
                met = needed.isPresent()
                        && resourcing.available().isPresent()
                        && needed.get() <= resourcing.available().get();
                text += needed.map(hours -> " Needed: " + hours(hours) + " a week.")
                        .orElse(" Answer the questions about volume, hours watched and reply time to know how many.");
            }
            conditions.add(
                    new Condition(gate.id(), gate.stage(), met, gate.duty(), text, new Trace(behind, gate.cites())));
        }
        conditions.sort(Comparator.comparing(Condition::stage));
        return conditions;
    }

    private List<Benefit> benefits() {
        var benefits = new ArrayList<Benefit>();
        for (DecisionTable.Gain gain : table.benefits()) {
            if (gain.when().stream().allMatch(this::holds)) {
                List<Given> behind =
                        gain.when().stream().map(c -> given(c.question())).toList();
                benefits.add(new Benefit(gain.id(), gain.text(), new Trace(behind, gain.cites())));
            }
        }
        return benefits;
    }

    private List<Risk> risks() {
        var risks = new ArrayList<Risk>();
        for (DecisionTable.Threat threat : table.risks()) {
            var behind = new ArrayList<Given>();
            int likelihood = threat.likelihood();
            int consequence = threat.consequence();
            for (DecisionTable.Raise raise : threat.raises()) {
                behind.add(given(raise.least().question()));
                // An exposure that nobody has judged is taken as the greatest.
                if (holds(raise.least()) || answers.of(raise.least().question()).isEmpty()) {
                    likelihood += raise.likelihood();
                    consequence += raise.consequence();
                }
            }
            likelihood = Math.min(5, likelihood);
            consequence = Math.min(5, consequence);
            int residualLikelihood = likelihood;
            int residualConsequence = consequence;
            var treatments = new ArrayList<Treatment>();
            for (DecisionTable.Cure cure : threat.treatments()) {
                Given given = given(cure.least().question());
                behind.add(given);
                boolean inPlace = holds(cure.least());
                if (inPlace) {
                    residualLikelihood -= cure.likelihood();
                    residualConsequence -= cure.consequence();
                }
                treatments.add(new Treatment(cure.text(), inPlace, new Trace(List.of(given), cure.cites())));
            }
            residualLikelihood = Math.max(1, residualLikelihood);
            residualConsequence = Math.max(1, residualConsequence);
            risks.add(new Risk(
                    threat.id(),
                    threat.text(),
                    likelihood,
                    consequence,
                    table.scale().level(likelihood * consequence),
                    residualLikelihood,
                    residualConsequence,
                    table.scale().level(residualLikelihood * residualConsequence),
                    threat.owner(),
                    treatments,
                    new Trace(behind, threat.cites())));
        }
        risks.sort(Comparator.comparingInt(Risk::residual)
                .thenComparingInt(Risk::score)
                .reversed());
        return risks;
    }

    private Resourcing resourcing() {
        DecisionTable.Hours h = table.hours();
        List<Given> behind = List.of(
                given(h.available()),
                given(h.contributions()),
                given(h.watched()),
                given(h.target()),
                given(h.posts()));
        var estimates = new ArrayList<Estimate>();
        Optional<Integer> contributions = number(h.contributions());
        Optional<Integer> posts = number(h.posts());
        Optional<Integer> watched = number(h.watched()).filter(n -> n > 0);
        Optional<Integer> target = number(h.target()).filter(n -> n > 0);
        estimates.add(new Estimate(Stage.PASSIVE, new Workload(hoursListening(Stage.PASSIVE), 0, 0, 0)));
        if (contributions.isPresent() && posts.isPresent() && watched.isPresent() && target.isPresent()) {
            for (Stage stage : List.of(Stage.ACTIVE, Stage.ENGAGED)) {
                double replies = contributions.get() * h.replied().getOrDefault(stage, 0) / 100.0;
                estimates.add(new Estimate(
                        stage,
                        new Workload(
                                hoursListening(stage),
                                posts.get() * h.minutesToPost() / 60.0,
                                contributions.get() * h.minutesToRead() / 60.0,
                                Workload.forReplies(
                                        replies,
                                        h.minutesToReply(),
                                        watched.get(),
                                        target.get(),
                                        h.inTime() / 100.0))));
            }
        }
        return new Resourcing(number(h.available()), estimates, MODEL, assumptions(h), new Trace(behind, h.cites()));
    }

    private double hoursListening(Stage stage) {
        return table.hours().listening().getOrDefault(stage, 0);
    }

    private static List<String> assumptions(DecisionTable.Hours h) {
        return List.of(
                "Listening takes " + h.listening().get(Stage.PASSIVE) + " hours a week when passive, "
                        + h.listening().get(Stage.ACTIVE) + " when active, "
                        + h.listening().get(Stage.ENGAGED) + " when engaged.",
                "A post takes " + h.minutesToPost() + " minutes, checks and approval included.",
                "Every contribution is read, in " + minutes(h.minutesToRead()) + ".",
                h.replied().get(Stage.ACTIVE) + " in 100 contributions need a reply when active, "
                        + h.replied().get(Stage.ENGAGED) + " when engaged; a reply takes "
                        + h.minutesToReply() + " minutes on average.",
                h.inTime() + " in 100 replies are to be out in time. Contributions come at random over the hours"
                        + " watched; a day of crisis is not in these figures.");
    }

    private static String minutes(int number) {
        return number + (number == 1 ? " minute" : " minutes");
    }

    private Ending ending() {
        DecisionTable.End end = table.end();
        Given last = given(end.question());
        Given start = given(end.start());
        if (!last.values().isEmpty()) {
            LocalDate day = LocalDate.parse(last.values().get(0));
            boolean backwards = !start.values().isEmpty()
                    && LocalDate.parse(start.values().get(0)).isAfter(day);
            return new Ending(
                    Optional.of(day),
                    false,
                    backwards
                            ? "Ends on " + day + ", which is before it starts: look at both days again."
                            : "Ends on " + day + ", or is decided on again by then.",
                    new Trace(List.of(last, start), end.cites()));
        }
        if (!start.values().isEmpty()) {
            LocalDate day = LocalDate.parse(start.values().get(0)).plusMonths(end.months());
            return new Ending(
                    Optional.of(day),
                    true,
                    "We propose " + day + ", " + end.months() + " months after the start: end it, or decide again.",
                    new Trace(List.of(last, start), end.cites()));
        }
        return new Ending(
                Optional.empty(), false, "No end is set: give a day.", new Trace(List.of(last, start), end.cites()));
    }

    // ---- answers

    boolean holds(DecisionTable.Case one) {
        return answers.of(one.question()).stream().anyMatch(one.values()::contains);
    }

    private boolean holds(DecisionTable.AtLeast least) {
        Question question = table.question(least.question());
        return question.rank(answers.of(question.id())) >= question.rank(List.of(least.value()));
    }

    Given given(String question) {
        return new Given(question, answers.of(question));
    }

    private Optional<Integer> number(String question) {
        return answers.of(question).stream().findFirst().map(Integer::valueOf);
    }

    /** Hours as people read them, rounded up, so that no need is understated. */
    static String hours(double hours) {
        return String.format(Locale.ROOT, "%.1f hours", Math.ceil(Math.max(0, hours * 10 - 1e-9)) / 10);
    }
}
