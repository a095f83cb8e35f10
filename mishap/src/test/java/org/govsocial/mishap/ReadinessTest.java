package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.ready.Confirmation;
import org.govsocial.mishap.ready.Known;
import org.govsocial.mishap.ready.Readiness;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Plan;
import org.govsocial.model.Playbook;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Mishap()));
    private static final Assessor ASSESSOR = Assessor.of(GUIDANCE).orElseThrow();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Plan plan() {
        var people = new ArrayList<Plan.Person>();
        var roles = new TreeSet<String>();
        ASSESSOR.matrix().extents().forEach(e -> roles.add(e.lead()));
        ASSESSOR.playbooks()
                .forEach(p -> p.steps().stream()
                        .filter(s -> s.phase() == Playbook.Phase.DURING)
                        .forEach(s -> roles.add(s.owner())));
        roles.forEach(r -> people.add(new Plan.Person(r, "Moana, 021 555 010", "Ben, 021 555 011")));
        return Plan.of("plan", "Plan")
                .withTeam(new Plan.Team(
                        people,
                        new Plan.SignOff("Aroha", "Moana", "Answers to questions need no approval."),
                        List.of("Aroha", "Moana"),
                        OptionalInt.empty()))
                .withWatch(new Plan.Watch(
                        "Every day, 8 am to 8 pm", OptionalInt.empty(), OptionalInt.empty(), "Two looks a day."))
                .withModeration(new Plan.Moderation("post", List.of("Aroha"), "Moana", "Ring Moana at any hour."))
                .withStatements(new Plan.PublicStatements(
                        "", "https://www.example.govt.nz/rules", "", List.of(), "", "Call 111."))
                .withRecords(new Plan.Care("Copied each month.", "Ben"));
    }

    private static ChannelAccount account(String channel) {
        return ChannelAccount.of(channel, "nz-agency")
                .withPeople("Moana", "Ben", "social@example.govt.nz")
                .withAccess(Optional.of(true), Optional.of(TODAY.minusDays(30)), List.of());
    }

    private static Known everything() {
        var said = new ArrayList<Confirmation>();
        for (String item : List.of("night-comments", "complaints", "guide-read", "monitoring", "apart")) {
            said.add(new Confirmation(item, true, "Moana", TODAY.minusDays(10), "seen"));
        }
        return Known.nothing(TODAY)
                .withFiles(Optional.of(plan()), Optional.of(List.of(account("X"))), List.of("NZ-Agency"))
                .withPractice(Optional.of(TODAY.minusDays(200)), Optional.empty())
                .withWords(List.of())
                .withConfirmations(said);
    }

    private static Readiness.Check check(Known known, String id) {
        return Readiness.of(ASSESSOR, known).areas().stream()
                .flatMap(a -> a.checks().stream())
                .filter(c -> c.step().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_agency_that_has_everything_is_ready() {
        Readiness ready = Readiness.of(ASSESSOR, everything());
        assertEquals(List.of(), ready.all(Readiness.State.GAP));
        assertEquals(List.of(), ready.all(Readiness.State.TO_CONFIRM));
        assertEquals(100, ready.percent());
    }

    @Test
    void an_agency_that_has_nothing_is_told_so_in_every_area_with_what_to_do() {
        Readiness ready = Readiness.of(ASSESSOR, Known.nothing(TODAY));
        assertEquals(0, ready.percent());
        assertEquals(7, ready.areas().size());
        for (Readiness.Area area : ready.areas()) {
            assertEquals(0, area.holding(), area.title());
            for (Readiness.Check check : area.checks()) {
                assertFalse(check.advice().isBlank(), check.step().id());
                assertTrue(
                        GUIDANCE.statement(check.step().cites()).isPresent(),
                        check.step().id());
            }
        }
    }

    /** Each fact by itself, so that no check is fed by another's. */
    @Test
    void each_missing_fact_is_a_gap_of_its_own() {
        Plan plan = plan();
        gap("watched-hours", plan.withWatch(Plan.Watch.NONE), "the hours watched");
        gap("watched-hours", plan.withStatements(Plan.PublicStatements.NONE), "where to turn in an emergency");
        gap("weekend-rota", plan.withWatch(Plan.Watch.NONE), "outside of the hours");
        gap("everyday", plan.withRecords(Plan.Care.NONE), "how records are kept");
        gap("contentious", plan.withModeration(Plan.Moderation.NONE), "nobody who decides");
        gap("authorised", plan.withTeam(Plan.Team.NONE), "who writes, nor who approves");
        gap("empowered", plan.withTeam(Plan.Team.NONE), "without approval");
        gap("complaints", plan.withStatements(Plan.PublicStatements.NONE), "no published rules");
        var people = new ArrayList<>(plan.team().people());
        people.set(0, new Plan.Person(people.get(0).role(), "Moana, 021 555 010", "Ben"));
        gap(
                "reachable",
                plan.withTeam(
                        new Plan.Team(people, plan.team().signOff(), plan.team().access(), OptionalInt.empty())),
                "no number of the deputy");
    }

    private static void gap(String id, Plan plan, String seen) {
        Known known =
                everything().withFiles(Optional.of(plan), Optional.of(List.of(account("X"))), List.of("nz-agency"));
        Readiness.Check found = check(known, id);
        assertEquals(Readiness.State.GAP, found.state(), id);
        assertTrue(found.seen().contains(seen), found.seen());
    }

    @Test
    void every_account_is_looked_at() {
        ChannelAccount open =
                account("Facebook").withAccess(Optional.empty(), Optional.of(TODAY.minusDays(184)), List.of());
        Known known = everything().withFiles(Optional.of(plan()), Optional.of(List.of(account("X"), open)), List.of());
        assertEquals(
                "Without: Facebook @nz-agency (not known).",
                check(known, "multi-factor").seen());
        assertTrue(
                check(known, "recovery").seen().contains("Facebook @nz-agency (access not looked at since 2026-05-22"));
        assertTrue(check(known, "own-accounts").seen().startsWith("Not listed: X @nz-agency"));
    }

    @Test
    void a_drill_counts_for_a_year_and_peoples_word_for_half_a_year() {
        assertEquals(
                Readiness.State.HOLDS,
                check(everything().withPractice(Optional.of(TODAY.minusYears(1)), Optional.empty()), "drill")
                        .state());
        assertEquals(
                Readiness.State.GAP,
                check(
                                everything()
                                        .withPractice(
                                                Optional.of(TODAY.minusYears(1).minusDays(1)), Optional.empty()),
                                "drill")
                        .state());
        var old = new Confirmation("apart", true, "Moana", TODAY.minusDays(Confirmation.DAYS), "");
        assertEquals(
                Readiness.State.HOLDS,
                check(everything().withConfirmations(List.of(old)), "apart").state());
        var older = new Confirmation("apart", true, "Moana", TODAY.minusDays(Confirmation.DAYS + 1), "");
        assertEquals(
                Readiness.State.TO_CONFIRM,
                check(everything().withConfirmations(List.of(older)), "apart").state());
        var not = new Confirmation("apart", false, "Ben", TODAY, "two phones");
        assertEquals(
                Readiness.State.GAP,
                check(everything().withConfirmations(List.of(old, not)), "apart")
                        .state());
    }

    @Test
    void a_stream_that_is_watched_needs_no_confirmation() {
        Known known = everything().withConfirmations(List.of());
        assertEquals(Readiness.State.TO_CONFIRM, check(known, "monitoring").state());
        assertEquals(
                Readiness.State.HOLDS,
                check(known.withPractice(Optional.empty(), Optional.of(TODAY.minusDays(3))), "monitoring")
                        .state());
        assertEquals(
                Readiness.State.TO_CONFIRM,
                check(known.withPractice(Optional.empty(), Optional.of(TODAY.minusDays(4))), "monitoring")
                        .state());
    }

    @Test
    void what_people_confirm_is_written_and_read_again() throws IOException, InputException {
        List<Confirmation> said = List.of(
                new Confirmation("apart", true, "Moana", TODAY, "one tablet, \"in\" the office"),
                new Confirmation("monitoring", false, "Ben", TODAY, ""));
        byte[] bytes = Confirmation.write(said).getBytes(StandardCharsets.UTF_8);
        assertEquals(said, Confirmation.read("readiness.csv", new ByteArrayInputStream(bytes)));
        byte[] wrong = "item,holds,by,on,note\napart,perhaps,Ben,2026-11-22,\n".getBytes(StandardCharsets.UTF_8);
        assertThrows(InputException.class, () -> Confirmation.read("readiness.csv", new ByteArrayInputStream(wrong)));
    }
}
