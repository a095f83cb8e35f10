package org.govsocial.planning.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Citation;
import org.govsocial.model.Modality;
import org.govsocial.model.Provenance;
import org.govsocial.planning.Planning;
import org.govsocial.planning.decision.Question.Kind;
import org.govsocial.planning.decision.Question.Order;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Planning()));
    private static final Decisions DECISIONS = Decisions.shipped(GUIDANCE);
    private static final int ROUNDS = 400;

    /** Everything ready, nothing exposed, and hours enough. */
    private static Answers ready() {
        Answers answers = Answers.none()
                .with("role", "organisation")
                .with("context", "communications", "policy-consultation")
                .with("purpose", "deliberate")
                .with("places", "forum")
                .with("people", "3")
                .with("hours", "200")
                .with("posts", "3")
                .with("contributions", "20")
                .with("watched", "40")
                .with("reply-target", "8")
                .with("start", "2027-02-01")
                .with("end", "2027-08-31");
        for (Question q : DECISIONS.questions()) {
            if (q.kind() == Kind.CHOICE && q.order() == Order.READINESS) {
                answers = answers.with(
                        q.id(), q.options().get(q.options().size() - 1).value());
            } else if (q.kind() == Kind.CHOICE && q.order() == Order.EXPOSURE) {
                answers = answers.with(q.id(), q.options().get(0).value());
            }
        }
        return answers;
    }

    @Test
    void nobody_who_has_answered_nothing_is_told_to_begin() {
        Decision decision = DECISIONS.decide(Answers.none());
        assertEquals(Stage.NOT_YET, decision.stage());
        assertEquals(DECISIONS.questions().size(), decision.open().size());
        assertEquals(Optional.empty(), decision.ending().date());
        assertTrue(decision.benefits().isEmpty());
    }

    @Test
    void who_is_ready_for_everything_may_take_part() {
        Decision decision = DECISIONS.decide(ready());
        assertEquals(List.of(), decision.wouldRaise());
        assertEquals(Stage.ENGAGED, decision.stage());
        assertEquals(decision.conditions(), decision.wouldLower());
        assertEquals(Optional.of(LocalDate.of(2027, 8, 31)), decision.ending().date());
    }

    @Test
    void listening_comes_before_a_presence() {
        assertEquals(
                Stage.PASSIVE,
                DECISIONS.decide(ready().with("listening", "started")).stage());
        assertEquals(
                Stage.ACTIVE,
                DECISIONS.decide(ready().with("conversation", "no")).stage());
        assertEquals(
                Stage.NOT_YET, DECISIONS.decide(ready().with("people", "0")).stage());
    }

    @Test
    void a_consultation_that_is_none_is_not_asked_about_submissions() {
        Answers without = ready().with("submissions", "no");
        assertEquals(Stage.ACTIVE, DECISIONS.decide(without).stage());
        assertEquals(
                Stage.ENGAGED,
                DECISIONS.decide(without.with("context", "communications")).stage());
    }

    @Test
    void hours_that_do_not_suffice_keep_the_stage_low() {
        Decision decision = DECISIONS.decide(ready().with("hours", "2"));
        assertEquals(Stage.PASSIVE, decision.stage());
        assertEquals(
                List.of("gate-hours-active", "gate-hours-engaged"),
                decision.wouldRaise().stream().map(Decision.Condition::id).toList());
        // 2 listening + 3 posts at 45 minutes + 20 read at 1 minute + (6 + ln(10) / (8/40)) replies at 10 minutes
        double expected = 2 + 3 * 0.75 + 20 / 60.0 + (6 + Math.log(10) * 5) / 6;
        assertEquals(
                expected,
                decision.resourcing().estimate(Stage.ACTIVE).orElseThrow().total(),
                1e-9);
    }

    @Test
    void zero_hours_watched_give_no_estimate_and_no_fault() {
        for (String question : List.of("watched", "reply-target")) {
            Decision decision = DECISIONS.decide(ready().with(question, "0"));
            assertTrue(decision.resourcing().estimate(Stage.ACTIVE).isEmpty());
            assertEquals(Stage.PASSIVE, decision.stage());
        }
    }

    @Test
    void the_queueing_model_keeps_its_promise_when_it_is_played_through() {
        var random = new Random(20261122);
        double replies = 90;
        double minutes = 10;
        double watched = 40;
        double target = 4;
        double hours = Workload.forReplies(replies, minutes, watched, target, 0.9);
        double rate = hours * 60 / minutes / watched;
        double arrival = 0;
        double free = 0;
        int inTime = 0;
        int all = 400_000;
        for (int i = 0; i < all; i++) {
            arrival += -Math.log(1 - random.nextDouble()) / (replies / watched);
            free = Math.max(free, arrival) - Math.log(1 - random.nextDouble()) / rate;
            inTime += free - arrival <= target ? 1 : 0;
        }
        assertEquals(0.9, inTime / (double) all, 0.01, "share of replies in time");
    }

    @Test
    void more_contributions_or_a_shorter_target_never_take_less_time() {
        assertEquals(0, Workload.forReplies(0, 10, 40, 8, 0.9));
        var random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            double replies = 1 + random.nextInt(500);
            double target = 1 + random.nextInt(40);
            double hours = Workload.forReplies(replies, 10, 40, target, 0.9);
            assertTrue(Workload.forReplies(replies + 1, 10, 40, target, 0.9) > hours);
            assertTrue(Workload.forReplies(replies, 10, 40, target / 2, 0.9) > hours);
        }
        assertThrows(IllegalArgumentException.class, () -> Workload.forReplies(1, 10, 0, 8, 0.9));
    }

    @Test
    void more_readiness_never_lowers_the_stage_and_never_raises_a_risk() {
        var random = new Random(1);
        int raised = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Answers answers = i % 2 == 0 ? any(random) : nearlyReady(random);
            Decision before = DECISIONS.decide(answers);
            for (Question q : DECISIONS.questions()) {
                Optional<String> more = q.order() == Order.READINESS ? more(q, answers) : Optional.empty();
                if (more.isEmpty()) {
                    continue;
                }
                Decision after = DECISIONS.decide(answers.with(q.id(), more.get()));
                String said = "seed 1, round " + i + ", " + q.id() + " " + answers.of(q.id()) + " to " + more.get()
                        + ": " + answers;
                assertTrue(after.stage().compareTo(before.stage()) >= 0, said);
                for (Decision.Risk risk : before.risks()) {
                    Decision.Risk now = risk(after, risk.id());
                    assertTrue(now.residual() <= risk.residual(), said);
                    assertEquals(risk.score(), now.score(), said);
                }
                raised += after.stage() != before.stage() ? 1 : 0;
            }
        }
        assertTrue(raised >= 20, "the stage rose in only " + raised + " cases");
    }

    @Test
    void more_exposure_never_lowers_a_risk_and_no_risk_grows_by_treatment() {
        var random = new Random(2);
        int grown = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Answers answers = any(random);
            Decision before = DECISIONS.decide(answers);
            for (Decision.Risk risk : before.risks()) {
                assertTrue(risk.residual() <= risk.score() && risk.residual() >= 1 && risk.score() <= 25);
            }
            for (Question q : DECISIONS.questions()) {
                if (q.order() != Order.EXPOSURE || answers.of(q.id()).isEmpty()) {
                    continue;
                }
                Optional<String> more = more(q, answers);
                if (more.isEmpty()) {
                    continue;
                }
                Decision after = DECISIONS.decide(answers.with(q.id(), more.get()));
                for (Decision.Risk risk : before.risks()) {
                    Decision.Risk now = risk(after, risk.id());
                    String said = "seed 2, round " + i + ", " + q.id() + ", " + risk.id() + ": " + answers;
                    assertTrue(now.score() >= risk.score() && now.residual() >= risk.residual(), said);
                    grown += now.score() > risk.score() ? 1 : 0;
                }
            }
        }
        assertTrue(grown >= 20, "a risk grew in only " + grown + " cases");
    }

    @Test
    void a_gap_in_what_binds_agencies_always_blocks_engaged() {
        var random = new Random(3);
        var gaps = new TreeSet<String>();
        for (int i = 0; i < ROUNDS; i++) {
            Decision decision = DECISIONS.decide(i % 2 == 0 ? any(random) : nearlyReady(random));
            for (Decision.Condition c : decision.conditions()) {
                if (c.duty() && !c.met()) {
                    gaps.add(c.id());
                    assertTrue(decision.stage() != Stage.ENGAGED, "seed 3, round " + i + ": " + c);
                }
            }
        }
        List<Decision.Condition> duties = DECISIONS.decide(ready()).conditions().stream()
                .filter(Decision.Condition::duty)
                .toList();
        var cited = new HashSet<Citation>();
        for (Decision.Condition duty : duties) {
            cited.addAll(duty.trace().statements());
            String question = duty.trace().answers().get(0).question();
            assertTrue(
                    DECISIONS.decide(ready().with(question)).stage() != Stage.ENGAGED, question + " without an answer");
        }
        var musts = new ArrayList<Citation>();
        for (var document : GUIDANCE.documents()) {
            for (var s : document.statements()) {
                if (s.modality() == Modality.MUST
                        && (s.provenance() == Provenance.NZ_CURRENT || s.provenance() == Provenance.DIA_CONFIRMED)) {
                    musts.add(new Citation(document.id(), s.id()));
                }
            }
        }
        assertTrue(musts.size() >= 5, musts::toString);
        assertTrue(cited.containsAll(musts), () -> "of " + musts + " only " + cited + " are asked about");
        assertTrue(gaps.size() >= 4, gaps::toString);
    }

    @Test
    void every_conclusion_has_an_answer_and_a_statement_behind_it() {
        var random = new Random(4);
        int traced = 0;
        for (int i = 0; i < ROUNDS / 4; i++) {
            for (Trace trace : DECISIONS.decide(any(random)).traces()) {
                assertFalse(trace.answers().isEmpty() || trace.statements().isEmpty());
                for (Citation citation : trace.statements()) {
                    assertTrue(GUIDANCE.statement(citation).isPresent(), citation::toString);
                }
                for (Trace.Given given : trace.answers()) {
                    assertTrue(DECISIONS.questions().stream().anyMatch(q -> q.id().equals(given.question())));
                }
                traced++;
            }
        }
        assertTrue(traced > 5000, "only " + traced);
        assertThrows(IllegalArgumentException.class, () -> new Trace(List.of(), List.of()));
    }

    @Test
    void only_what_differs_is_compared() {
        Comparison same = DECISIONS.compare(ready(), ready());
        assertTrue(same.answers().isEmpty() && same.conclusions().isEmpty());
        Comparison other = DECISIONS.compare(ready(), ready().with("policy", "draft"));
        assertEquals(List.of(new Comparison.Change("policy", "in force", "in draft")), other.answers());
        assertTrue(other.conclusions().contains(new Comparison.Change("stage", "engaged", "passive")));
        assertTrue(other.conclusions().contains(new Comparison.Change("condition gate-policy", "met", "missing")));
        assertTrue(other.conclusions().stream().anyMatch(c -> c.what().equals("risk risk-control")));
    }

    @Test
    void tools_are_ranked_by_purpose_and_audience() {
        Answers forum = Answers.none().with("purpose", "deliberate").with("places", "forum");
        assertEquals("forum", DECISIONS.tools(forum).get(0).id());
        Answers blog = Answers.none().with("purpose", "inform").with("context", "policy-consultation");
        assertEquals("blog", DECISIONS.tools(blog).get(0).id());
        List<Decisions.RankedTool> all = DECISIONS.tools(Answers.none());
        assertEquals(
                List.of("social-network", "media-sharing", "blog", "wiki", "forum"),
                all.stream().map(Decisions.RankedTool::id).toList());
        for (Decisions.RankedTool tool : all) {
            assertFalse(tool.strengths().isEmpty() || tool.weaknesses().isEmpty(), tool.id());
        }
    }

    @Test
    void conduct_answers_every_role_and_situation_from_the_principles() {
        var cited = new TreeSet<String>();
        for (Question.Option role : DECISIONS.roles()) {
            for (Question.Option situation : DECISIONS.situations()) {
                Decisions.Conduct answer =
                        DECISIONS.conduct(role.value(), situation.value()).orElseThrow();
                assertTrue(
                        answer.statements().stream().anyMatch(s -> s.statement().startsWith("COC-")), answer::toString);
                answer.statements().forEach(s -> cited.add(s.statement()));
            }
        }
        for (int i = 1; i <= 11; i++) {
            assertTrue(cited.contains(i < 10 ? "COC-0" + i : "COC-" + i), "COC " + i);
        }
        assertEquals(
                "No", DECISIONS.conduct("official", "politics").orElseThrow().answer());
        assertEquals(Optional.empty(), DECISIONS.conduct("official", "nothing"));
    }

    @Test
    void an_answer_that_does_not_suit_its_question_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> DECISIONS.decide(Answers.none().with("people", "two")));
        assertThrows(
                IllegalArgumentException.class,
                () -> DECISIONS.decide(Answers.none().with("pets", "cat")));
    }

    @Test
    void the_sample_is_a_full_set_of_answers() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("..", "samples", "decide", "answers.json"))) {
            Decision decision = DECISIONS.decide(AnswersFile.read("answers.json", in, DECISIONS.questions()));
            assertEquals(Stage.ACTIVE, decision.stage());
            assertEquals(List.of("submissions"), decision.open());
        }
    }

    private static Decision.Risk risk(Decision decision, String id) {
        return decision.risks().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Optional<String> more(Question q, Answers answers) {
        List<String> now = answers.of(q.id());
        if (q.kind() == Kind.NUMBER) {
            return Optional.of(Integer.toString(now.isEmpty() ? 1 : Integer.parseInt(now.get(0)) * 3 + 1));
        }
        int next = q.rank(now) + 1;
        return next < q.options().size() ? Optional.of(q.options().get(next).value()) : Optional.empty();
    }

    static Answers nearlyReady(Random random) {
        Answers answers = ready();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Question q = DECISIONS
                    .questions()
                    .get(random.nextInt(DECISIONS.questions().size()));
            answers = change(q, answers, random);
        }
        return answers;
    }

    static Answers any(Random random) {
        Answers answers = Answers.none();
        for (Question q : DECISIONS.questions()) {
            if (random.nextInt(5) > 0) {
                answers = change(q, answers, random);
            }
        }
        return answers;
    }

    private static Answers change(Question q, Answers answers, Random random) {
        return switch (q.kind()) {
            case CHOICE, CHOICES ->
                answers.with(
                        q.id(),
                        q.options().get(random.nextInt(q.options().size())).value());
            case NUMBER -> answers.with(q.id(), Integer.toString(random.nextInt(120)));
            case DATE ->
                answers.with(
                        q.id(),
                        LocalDate.of(2027, 1, 1).plusDays(random.nextInt(900)).toString());
            case TEXT -> answers.with(q.id(), "words");
        };
    }
}
