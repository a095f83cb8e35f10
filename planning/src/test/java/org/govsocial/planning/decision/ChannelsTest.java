package org.govsocial.planning.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.planning.Planning;
import org.govsocial.planning.decision.ChannelDecision.Verdict;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Planning()));
    private static final Decisions DECISIONS = Decisions.shipped(GUIDANCE);
    private static final Channels CHANNELS = shipped();

    private static Channels shipped() {
        try {
            return Channels.shipped(DECISIONS, GUIDANCE);
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The readiest answers; what has no order is answered so that nothing stands in the way. */
    private static Answers ready() {
        Answers answers = Answers.none();
        for (Question q : DECISIONS.questions()) {
            int last = q.options().size() - 1;
            answers = switch (q.kind()) {
                case CHOICE ->
                    answers.with(
                            q.id(),
                            q.options()
                                    .get(q.order() == Question.Order.READINESS ? last : 0)
                                    .value());
                case CHOICES -> answers.with(q.id(), q.options().get(0).value());
                case NUMBER -> answers.with(q.id(), q.order() == Question.Order.READINESS ? "60" : "10");
                case DATE -> answers.with(q.id(), q.id().equals("end") ? "2027-08-31" : "2027-02-01");
                case TEXT -> answers.with(q.id(), "words");
            };
        }
        return answers.with("context", "communications").with("watched", "40");
    }

    @Test
    void a_ready_agency_may_open_it_close_it_not() {
        ChannelDecision open = CHANNELS.open("TikTok", ready());
        assertEquals(Verdict.YES, open.verdict(), open.reasons().toString());
        assertEquals("Open it", open.words());
        assertEquals("TikTok", open.title());
        assertEquals(Verdict.NOT_NOW, CHANNELS.close("tiktok", ready()).verdict());
    }

    @Test
    void one_gap_makes_it_a_condition_and_the_gap_is_among_what_would_change_it() {
        ChannelDecision d = CHANNELS.open("tiktok", ready().with("mishap-plan", "no"));
        assertEquals(Verdict.IF, d.verdict());
        assertEquals(
                List.of("mishap-not-agreed"),
                d.conditions().stream().map(ChannelDecision.Reason::id).toList());
        assertTrue(d.changes().stream()
                .anyMatch(c -> c.question().equals("mishap-plan") && c.words().equals("Open it")));
    }

    @Test
    void people_who_talk_elsewhere_are_met_there() {
        ChannelDecision d = CHANNELS.open("youtube", ready().with("places", "forum", "blog"));
        assertEquals(Verdict.INSTEAD, d.verdict());
        assertEquals("Use blogs or forums instead", d.words());
    }

    @Test
    void an_agency_that_is_not_ready_opens_nothing_and_closes_what_nobody_runs() {
        ChannelDecision open = CHANNELS.open("tiktok", Answers.none());
        assertEquals(Verdict.NOT_NOW, open.verdict());
        ChannelDecision close = CHANNELS.close("x", Answers.none());
        assertEquals(Verdict.IF, close.verdict());
        assertEquals("Close it if …", close.words());
        assertEquals(
                Verdict.YES,
                CHANNELS.close("x", ready().with("people", "0").with("leaders", "no"))
                        .verdict());
    }

    @Test
    void nothing_is_said_of_a_platform_that_no_statement_says() {
        ChannelDecision d = CHANNELS.open("bebo", ready());
        assertEquals("bebo", d.title());
        assertEquals(Verdict.IF, d.verdict(), "where people are is not known");
        ChannelDecision.Binding age = CHANNELS.open("tiktok", ready()).bindings().stream()
                .filter(b -> b.topic().equals("age"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), age.statements());
        assertTrue(age.silent().startsWith("Not in our sources"));
        boolean tiktok = CHANNELS.open("tiktok", ready()).bindings().stream()
                .flatMap(b -> b.statements().stream())
                .anyMatch(s -> s.id().equals("DEV-TIKTOK"));
        boolean bebo =
                d.bindings().stream().flatMap(b -> b.statements().stream()).anyMatch(s -> s.id().equals("DEV-TIKTOK"));
        assertTrue(tiktok);
        assertFalse(bebo);
    }

    @Test
    void every_answer_keeps_what_it_promises() {
        for (long seed = 1; seed <= 25; seed++) {
            var random = new Random(seed);
            Answers answers = random.nextBoolean() ? DecisionsTest.any(random) : DecisionsTest.nearlyReady(random);
            String channel = List.of("tiktok", "x", "youtube", "blog", "bebo").get(random.nextInt(5));
            ChannelDecision d =
                    random.nextBoolean() ? CHANNELS.open(channel, answers) : CHANNELS.close(channel, answers);
            String what = "seed " + seed + ", " + channel;
            assertTrue(!d.reasons().isEmpty() && d.reasons().size() <= 5, what);
            assertEquals(d.verdict() == Verdict.IF, !d.conditions().isEmpty(), what);
            assertTrue(d.options().size() >= 3, what);
            assertEquals(6, d.bindings().size(), what);
            assertFalse(d.traces().isEmpty(), what);
            for (ChannelDecision.Change change : d.changes()) {
                assertFalse(change.verdict() == d.verdict(), what + change);
            }
        }
    }

    @Test
    void more_readiness_never_makes_it_harder_to_open() {
        List<Verdict> rising = List.of(Verdict.NOT_NOW, Verdict.INSTEAD, Verdict.IF, Verdict.YES);
        int raised = 0;
        for (long seed = 1; seed <= 12; seed++) {
            Answers answers = DecisionsTest.nearlyReady(new Random(seed));
            Verdict before = CHANNELS.open("tiktok", answers).verdict();
            for (Question q : DECISIONS.questions()) {
                if (q.order() != Question.Order.READINESS) {
                    continue;
                }
                String more = DecisionsTest.more(q, answers).orElse(null);
                if (more != null) {
                    raised++;
                    Verdict after =
                            CHANNELS.open("tiktok", answers.with(q.id(), more)).verdict();
                    assertTrue(
                            rising.indexOf(after) >= rising.indexOf(before),
                            "seed " + seed + ": " + q.id() + " from " + before + " to " + after);
                }
            }
        }
        assertTrue(raised > 20, "answers were raised " + raised + " times");
    }

    @Test
    void a_table_that_cites_nothing_or_asks_nothing_known_is_refused() throws IOException {
        String table;
        try (InputStream in = ChannelsTest.class.getResourceAsStream("/META-INF/govsocial/channel.table.json")) {
            table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        refused(table.replace("\"OAG-LEADERSHIP\"", "\"OAG-NOTHING\""), "No statement has the id");
        refused(table.replace("\"mishap-plan\"", "\"mishaps\""), "There is no question");
        refused(table.replace("\"below\": \"agreed\"", "\"below\": \"perhaps\""), "cannot be compared");
    }

    private static void refused(String table, String message) {
        var e = assertThrows(
                JsonException.class,
                () -> Channels.read(
                        "mine.json",
                        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                        DECISIONS,
                        GUIDANCE));
        assertTrue(e.getMessage().contains(message) && e.getMessage().contains("#/reasons/"), e.getMessage());
    }
}
