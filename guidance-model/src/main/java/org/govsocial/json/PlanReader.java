package org.govsocial.json;

import static org.govsocial.json.StrictObject.day;
import static org.govsocial.json.StrictObject.integer;
import static org.govsocial.json.StrictObject.list;
import static org.govsocial.json.StrictObject.text;
import static org.govsocial.json.StrictObject.texts;
import static org.govsocial.json.StrictObject.word;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.govsocial.model.Plan;
import org.govsocial.model.Platform;

/**
 * Reads {@code plan.json} strictly: an unknown key, a key that stands twice, a missing part or a value of the wrong kind is
 * an error that names its JSON path. A key with {@code null} counts as left out.
 */
public final class PlanReader {
    private static final List<String> PURPOSES = List.of("inform", "be-informed", "deliberate");
    private static final List<String> CONTEXTS =
            List.of("communications", "community-engagement", "policy-consultation");
    private static final List<String> STAGES = List.of("passive", "active", "engaged");
    private static final List<String> DECIDED = List.of("not-yet", "passive", "active", "engaged");
    private static final List<String> FORMS = List.of("pre", "post", "reactive", "closed");
    private static final int MOST_HOURS = 10_000;

    private final JsonInput in;

    private PlanReader(JsonInput in) {
        this.in = in;
    }

    /**
     * Reads a plan.
     *
     * @param where the plan's name, for messages
     * @param bytes UTF-8; not closed
     * @return the plan
     * @throws JsonException when it is not a plan: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Plan read(String where, InputStream bytes) throws IOException {
        JsonInput in = StrictObject.open(where, bytes);
        Plan plan = new PlanReader(in).plan();
        in.end();
        return plan;
    }

    /**
     * Reads a plan that is part of a larger document.
     *
     * @param in the plan comes next
     * @return the plan
     * @throws JsonException when it is not a plan
     * @throws IOException when it cannot be read
     */
    public static Plan read(JsonInput in) throws IOException {
        return new PlanReader(in).plan();
    }

    private Plan plan() throws IOException {
        var p = new Object() {
            Plan plan = Plan.of("plan", "plan");
            String id = "";
            String title = "";
        };
        members(
                "a plan",
                List.of("format", "id", "title"),
                List.of(
                        "$schema",
                        "agency",
                        "decision",
                        "aim",
                        "presence",
                        "team",
                        "watch",
                        "moderation",
                        "public",
                        "legal",
                        "records",
                        "accessibility",
                        "timing",
                        "benefits",
                        "risks",
                        "actions"),
                key -> {
                    switch (key) {
                        case "$schema" -> text(in); // for the author's editor
                        case "format" -> StrictObject.format(in, "A plan");
                        case "id" -> p.id = id();
                        case "title" -> p.title = text(in);
                        case "agency" -> p.plan = p.plan.withAgency(text(in));
                        case "decision" -> p.plan = p.plan.withDecision(decision());
                        case "aim" -> p.plan = p.plan.withAim(aim());
                        case "presence" -> p.plan = p.plan.withPresence(presence());
                        case "team" -> p.plan = p.plan.withTeam(team());
                        case "watch" -> p.plan = p.plan.withWatch(watch());
                        case "moderation" -> p.plan = p.plan.withModeration(moderation());
                        case "public" -> p.plan = p.plan.withStatements(statements());
                        case "legal" -> p.plan = p.plan.withLegal(legal());
                        case "records" -> p.plan = p.plan.withRecords(care("the care of records"));
                        case "accessibility" -> p.plan = p.plan.withAccessibility(care("the care of accessibility"));
                        case "timing" -> p.plan = p.plan.withTiming(timing());
                        case "benefits" -> p.plan = p.plan.withBenefits(list(in, this::benefit));
                        case "risks" -> p.plan = p.plan.withRisks(list(in, this::risk));
                        default -> p.plan = p.plan.withActions(list(in, this::action));
                    }
                });
        return p.plan.withNames(p.id, p.title);
    }

    /** A key that holds null is as if it were not there. */
    private void members(String what, List<String> required, List<String> optional, StrictObject.Member member)
            throws IOException {
        StrictObject.read(in, what, required, optional, key -> {
            if (required.contains(key) || !in.takeNull()) {
                member.read(key);
            }
        });
    }

    private String id() throws IOException {
        return kebab("a plan's id");
    }

