package org.govsocial.planning.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.govsocial.model.Citation;
import org.govsocial.model.Gap;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Plan;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** The facts of a plan. */
final class PlanFacts {
    private static final int LEGAL_TOPICS = 18;

    /** As many as a page has room for. */
    private static final int GREATEST = 3;

    private final Plan plan;
    private final Catalogue catalogue;
    private final Map<String, Fact> into;
    private final Parts top = new Parts("plan.json at ");

    PlanFacts(Plan plan, Catalogue catalogue, Map<String, Fact> into) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.into = into;
    }

    void put() {
        top.text("title", plan.title(), "the plan's title", "/title");
        top.text("agency", plan.agency(), "the agency's name", "/agency");
        aim();
        presence();
        team();
        moderation();
        statements();
        into.putAll(top.facts());
        legal();
        care();
        benefits();
        risks();
        actions();
    }

    private void aim() {
        Plan.Aim aim = plan.aim();
        top.text("summary", aim.summary(), "what is to be done and why", "/aim/summary");
        top.text("purpose", Words.of(aim.purpose()), "the purpose", "/aim/purpose");
        top.text(
                "contexts",
                Words.list(aim.contexts().stream().map(Words::of).toList()),
                "the context",
                "/aim/contexts");
        top.text("stage", Words.of(aim.stage()), "the stage", "/aim/stage");
        top.text("recommendedStage", Words.of(plan.decision().stage()), "the recommended stage", "/decision/stage");
        top.text("decisionTable", plan.decision().table(), "the decision table", "/decision/table");
        top.text("answersHash", plan.decision().answers(), "the hash of the decision's answers", "/decision/answers");
        var objectives = new ArrayList<Fact.Value>();
        for (Plan.Objective one : aim.objectives()) {
            var parts = new Parts("plan.json at /aim/objectives/" + objectives.size());
            parts.text("text", one.text(), "an objective", "/text");
            parts.text("measure", one.measure(), "the measure of “" + one.text() + "”", "/measure");
            parts.text("target", one.target(), "the target of “" + one.text() + "”", "/target");
            objectives.add(new Fact.Value(parts.facts(), List.of()));
        }
        values("objectives", objectives, List.of("text", "measure", "target"), "the objectives", "/aim/objectives");
        var audiences = new ArrayList<Fact.Value>();
        for (Plan.Audience one : aim.audiences()) {
            var parts = new Parts("plan.json at /aim/audiences/" + audiences.size());
            parts.text("who", one.who(), "an audience", "/who");
            parts.text(
                    "places",
                    Words.list(one.places().stream().map(Words::of).toList()),
                    "where “" + one.who() + "” already talk",
                    "/places");
            audiences.add(new Fact.Value(parts.facts(), List.of()));
        }
        top.text(
                "objectiveNames",
                String.join(
                        "; ",
                        aim.objectives().stream().map(Plan.Objective::text).toList()),
                "the objectives",
                "/aim/objectives");
        top.text(
                "audienceNames",
                String.join(
                        "; ", aim.audiences().stream().map(Plan.Audience::who).toList()),
                "the audiences",
                "/aim/audiences");
        values("audiences", audiences, List.of("who", "places"), "the audiences", "/aim/audiences");
    }

    private void presence() {
        var tools = new ArrayList<Fact.Value>();
        for (Plan.Tool one : plan.presence().tools()) {
            var parts = new Parts("plan.json at /presence/tools/" + tools.size());
            parts.text("tool", Words.of(one.id()), "a tool", "/id");
            parts.text("why", one.why(), "why a " + Words.of(one.id()) + " suits", "/why");
            tools.add(new Fact.Value(parts.facts(), List.of()));
        }
        values("tools", tools, List.of("tool", "why"), "the tools", "/presence/tools");
        var channels = new ArrayList<Fact.Value>();
        for (Plan.Channel one : plan.presence().channels()) {
            var parts = new Parts("plan.json at /presence/channels/" + channels.size());
            String platform = Words.of(one.platform());
            parts.text("platform", platform, "a platform", "/platform");
            parts.text("handle", one.handle(), "the name of the channel on " + platform, "/handle");
            parts.text("use", one.use(), "what the channel on " + platform + " is for", "/use");
            channels.add(new Fact.Value(parts.facts(), List.of()));
        }
        top.text(
                "toolNames",
                Words.list(plan.presence().tools().stream()
                        .map(t -> Words.of(t.id()))
                        .toList()),
                "the tools",
                "/presence/tools");
        top.text(
                "channelNames",
                Words.list(plan.presence().channels().stream()
                        .map(c -> Words.of(c.platform()) + (c.handle().isEmpty() ? "" : " (" + c.handle() + ")"))
                        .toList()),
                "the channels",
                "/presence/channels");
        values("channels", channels, List.of("platform", "handle", "use"), "the channels", "/presence/channels");
    }

    private void team() {
        Plan.Team team = plan.team();
        var people = new ArrayList<Fact.Value>();
        for (Plan.Person one : team.people()) {
            var parts = new Parts("plan.json at /team/people/" + people.size());
            parts.text("role", one.role(), "a role", "/role");
            parts.text("name", one.name(), "who the " + one.role() + " is", "/name");
            parts.text("deputy", one.deputy(), "the deputy of the " + one.role(), "/deputy");
            people.add(new Fact.Value(parts.facts(), List.of()));
        }
        values("people", people, List.of("role", "name", "deputy"), "the roles", "/team/people");
        top.text("owner", person("owner"), "the owner", "/team/people");
        top.text("writes", team.signOff().writes(), "who writes", "/team/signOff/writes");
        top.text("approves", team.signOff().approves(), "who approves", "/team/signOff/approves");
        top.text("signOff", team.signOff().how(), "how a post is approved", "/team/signOff/how");
        top.text("access", Words.list(team.access()), "who can log in", "/team/access");
        top.text("workHours", number(team.hoursAWeek()), "the hours of work a week", "/team/hoursAWeek");
        top.text("watchHours", plan.watch().hours(), "the hours watched", "/watch/hours");
        top.text("replyHours", number(plan.watch().replyHours()), "the time to reply", "/watch/replyHours");
        top.text("outside", plan.watch().outside(), "what happens outside the hours watched", "/watch/outside");
    }

    private String person(String role) {
        return plan.team().people().stream()
                .filter(p -> p.role().equals(role))
                .map(Plan.Person::name)
                .findFirst()
                .orElse("");
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private void moderation() {
        Plan.Moderation moderation = plan.moderation();
        top.text("moderationForm", Words.of(moderation.form()), "the form of moderation", "/moderation/form");
        for (String form : List.of("pre", "post", "reactive", "closed")) {
            top.flag(form, moderation.form().equals(form), "whether comments are checked " + Words.of(form));
        }
        top.text("moderators", Words.list(moderation.moderators()), "the moderators", "/moderation/moderators");
        top.text("moderationLead", moderation.lead(), "who leads moderation", "/moderation/lead");
        top.text("escalation", moderation.escalation(), "what happens with borderline cases", "/moderation/escalation");
    }

    private void statements() {
        Plan.PublicStatements said = plan.statements();
        top.text(
                "rulesPlace",
                said.participationRules(),
                "where the participation rules are",
                "/public/participationRules");
        top.text(
                "moderationPlace",
                said.moderationPolicy(),
                "where the moderation policy is",
                "/public/moderationPolicy");
        top.text(
                "transparencyPlace",
                said.transparencyStatement(),
                "where the transparency statement is",
                "/public/transparencyStatement");
        top.text("officialCopy", said.officialCopy(), "where the official copy stands", "/public/officialCopy");
        top.text("emergencies", said.emergencies(), "where people turn in an emergency", "/public/emergencies");
        Plan.Timing timing = plan.timing();
        top.text("start", day(timing.start()), "the first day", "/timing/start");
        top.text("end", day(timing.end()), "the end date", "/timing/end");
        top.text("ending", timing.ending(), "what happens at the end", "/timing/ending");
        top.text(
                "reviews",
                Words.list(timing.reviews().stream().map(Words::day).toList()),
                "the review dates",
                "/timing/reviews");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Words::day).orElse("");
    }

    private void legal() {
        var topics = new ArrayList<Fact.Value>();
        for (int i = 1; i <= LEGAL_TOPICS; i++) {
            String id = (i < 10 ? "LEG-0" : "LEG-") + i;
            var cites = new Citation("toolbox", id);
            Optional<Plan.LegalTopic> found =
                    plan.legal().stream().filter(t -> t.topic().equals(id)).findFirst();
            String name = catalogue.statement(cites).map(PlanFacts::quoted).orElse(id);
            var parts = new Parts("plan.json at /legal for " + id);
            parts.text("topic", name, "a legal topic", "");
            parts.text(
                    "state",
                    found.map(t -> switch (t.state()) {
                                case OPEN -> "open";
                                case SETTLED -> "settled";
                                case NOT_APPLICABLE -> "does not apply";
                            })
                            .orElse("open"),
                    "how far " + name + " is",
                    "");
            parts.text("note", found.map(Plan.LegalTopic::note).orElse(""), "what follows from: " + name, "");
            parts.text("by", found.map(Plan.LegalTopic::by).orElse(""), "who looked at: " + name, "");
            parts.text("on", day(found.flatMap(Plan.LegalTopic::on)), "when somebody looked at: " + name, "");
            topics.add(new Fact.Value(parts.facts(), List.of(cites)));
        }
        values("legal", topics, List.of("topic", "state", "note", "by", "on"), "the legal topics", "/legal");
    }

    /** The name that a statement puts in quotation marks. */
    private static String quoted(Statement statement) {
        int start = statement.text().indexOf('“');
        int end = statement.text().indexOf('”', start);
        return start < 0 || end < 0 ? statement.text() : statement.text().substring(start + 1, end);
    }

    private void care() {
        into.put("recordsHow", text(plan.records().how(), "how records are kept", "/records/how"));
        into.put("recordsOwner", text(plan.records().owner(), "who keeps the records", "/records/owner"));
        into.put(
                "accessibilityHow",
                text(plan.accessibility().how(), "how it is made accessible", "/accessibility/how"));
        into.put(
                "accessibilityOwner",
                text(plan.accessibility().owner(), "who sees to accessibility", "/accessibility/owner"));
    }

    private Fact text(String value, String what, String place) {
        return new Fact.Text(value, new Gap(what, top.advice(place)));
    }

    private void benefits() {
        var benefits = new ArrayList<Fact.Value>();
        for (Plan.Benefit one : plan.benefits()) {
            var parts = new Parts("plan.json at /benefits/" + benefits.size());
            parts.text("text", one.text(), "a benefit", "/text");
            benefits.add(new Fact.Value(parts.facts(), cites(one.cites())));
        }
        values("benefits", benefits, List.of("text"), "the benefits", "/benefits");
    }

    private void risks() {
        var risks = new ArrayList<Fact.Value>();
        for (Plan.Risk one : plan.risks()) {
            var parts = new Parts("plan.json at /risks/" + risks.size());
            parts.text("text", one.text(), "a risk", "/text");
            parts.text("score", score(one.likelihood(), one.consequence()), "the score", "");
            parts.text("owner", one.owner(), "who watches the risk “" + one.text() + "”", "/owner");
            parts.text(
                    "treatments",
                    String.join("; ", one.treatments()),
                    "what is done about “" + one.text() + "”",
                    "/treatments");
            parts.text(
                    "residual", score(one.residualLikelihood(), one.residualConsequence()), "the residual score", "");
            risks.add(new Fact.Value(parts.facts(), cites(one.cites())));
        }
        List<String> names = List.of("text", "score", "owner", "treatments", "residual");
        values("risks", risks, names, "the risks", "/risks");
        values("topRisks", greatest(risks), names, "the risks", "/risks");
    }

    private List<Fact.Value> greatest(List<Fact.Value> risks) {
        return IntStream.range(0, risks.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer i) -> -plan.risks().get(i).residualLikelihood()
                                * plan.risks().get(i).residualConsequence()))
                .limit(GREATEST)
                .map(risks::get)
                .toList();
    }

    private static String score(int likelihood, int consequence) {
        return likelihood + " × " + consequence + " = " + likelihood * consequence;
    }

    private void actions() {
        var actions = new ArrayList<Fact.Value>();
        for (Plan.Action one : plan.actions()) {
            var parts = new Parts("plan.json at /actions/" + actions.size());
            parts.text("text", one.text(), "an action", "/text");
            parts.text("owner", one.owner(), "who does: " + one.text(), "/owner");
            parts.text("due", day(one.due()), "until when: " + one.text(), "/due");
            parts.text(
                    "done", one.done().map(d -> "done " + Words.day(d)).orElse("open"), "whether it is done", "/done");
            actions.add(new Fact.Value(parts.facts(), List.of()));
        }
        values("actions", actions, List.of("text", "owner", "due", "done"), "the actions", "/actions");
    }

    /** Plans name statements alone, which are unique across documents. */
    private List<Citation> cites(List<String> statements) {
        var cites = new ArrayList<Citation>();
        for (String statement : statements) {
            for (GuidanceDocument document : catalogue.documents()) {
                var citation = new Citation(document.id(), statement);
                if (catalogue.statement(citation).isPresent()) {
                    cites.add(citation);
                }
            }
        }
        return cites;
    }

    private void values(String name, List<Fact.Value> values, List<String> names, String what, String place) {
        into.put(name, Fact.Values.of(values, names, new Gap(what, top.advice(place))));
    }
}
