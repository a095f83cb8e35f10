package org.govsocial.planning.toolbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.govsocial.json.JsonInput;
import org.govsocial.json.StrictObject;
import org.govsocial.model.Plan;

/** The start of a plan: what is known is filled in, the rest is there to be filled in. Nothing is invented. */
public final class PlanDraft {
    private static final int TOPICS = 18;

    private PlanDraft() {}

    /**
     * A plan in which every legal topic is open and nothing else is said.
     *
     * @param id lower-case letters, digits and single hyphens
     * @param title what people call it
     * @param agency whose plan it is; empty when not known
     * @return the plan
     */
    public static Plan empty(String id, String title, String agency) {
        var legal = new ArrayList<Plan.LegalTopic>();
        for (int i = 1; i <= TOPICS; i++) {
            String topic = (i < 10 ? "LEG-0" : "LEG-") + i;
            legal.add(new Plan.LegalTopic(topic, Plan.LegalState.OPEN, "", "", Optional.empty()));
        }
        return Plan.of(id, title).withAgency(agency).withLegal(legal);
    }

    /**
     * Takes over what a decision says: stage, purpose, context, hours, end, benefits and risks.
     *
     * @param start the plan so far
     * @param where the decision's name, for messages
     * @param bytes the JSON that "govsocial decide --format json" writes; not closed
     * @return the plan
     * @throws org.govsocial.json.JsonException when it is no decision: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Plan from(Plan start, String where, InputStream bytes) throws IOException {
        JsonInput in = StrictObject.open(where, bytes);
        var reader = new DecisionOutline(in);
        reader.read();
        in.end();
        return reader.onto(start);
    }

    /** What a plan needs of a decision. */
    private static final class DecisionOutline {
        private final JsonInput in;
        private String stage = "";
        private String table = "";
        private String hash = "";
        private Optional<LocalDate> end = Optional.empty();
        private final Map<String, List<String>> given = new HashMap<>();
        private final List<Plan.Benefit> benefits = new ArrayList<>();
        private final List<Plan.Risk> risks = new ArrayList<>();

        DecisionOutline(JsonInput in) {
            this.in = in;
        }

        void read() throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "format" -> StrictObject.format(in, "A decision");
                    case "stage" -> stage = StrictObject.word(in, List.of("not-yet", "passive", "active", "engaged"));
                    case "table" -> table = in.string();
                    case "hash" -> hash = in.string();
                    case "given" -> given();
                    case "benefits" -> benefits.addAll(StrictObject.list(in, this::benefit));
                    case "risks" -> risks.addAll(StrictObject.list(in, this::risk));
                    case "end" -> end();
                    default -> in.skipValue();
                }
            }
            in.endObject();
            if (stage.isEmpty()) {
                throw in.errorAt(
                        "", "This is no decision.", "Write one: govsocial decide --answers FILE --format json.");
            }
        }

        private void given() throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                given.put(in.name(), StrictObject.list(in, in::string));
            }
            in.endObject();
        }

        private void end() throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("date") && !in.isNull()) {
                    end = Optional.of(StrictObject.day(in));
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
        }

        private Plan.Benefit benefit() throws IOException {
            var text = new String[] {""};
            var cites = new ArrayList<String>();
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "text" -> text[0] = in.string();
                    case "statements" -> cites.addAll(statements());
                    default -> in.skipValue();
                }
            }
            in.endObject();
            return new Plan.Benefit(text[0], cites);
        }

        private Plan.Risk risk() throws IOException {
            var r = new Object() {
                String id = "";
                String text = "";
                String owner = "";
                int likelihood = 1;
                int consequence = 1;
                int[] residual = {1, 1};
                final List<String> treatments = new ArrayList<>();
                List<String> cites = List.of();
            };
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "id" -> r.id = in.string();
                    case "text" -> r.text = in.string();
                    case "owner" -> r.owner = in.string();
                    case "likelihood" -> r.likelihood = StrictObject.integer(in, 1, 5);
                    case "consequence" -> r.consequence = StrictObject.integer(in, 1, 5);
                    case "residual" -> r.residual = residual();
                    case "treatments" -> r.treatments.addAll(StrictObject.list(in, this::treatment));
                    case "statements" -> r.cites = statements();
                    default -> in.skipValue();
                }
            }
            in.endObject();
            return new Plan.Risk(
                    r.id,
                    r.text,
                    r.likelihood,
                    r.consequence,
                    r.owner,
                    r.treatments,
                    r.residual[0],
                    r.residual[1],
                    r.cites);
        }

        private int[] residual() throws IOException {
            int[] residual = {1, 1};
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "likelihood" -> residual[0] = StrictObject.integer(in, 1, 5);
                    case "consequence" -> residual[1] = StrictObject.integer(in, 1, 5);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            return residual;
        }

        private String treatment() throws IOException {
            String text = "";
            boolean inPlace = false;
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "text" -> text = in.string();
                    case "inPlace" -> inPlace = in.bool();
                    default -> in.skipValue();
                }
            }
            in.endObject();
            return (inPlace ? "In place: " : "To do: ") + text;
        }

        private List<String> statements() throws IOException {
            return StrictObject.list(in, () -> {
                String id = "";
                in.beginObject();
                while (in.hasNext()) {
                    if (in.name().equals("id")) {
                        id = in.string();
                    } else {
                        in.skipValue();
                    }
                }
                in.endObject();
                return id;
            });
        }

        Plan onto(Plan plan) {
            String purpose = one("purpose");
            Plan.Aim aim = plan.aim()
                    .withPurpose(purpose.isEmpty() ? plan.aim().purpose() : purpose, all("context"))
                    // A decision of "not yet" leaves the plan's stage open: there is nothing to plan for so far.
                    .withStage(stage.equals("not-yet") ? "" : stage);
            Plan.Team team = new Plan.Team(
                    plan.team().people(), plan.team().signOff(), plan.team().access(), number("hours"));
            Plan.Watch watch = new Plan.Watch(
                    plan.watch().hours(),
                    number("watched"),
                    number("reply-target"),
                    plan.watch().outside());
            return plan.withDecision(new Plan.Decision(stage, table, hash))
                    .withAim(aim)
                    .withTeam(team)
                    .withWatch(watch)
                    .withTiming(new Plan.Timing(
                            day("start"),
                            end,
                            plan.timing().ending(),
                            plan.timing().reviews()))
                    .withBenefits(benefits)
                    .withRisks(risks);
        }

        private List<String> all(String question) {
            return given.getOrDefault(question, List.of());
        }

        private String one(String question) {
            return all(question).isEmpty() ? "" : all(question).get(0);
        }

        private OptionalInt number(String question) {
            return one(question).isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(one(question)));
        }

        private Optional<LocalDate> day(String question) {
            return one(question).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(one(question)));
        }
    }
}