    private String kebab(String what) throws IOException {
        String id = text(in);
        try {
            return new Platform(id).id();
        } catch (IllegalArgumentException e) {
            throw in.error(
                    "\"" + id + "\" cannot be " + what + ".", "Use lower-case letters, digits and single hyphens.");
        }
    }

    private Plan.Decision decision() throws IOException {
        var d = new Object() {
            String stage = "";
            String table = "";
            String answers = "";
        };
        members("a plan's decision", List.of("stage"), List.of("table", "answers"), key -> {
            switch (key) {
                case "stage" -> d.stage = word(in, DECIDED);
                case "table" -> d.table = text(in);
                default -> d.answers = text(in);
            }
        });
        return new Plan.Decision(d.stage, d.table, d.answers);
    }

    private Plan.Aim aim() throws IOException {
        var a = new Object() {
            String summary = "";
            String purpose = "";
            List<String> contexts = List.of();
            String stage = "";
            List<Plan.Objective> objectives = List.of();
            List<Plan.Audience> audiences = List.of();
        };
        members(
                "a plan's aim",
                List.of(),
                List.of("summary", "purpose", "contexts", "stage", "objectives", "audiences"),
                key -> {
                    switch (key) {
                        case "summary" -> a.summary = text(in);
                        case "purpose" -> a.purpose = word(in, PURPOSES);
                        case "contexts" -> a.contexts = list(in, () -> word(in, CONTEXTS));
                        case "stage" -> a.stage = word(in, STAGES);
                        case "objectives" -> a.objectives = list(in, this::objective);
                        default -> a.audiences = list(in, this::audience);
                    }
                });
        return new Plan.Aim(a.summary, a.purpose, a.contexts, a.stage, a.objectives, a.audiences);
    }

    private Plan.Objective objective() throws IOException {
        var o = new Object() {
            String text = "";
            String measure = "";
            String target = "";
        };
        members("an objective", List.of("text"), List.of("measure", "target"), key -> {
            switch (key) {
                case "text" -> o.text = text(in);
                case "measure" -> o.measure = text(in);
                default -> o.target = text(in);
            }
        });
        return new Plan.Objective(o.text, o.measure, o.target);
    }

    private Plan.Audience audience() throws IOException {
        var a = new Object() {
            String who = "";
            List<String> places = List.of();
        };
        members("an audience", List.of("who"), List.of("places"), key -> {
            if (key.equals("who")) {
                a.who = text(in);
            } else {
                a.places = list(in, () -> kebab("a place"));
            }
        });
        return new Plan.Audience(a.who, a.places);
    }

    private Plan.Presence presence() throws IOException {
        var p = new Object() {
            List<Plan.Tool> tools = List.of();
            List<Plan.Channel> channels = List.of();
        };
        members("a plan's presence", List.of(), List.of("tools", "channels"), key -> {
            if (key.equals("tools")) {
                p.tools = list(in, this::tool);
            } else {
                p.channels = list(in, this::channel);
            }
        });
        return new Plan.Presence(p.tools, p.channels);
    }

    private Plan.Tool tool() throws IOException {
        var t = new Object() {
            String id = "";
            String why = "";
        };
        members("a tool", List.of("id"), List.of("why"), key -> {
            if (key.equals("id")) {
                t.id = kebab("a tool's id");
            } else {
                t.why = text(in);
            }
        });
        return new Plan.Tool(t.id, t.why);
    }

    private Plan.Channel channel() throws IOException {
        var c = new Object() {
            Platform platform = Platform.ANY;
            String handle = "";
            String use = "";
        };
        members("a channel", List.of("platform"), List.of("handle", "use"), key -> {
            switch (key) {
                case "platform" -> c.platform = new Platform(kebab("a platform"));
                case "handle" -> c.handle = text(in);
                default -> c.use = text(in);
            }
        });
        return new Plan.Channel(c.platform, c.handle.startsWith("@") ? c.handle.substring(1) : c.handle, c.use);
    }

    private Plan.Team team() throws IOException {
        var t = new Object() {
            List<Plan.Person> people = List.of();
            Plan.SignOff signOff = Plan.SignOff.NONE;
            List<String> access = List.of();
            OptionalInt hours = OptionalInt.empty();
        };
        members("a plan's team", List.of(), List.of("people", "signOff", "access", "hoursAWeek"), key -> {
            switch (key) {
                case "people" -> t.people = list(in, this::person);
                case "signOff" -> t.signOff = signOff();
                case "access" -> t.access = texts(in);
                default -> t.hours = hours();
            }
        });
        return new Plan.Team(t.people, t.signOff, t.access, t.hours);
    }

    private Plan.Person person() throws IOException {
        var p = new Object() {
            String role = "";
            String name = "";
            String deputy = "";
        };
        members("a person", List.of("role"), List.of("name", "deputy"), key -> {
            switch (key) {
                case "role" -> p.role = kebab("a role");
                case "name" -> p.name = text(in);
                default -> p.deputy = text(in);
            }
        });
        return new Plan.Person(p.role, p.name, p.deputy);
    }

    private Plan.SignOff signOff() throws IOException {
        var s = new Object() {
            String writes = "";
            String approves = "";
            String how = "";
        };
        members("a plan's sign-off", List.of(), List.of("writes", "approves", "how"), key -> {
            switch (key) {
                case "writes" -> s.writes = text(in);
                case "approves" -> s.approves = text(in);
                default -> s.how = text(in);
            }
        });
        return new Plan.SignOff(s.writes, s.approves, s.how);
    }

    private Plan.Watch watch() throws IOException {
        var w = new Object() {
            String hours = "";
            OptionalInt hoursAWeek = OptionalInt.empty();
            OptionalInt replyHours = OptionalInt.empty();
            String outside = "";
        };
        members("a plan's watch", List.of(), List.of("hours", "hoursAWeek", "replyHours", "outside"), key -> {
            switch (key) {
                case "hours" -> w.hours = text(in);
                case "hoursAWeek" -> w.hoursAWeek = OptionalInt.of(integer(in, 0, 168));
                case "replyHours" -> w.replyHours = hours();
                default -> w.outside = text(in);
            }
        });
        return new Plan.Watch(w.hours, w.hoursAWeek, w.replyHours, w.outside);
    }

    private OptionalInt hours() throws IOException {
        return OptionalInt.of(integer(in, 0, MOST_HOURS));
    }

    private Plan.Moderation moderation() throws IOException {
        var m = new Object() {
            String form = "";
            List<String> moderators = List.of();
            String lead = "";
            String escalation = "";
        };
        members("a plan's moderation", List.of(), List.of("form", "moderators", "lead", "escalation"), key -> {
            switch (key) {
                case "form" -> m.form = word(in, FORMS);
                case "moderators" -> m.moderators = texts(in);
                case "lead" -> m.lead = text(in);
                default -> m.escalation = text(in);
            }
        });
        return new Plan.Moderation(m.form, m.moderators, m.lead, m.escalation);
    }

    private Plan.PublicStatements statements() throws IOException {
        var s = new Object() {
            String rules = "";
            String moderation = "";
            String transparency = "";
            List<String> covers = List.of();
            String copy = "";
            String emergencies = "";
        };
        members(
                "what a plan tells the public",
                List.of(),
                List.of(
                        "participationRules",
                        "moderationPolicy",
                        "transparencyStatement",
                        "covers",
                        "officialCopy",
                        "emergencies"),
                key -> {
                    switch (key) {
                        case "participationRules" -> s.rules = text(in);
                        case "moderationPolicy" -> s.moderation = text(in);
                        case "transparencyStatement" -> s.transparency = text(in);
                        case "covers" -> s.covers = texts(in);
                        case "officialCopy" -> s.copy = text(in);
                        default -> s.emergencies = text(in);
                    }
                });
        return new Plan.PublicStatements(s.rules, s.moderation, s.transparency, s.covers, s.copy, s.emergencies);
    }

    private List<Plan.LegalTopic> legal() throws IOException {
        var seen = new ArrayList<String>();
        return list(in, () -> {
            Plan.LegalTopic topic = legalTopic();
            if (seen.contains(topic.topic())) {
                throw in.error("The topic " + topic.topic() + " stands here twice.", "Keep one of the two.");
            }
            seen.add(topic.topic());
            return topic;
        });
    }

    private Plan.LegalTopic legalTopic() throws IOException {
        var t = new Object() {
            String topic = "";
            Plan.LegalState state = Plan.LegalState.OPEN;
            String note = "";
            String by = "";
            Optional<LocalDate> on = Optional.empty();
        };
        members("a legal topic", List.of("topic", "state"), List.of("note", "by", "on"), key -> {
            switch (key) {
                case "topic" -> t.topic = topic();
                case "state" ->
                    t.state = Plan.LegalState.valueOf(word(in, List.of("open", "settled", "not-applicable"))
                            .replace('-', '_')
                            .toUpperCase(Locale.ROOT));
                case "note" -> t.note = text(in);
                case "by" -> t.by = text(in);
                default -> t.on = Optional.of(day(in));
            }
        });
        return new Plan.LegalTopic(t.topic, t.state, t.note, t.by, t.on);
    }

    private String topic() throws IOException {
        String topic = text(in);
        for (int i = 1; i <= 18; i++) {
            if (topic.equals((i < 10 ? "LEG-0" : "LEG-") + i)) {
                return topic;
            }
        }
        throw in.error("\"" + topic + "\" is none of the 18 legal topics.", "Write LEG-01 to LEG-18.");
    }

    private Plan.Care care(String what) throws IOException {
        var c = new Object() {
            String how = "";
            String owner = "";
        };
        members(what, List.of(), List.of("how", "owner"), key -> {
            if (key.equals("how")) {
                c.how = text(in);
            } else {
                c.owner = text(in);
            }
        });
        return new Plan.Care(c.how, c.owner);
    }

    private Plan.Timing timing() throws IOException {
        var t = new Object() {
            Optional<LocalDate> start = Optional.empty();
            Optional<LocalDate> end = Optional.empty();
            String ending = "";
            List<LocalDate> reviews = List.of();
        };
        members("a plan's timing", List.of(), List.of("start", "end", "ending", "reviews"), key -> {
            switch (key) {
                case "start" -> t.start = Optional.of(day(in));
                case "end" -> t.end = Optional.of(day(in));
                case "ending" -> t.ending = text(in);
                default -> t.reviews = list(in, () -> day(in));
            }
        });
        return new Plan.Timing(t.start, t.end, t.ending, t.reviews);
    }

    private Plan.Benefit benefit() throws IOException {
        var b = new Object() {
            String text = "";
            List<String> cites = List.of();
        };
        members("a benefit", List.of("text"), List.of("cites"), key -> {
            if (key.equals("text")) {
                b.text = text(in);
            } else {
                b.cites = texts(in);
            }
        });
        return new Plan.Benefit(b.text, b.cites);
    }

    private Plan.Risk risk() throws IOException {
        var r = new Object() {
            String id = "";
            String text = "";
            int likelihood = 1;
            int consequence = 1;
            String owner = "";
            List<String> treatments = List.of();
            int residualLikelihood;
            int residualConsequence;
            List<String> cites = List.of();
        };
        members(
                "a risk",
                List.of("id", "text", "likelihood", "consequence"),
                List.of("owner", "treatments", "residualLikelihood", "residualConsequence", "cites"),
                key -> {
                    switch (key) {
                        case "id" -> r.id = kebab("a risk's id");
                        case "text" -> r.text = text(in);
                        case "likelihood" -> r.likelihood = integer(in, 1, 5);
                        case "consequence" -> r.consequence = integer(in, 1, 5);
                        case "owner" -> r.owner = text(in);
                        case "treatments" -> r.treatments = texts(in);
                        case "residualLikelihood" -> r.residualLikelihood = integer(in, 1, 5);
                        case "residualConsequence" -> r.residualConsequence = integer(in, 1, 5);
                        default -> r.cites = texts(in);
                    }
                });
        return new Plan.Risk(
                r.id,
                r.text,
                r.likelihood,
                r.consequence,
                r.owner,
                r.treatments,
                r.residualLikelihood == 0 ? r.likelihood : r.residualLikelihood,
                r.residualConsequence == 0 ? r.consequence : r.residualConsequence,
                r.cites);
    }

    private Plan.Action action() throws IOException {
        var a = new Object() {
            String text = "";
            String owner = "";
            Optional<LocalDate> due = Optional.empty();
            Optional<LocalDate> done = Optional.empty();
            String from = "";
        };
        members("an action", List.of("text"), List.of("owner", "due", "done", "from"), key -> {
            switch (key) {
                case "text" -> a.text = text(in);
                case "owner" -> a.owner = text(in);
                case "due" -> a.due = Optional.of(day(in));
                case "done" -> a.done = Optional.of(day(in));
                default -> a.from = text(in);
            }
        });
        return new Plan.Action(a.text, a.owner, a.due, a.done, a.from);
    }
}
