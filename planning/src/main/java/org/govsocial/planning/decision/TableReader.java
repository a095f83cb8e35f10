package org.govsocial.planning.decision;

import static java.util.Objects.requireNonNull;
import static org.govsocial.json.StrictObject.integer;
import static org.govsocial.json.StrictObject.list;
import static org.govsocial.json.StrictObject.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.govsocial.json.JsonInput;
import org.govsocial.json.StrictObject;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Modality;
import org.govsocial.model.Provenance;
import org.govsocial.model.Statement;
import org.govsocial.planning.decision.Question.Kind;
import org.govsocial.planning.decision.Question.Order;
import org.govsocial.spi.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a decision table strictly, and refuses one that could not keep what a decision promises: that every conclusion
 * has an answer and a statement, that more readiness never harms, and that what binds agencies is asked.
 */
final class TableReader {
    private static final Set<String> DOCUMENTS = Set.of("high-level", "toolbox");

    private final JsonInput in;
    private final Map<String, Citation> citations = new HashMap<>();
    private final Set<String> duties = new LinkedHashSet<>();
    private final Set<String> ids = new HashSet<>();
    private List<Question> questions = List.of();

    private TableReader(JsonInput in, Catalogue catalogue) {
        this.in = in;
        for (GuidanceDocument document : catalogue.documents()) {
            for (Statement s : document.statements()) {
                citations.putIfAbsent(s.id(), new Citation(document.id(), s.id()));
                if (DOCUMENTS.contains(document.id()) && binds(s)) {
                    duties.add(s.id());
                }
            }
        }
    }

    private static boolean binds(Statement s) {
        return s.modality() == Modality.MUST
                && (s.provenance() == Provenance.DIA_CONFIRMED || s.provenance() == Provenance.NZ_CURRENT);
    }

    static DecisionTable read(String where, InputStream bytes, Catalogue catalogue) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        JsonInput in =
                JsonInput.of(where, new InputStreamReader(bytes, decoder)).strictKeys(true);
        DecisionTable table = new TableReader(in, catalogue).table();
        in.end();
        return table;
    }

    private DecisionTable table() throws IOException {
        var t = new Object() {
            String id = "";
            String version = "";
            List<DecisionTable.Gate> gates = List.of();
            List<DecisionTable.Gain> benefits = List.of();
            DecisionTable.Scale scale = new DecisionTable.Scale(List.of(), List.of(), List.of());
            List<DecisionTable.Threat> risks = List.of();
            DecisionTable.@Nullable Hours hours;
            DecisionTable.@Nullable End end;
            List<DecisionTable.Gap> unknown = List.of();
            List<DecisionTable.Tool> tools = List.of();
            DecisionTable.@Nullable Conduct conduct;
        };
        StrictObject.read(
                in,
                "a decision table",
                List.of(
                        "format",
                        "id",
                        "version",
                        "questions",
                        "gates",
                        "benefits",
                        "scale",
                        "risks",
                        "hours",
                        "end",
                        "unknown",
                        "tools",
                        "conduct"),
                List.of("$schema"),
                key -> {
                    if (!List.of("$schema", "format", "id", "version", "questions", "scale", "conduct")
                                    .contains(key)
                            && questions.isEmpty()) {
                        throw in.error("The questions come later than this.", "Put \"questions\" before it.");
                    }
                    switch (key) {
                        case "$schema" -> in.string();
                        case "format" -> StrictObject.format(in, "A decision table");
                        case "id" -> t.id = text(in);
                        case "version" -> t.version = text(in);
                        case "questions" -> questions = list(in, this::question);
                        case "gates" -> t.gates = gates();
                        case "benefits" -> t.benefits = list(in, this::gain);
                        case "scale" -> t.scale = scale();
                        case "risks" -> t.risks = list(in, this::threat);
                        case "hours" -> t.hours = hours();
                        case "end" -> t.end = end();
                        case "unknown" -> t.unknown = list(in, this::gap);
                        case "tools" -> t.tools = list(in, this::tool);
                        default -> t.conduct = conduct();
                    }
                });
        return new DecisionTable(
                t.id,
                t.version,
                questions,
                t.gates,
                t.benefits,
                t.scale,
                t.risks,
                requireNonNull(t.hours),
                requireNonNull(t.end),
                t.unknown,
                t.tools,
                requireNonNull(t.conduct));
    }

    private Question question() throws IOException {
        var q = new Object() {
            String id = "";
            String ask = "";
            String help = "";
            Kind kind = Kind.TEXT;
            Order order = Order.NONE;
            List<Question.Option> options = List.of();
            List<Citation> cites = List.of();
        };
        StrictObject.read(
                in, "a question", List.of("id", "ask", "kind", "cites"), List.of("help", "order", "options"), key -> {
                    switch (key) {
                        case "id" -> q.id = id();
                        case "ask" -> q.ask = text(in);
                        case "help" -> q.help = text(in);
                        case "kind" -> q.kind = oneOf(Kind.class);
                        case "order" -> q.order = oneOf(Order.class);
                        case "options" -> q.options = options();
                        default -> q.cites = cites();
                    }
                });
        boolean chooses = q.kind == Kind.CHOICE || q.kind == Kind.CHOICES;
        if (chooses != (q.options.size() >= 2)) {
            throw in.error(
                    "The question \"" + q.id + "\" has " + q.options.size() + " options.",
                    "A choice has two or more, other questions none.");
        }
        if (q.order != Order.NONE && q.kind != Kind.CHOICE && q.kind != Kind.NUMBER) {
            throw in.error("The question \"" + q.id + "\" cannot have an order.", "Only a choice or a number can.");
        }
        return new Question(q.id, q.ask, q.help, q.kind, q.order, q.options, q.cites);
    }

    private List<Question.Option> options() throws IOException {
        var seen = new HashSet<String>();
        return list(in, () -> {
            var o = new String[] {"", ""};
            StrictObject.read(in, "an option", List.of("value", "label"), List.of(), key -> {
                o[key.equals("value") ? 0 : 1] = text(in);
                if (key.equals("value") && !seen.add(o[0])) {
                    throw in.error("\"" + o[0] + "\" stands twice.", "Give each option a value of its own.");
                }
            });
            return new Question.Option(o[0], o[1]);
        });
    }

    // ---- stages

    private List<DecisionTable.Gate> gates() throws IOException {
        var asked = new HashSet<String>();
        List<DecisionTable.Gate> gates = list(in, () -> gate(asked));
        for (Stage stage : Stage.values()) {
            if (stage != Stage.NOT_YET
                    && gates.stream()
                            .noneMatch(g -> g.stage() == stage && g.when().isEmpty())) {
                throw in.error(
                        "Nothing opens the stage \"" + stage.id() + "\" in every case.",
                        "Add a gate for it without \"when\".");
            }
        }
        for (String duty : duties) {
            if (!asked.contains(duty)) {
                throw in.error(
                        "No gate asks about " + duty + ", which binds agencies.",
                        "Add a gate without \"when\" that cites it and asks a question of readiness.");
            }
        }
        return gates;
    }

    private DecisionTable.Gate gate(Set<String> asked) throws IOException {
        var g = new Object() {
            String id = "";
            Stage stage = Stage.NOT_YET;
            List<DecisionTable.Case> when = List.of();
            DecisionTable.@Nullable Need need;
            String text = "";
            List<Citation> cites = List.of();
        };
        StrictObject.read(
                in,
                "a gate",
                List.of("id", "stage", "text", "cites"),
                List.of("when", "ready", "enoughHours", "residualAtMost"),
                key -> {
                    if (List.of("ready", "enoughHours", "residualAtMost").contains(key) && g.need != null) {
                        throw in.error(
                                "The gate asks for two things.", "Give one of ready, enoughHours, residualAtMost.");
                    }
                    switch (key) {
                        case "id" -> g.id = id();
                        case "stage" -> g.stage = stage();
                        case "when" -> g.when = list(in, this::when);
                        case "text" -> g.text = text(in);
                        case "cites" -> g.cites = cites();
                        case "ready" -> g.need = new DecisionTable.Ready(atLeast(Order.READINESS));
                        case "enoughHours" -> {
                            if (!in.bool()) {
                                throw in.error("This has to be true.", "Take the key out where hours do not matter.");
                            }
                            g.need = new DecisionTable.EnoughHours();
                        }
                        default -> g.need = new DecisionTable.TolerableRisk(integer(in, 1, 25));
                    }
                });
        if (g.need == null) {
            throw in.error(
                    "The gate \"" + g.id + "\" asks for nothing.", "Give one of ready, enoughHours, residualAtMost.");
        }
        if (g.stage == Stage.NOT_YET) {
            throw in.error("\"not-yet\" needs no gate.", "Write passive, active or engaged.");
        }
        boolean duty = false;
        for (Citation cited : g.cites) {
            if (duties.contains(cited.statement())) {
                duty = true;
                if (g.when.isEmpty() && g.need instanceof DecisionTable.Ready) {
                    asked.add(cited.statement());
                }
            }
        }
        return new DecisionTable.Gate(g.id, g.stage, g.when, g.need, g.text, g.cites, duty);
    }

    private DecisionTable.Case when() throws IOException {
        var c = new Object() {
            @Nullable
            Question question;

            List<String> values = List.of();
        };
        StrictObject.read(in, "a case", List.of("question", "is"), List.of(), key -> {
            if (key.equals("question")) {
                c.question = known();
                boolean chooses = c.question.kind() == Kind.CHOICE || c.question.kind() == Kind.CHOICES;
                if (!chooses || c.question.order() != Order.NONE) {
                    throw in.error(
                            "\"" + c.question.id() + "\" cannot decide a case.",
                            "Use a question with options and without an order.");
                }
            } else {
                c.values = list(in, () -> option(c.question));
                if (c.values.isEmpty()) {
                    throw in.error("There is no value here.", "Write at least one.");
                }
            }
        });
        return new DecisionTable.Case(requireNonNull(c.question).id(), c.values);
    }

    private DecisionTable.AtLeast atLeast(Order order) throws IOException {
        var a = new Object() {
            @Nullable
            Question question;

            String value = "";
        };
        StrictObject.read(in, "\"at least\"", List.of("question", "atLeast"), List.of(), key -> {
            if (key.equals("question")) {
                a.question = known();
                if (a.question.order() != order) {
                    throw in.error(
                            "\"" + a.question.id() + "\" is not a question of "
                                    + order.name().toLowerCase(Locale.ROOT) + ".",
                            "Use a question with \"order\": \"" + order.name().toLowerCase(Locale.ROOT) + "\".");
                }
            } else if (a.question != null && a.question.kind() == Kind.NUMBER) {
                a.value = Integer.toString(integer(in, 1, 1_000_000));
            } else {
                a.value = option(a.question);
                if (requireNonNull(a.question).rank(List.of(a.value)) == 0) {
                    throw in.error("Every answer is at least \"" + a.value + "\".", "Choose a later option.");
                }
            }
        });
        return new DecisionTable.AtLeast(requireNonNull(a.question).id(), a.value);
    }

    // ---- benefits and risks

    private DecisionTable.Gain gain() throws IOException {
        var g = new Object() {
            String id = "";
            String text = "";
            List<DecisionTable.Case> when = List.of();
            List<Citation> cites = List.of();
        };
        StrictObject.read(in, "a benefit", List.of("id", "text", "when", "cites"), List.of(), key -> {
            switch (key) {
                case "id" -> g.id = id();
                case "text" -> g.text = text(in);
                case "when" -> {
                    g.when = list(in, this::when);
                    if (g.when.isEmpty()) {
                        throw in.error("No answer leads to this benefit.", "Add a case to \"when\".");
                    }
                }
                default -> g.cites = cites();
            }
        });
        return new DecisionTable.Gain(g.id, g.text, g.when, g.cites);
    }

    private DecisionTable.Scale scale() throws IOException {
        var s = new Object() {
            List<String> likelihood = List.of();
            List<String> consequence = List.of();
            List<DecisionTable.Level> levels = List.of();
        };
        StrictObject.read(in, "a scale", List.of("likelihood", "consequence", "levels"), List.of(), key -> {
            if (key.equals("levels")) {
                var from = new ArrayList<Integer>();
                s.levels = list(in, () -> {
                    var l = new Object() {
                        int from;
                        String name = "";
                    };
                    StrictObject.read(in, "a level", List.of("from", "name"), List.of(), k -> {
                        if (k.equals("from")) {
                            l.from = integer(in, 1, 25);
                        } else {
                            l.name = text(in);
                        }
                    });
                    if (from.isEmpty() ? l.from != 1 : l.from <= from.get(from.size() - 1)) {
                        throw in.error("Levels have to rise from 1.", "Start at 1, and let each begin higher.");
                    }
                    from.add(l.from);
                    return new DecisionTable.Level(l.from, l.name);
                });
                if (s.levels.isEmpty()) {
                    throw in.error("There is no level here.", "Write at least one, from 1.");
                }
            } else {
                List<String> names = list(in, () -> text(in));
                if (names.size() != 5) {
                    throw in.error("There are " + names.size() + " names.", "Give five, from the least.");
                }
                if (key.equals("likelihood")) {
                    s.likelihood = names;
                } else {
                    s.consequence = names;
                }
            }
        });
        return new DecisionTable.Scale(s.likelihood, s.consequence, s.levels);
    }

    private DecisionTable.Threat threat() throws IOException {
        var r = new Object() {
            String id = "";
            String text = "";
            int likelihood;
            int consequence;
            String owner = "";
            List<DecisionTable.Raise> raises = List.of();
            List<DecisionTable.Cure> treatments = List.of();
            List<Citation> cites = List.of();
        };
        StrictObject.read(
                in,
                "a risk",
                List.of("id", "text", "likelihood", "consequence", "owner", "treatments", "cites"),
                List.of("raises"),
                key -> {
                    switch (key) {
                        case "id" -> r.id = id();
                        case "text" -> r.text = text(in);
                        case "likelihood" -> r.likelihood = integer(in, 1, 5);
                        case "consequence" -> r.consequence = integer(in, 1, 5);
                        case "owner" -> r.owner = text(in);
                        case "raises" -> r.raises = list(in, this::raise);
                        case "treatments" -> {
                            r.treatments = list(in, this::cure);
                            if (r.treatments.isEmpty()) {
                                throw in.error("The risk has no treatment.", "Add one, with the question behind it.");
                            }
                        }
                        default -> r.cites = cites();
                    }
                });
        return new DecisionTable.Threat(
                r.id, r.text, r.likelihood, r.consequence, r.owner, r.raises, r.treatments, r.cites);
    }

    private DecisionTable.Raise raise() throws IOException {
        var r = new Object() {
            DecisionTable.@Nullable AtLeast least;
            int likelihood;
            int consequence;
        };
        StrictObject.read(in, "a raise", List.of("exposed"), List.of("likelihood", "consequence"), key -> {
            switch (key) {
                case "exposed" -> r.least = atLeast(Order.EXPOSURE);
                case "likelihood" -> r.likelihood = integer(in, 0, 4);
                default -> r.consequence = integer(in, 0, 4);
            }
        });
        return new DecisionTable.Raise(requireNonNull(r.least), r.likelihood, r.consequence);
    }

    private DecisionTable.Cure cure() throws IOException {
        var c = new Object() {
            DecisionTable.@Nullable AtLeast least;
            String text = "";
            int likelihood;
            int consequence;
            List<Citation> cites = List.of();
        };
        StrictObject.read(
                in, "a treatment", List.of("ready", "text", "cites"), List.of("likelihood", "consequence"), key -> {
                    switch (key) {
                        case "ready" -> c.least = atLeast(Order.READINESS);
                        case "text" -> c.text = text(in);
                        case "likelihood" -> c.likelihood = integer(in, 0, 4);
                        case "consequence" -> c.consequence = integer(in, 0, 4);
                        default -> c.cites = cites();
                    }
                });
        return new DecisionTable.Cure(requireNonNull(c.least), c.text, c.likelihood, c.consequence, c.cites);
    }

    // ---- hours and end

    private DecisionTable.Hours hours() throws IOException {
        var h = new Object() {
            String available = "";
            String contributions = "";
            String watched = "";
            String target = "";
            String posts = "";
            Map<Stage, Integer> listening = Map.of();
            Map<Stage, Integer> replied = Map.of();
            int read;
            int reply;
            int post;
            int inTime;
            List<Citation> cites = List.of();
        };
        StrictObject.read(
                in,
                "the hours",
                List.of(
                        "available",
                        "contributions",
                        "watched",
                        "replyTarget",
                        "posts",
                        "listeningHours",
                        "repliedPercent",
                        "minutesToRead",
                        "minutesToReply",
                        "minutesToPost",
                        "inTimePercent",
                        "cites"),
                List.of(),
                key -> {
                    switch (key) {
                        case "available" -> h.available = number(Order.READINESS);
                        case "contributions" -> h.contributions = number(Order.EXPOSURE);
                        case "watched" -> h.watched = number(Order.NONE);
                        case "replyTarget" -> h.target = number(Order.NONE);
                        case "posts" -> h.posts = number(Order.NONE);
                        case "listeningHours" ->
                            h.listening =
                                    byStage(168, List.of(Stage.PASSIVE.id(), Stage.ACTIVE.id(), Stage.ENGAGED.id()));
                        case "repliedPercent" ->
                            h.replied = byStage(100, List.of(Stage.ACTIVE.id(), Stage.ENGAGED.id()));
                        case "minutesToRead" -> h.read = integer(in, 0, 600);
                        case "minutesToReply" -> h.reply = integer(in, 1, 600);
                        case "minutesToPost" -> h.post = integer(in, 0, 600);
                        case "inTimePercent" -> h.inTime = integer(in, 1, 99);
                        default -> h.cites = cites();
                    }
                });
        return new DecisionTable.Hours(
                h.available,
                h.contributions,
                h.watched,
                h.target,
                h.posts,
                h.listening,
                h.replied,
                h.read,
                h.reply,
                h.post,
                h.inTime,
                h.cites);
    }

    private String number(Order order) throws IOException {
        Question question = known();
        if (question.kind() != Kind.NUMBER || question.order() != order) {
            throw in.error(
                    "\"" + question.id() + "\" does not fit here.",
                    "Use a question of kind \"number\" with the order \""
                            + order.name().toLowerCase(Locale.ROOT) + "\".");
        }
        return question.id();
    }

    private Map<Stage, Integer> byStage(int most, List<String> stages) throws IOException {
        var map = new EnumMap<Stage, Integer>(Stage.class);
        StrictObject.read(
                in,
                "the table of stages",
                stages,
                List.of(),
                key -> map.put(Stage.valueOf(key.toUpperCase(Locale.ROOT)), integer(in, 0, most)));
        return map;
    }

    private DecisionTable.End end() throws IOException {
        var e = new Object() {
            String question = "";
            String start = "";
            int months;
            List<Citation> cites = List.of();
        };
        StrictObject.read(in, "the end", List.of("question", "start", "months", "cites"), List.of(), key -> {
            switch (key) {
                case "question" -> e.question = day();
                case "start" -> e.start = day();
                case "months" -> e.months = integer(in, 1, 60);
                default -> e.cites = cites();
            }
        });
        return new DecisionTable.End(e.question, e.start, e.months, e.cites);
    }

    private String day() throws IOException {
        Question question = known();
        if (question.kind() != Kind.DATE) {
            throw in.error("\"" + question.id() + "\" does not fit here.", "Use a question of kind \"date\".");
        }
        return question.id();
    }

    private DecisionTable.Gap gap() throws IOException {
        var g = new Object() {
            String id = "";
            String text = "";
            String question = "";
            List<Citation> cites = List.of();
        };
        StrictObject.read(in, "a gap", List.of("id", "text", "question", "cites"), List.of(), key -> {
            switch (key) {
                case "id" -> g.id = id();
                case "text" -> g.text = text(in);
                case "question" -> g.question = known().id();
                default -> g.cites = cites();
            }
        });
        return new DecisionTable.Gap(g.id, g.text, g.question, g.cites);
    }

    // ---- tools and conduct

    private DecisionTable.Tool tool() throws IOException {
        var t = new Object() {
            String id = "";
            String title = "";
            List<Citation> strengths = List.of();
            List<Citation> weaknesses = List.of();
            List<DecisionTable.Fit> fits = List.of();
        };
        StrictObject.read(in, "a tool", List.of("id", "title", "strengths", "weaknesses", "fits"), List.of(), key -> {
            switch (key) {
                case "id" -> t.id = id();
                case "title" -> t.title = text(in);
                case "strengths" -> t.strengths = cites();
                case "weaknesses" -> t.weaknesses = cites();
                default -> t.fits = list(in, this::fit);
            }
        });
        return new DecisionTable.Tool(t.id, t.title, t.strengths, t.weaknesses, t.fits);
    }

    private DecisionTable.Fit fit() throws IOException {
        var f = new Object() {
            DecisionTable.@Nullable Case when;
            int points;
            String text = "";
            List<Citation> cites = List.of();
        };
        StrictObject.read(in, "a fit", List.of("when", "points", "text", "cites"), List.of(), key -> {
            switch (key) {
                case "when" -> f.when = when();
                case "points" -> f.points = integer(in, -5, 5);
                case "text" -> f.text = text(in);
                default -> f.cites = cites();
            }
        });
        return new DecisionTable.Fit(requireNonNull(f.when), f.points, f.text, f.cites);
    }

    private DecisionTable.Conduct conduct() throws IOException {
        var c = new Object() {
            List<Question.Option> roles = List.of();
            List<Question.Option> situations = List.of();
            List<DecisionTable.Cell> cells = List.of();
        };
        StrictObject.read(in, "conduct", List.of("roles", "situations", "cells"), List.of(), key -> {
            switch (key) {
                case "roles" -> c.roles = options();
                case "situations" -> c.situations = options();
                default -> c.cells = list(in, this::cell);
            }
        });
        for (Question.Option role : c.roles) {
            for (Question.Option situation : c.situations) {
                long cells = c.cells.stream()
                        .filter(cell -> cell.role().equals(role.value())
                                && cell.situation().equals(situation.value()))
                        .count();
                if (cells != 1) {
                    throw in.error(
                            "There are " + cells + " cells for the role \"" + role.value() + "\" and the situation \""
                                    + situation.value() + "\".",
                            "Write one for each role and situation.");
                }
            }
        }
        return new DecisionTable.Conduct(c.roles, c.situations, c.cells);
    }

    private DecisionTable.Cell cell() throws IOException {
        var c = new Object() {
            String role = "";
            String situation = "";
            String answer = "";
            String text = "";
            List<Citation> cites = List.of();
        };
        StrictObject.read(in, "a cell", List.of("role", "situation", "answer", "text", "cites"), List.of(), key -> {
            switch (key) {
                case "role" -> c.role = text(in);
                case "situation" -> c.situation = text(in);
                case "answer" -> c.answer = text(in);
                case "text" -> c.text = text(in);
                default -> c.cites = cites();
            }
        });
        return new DecisionTable.Cell(c.role, c.situation, c.answer, c.text, c.cites);
    }

    // ---- parts

    private Question known() throws IOException {
        String id = in.string();
        for (Question question : questions) {
            if (question.id().equals(id)) {
                return question;
            }
        }
        throw in.error("There is no question \"" + id + "\".", "Write the id of one of the questions above.");
    }

    private String option(@Nullable Question question) throws IOException {
        if (question == null) {
            throw in.error("The question has to come first.", "Put \"question\" before it.");
        }
        String value = in.string();
        if (question.kind() == Kind.NUMBER || question.fault(List.of(value)).isPresent()) {
            throw in.error("\"" + value + "\" is not an option of \"" + question.id() + "\".", question.expected());
        }
        return value;
    }

    private List<Citation> cites() throws IOException {
        List<Citation> cites = list(in, () -> {
            String id = in.string();
            Citation citation = citations.get(id);
            if (citation == null) {
                throw in.error(
                        "No statement has the id \"" + id + "\".",
                        "\"govsocial guidance search\" finds statements; load the pack that holds it.");
            }
            return citation;
        });
        if (cites.isEmpty()) {
            throw in.error("There is no statement here.", "Write the id of at least one.");
        }
        return cites;
    }

    private String id() throws IOException {
        String id = text(in);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw in.error("\"" + id + "\" cannot be an id.", "Use lower-case letters, digits and single hyphens.");
        }
        if (!ids.add(id)) {
            throw in.error("The id \"" + id + "\" stands twice.", "Give each thing an id of its own.");
        }
        return id;
    }

    private Stage stage() throws IOException {
        String id = in.string();
        for (Stage stage : Stage.values()) {
            if (stage.id().equals(id)) {
                return stage;
            }
        }
        throw in.error("\"" + id + "\" is not a stage.", "Write passive, active or engaged.");
    }

    private <E extends Enum<E>> E oneOf(Class<E> type) throws IOException {
        String written = in.string();
        var names = new ArrayList<String>();
        for (E value : type.getEnumConstants()) {
            String name = value.name().toLowerCase(Locale.ROOT);
            if (name.equals(written)) {
                return value;
            }
            names.add(name);
        }
        throw in.error("\"" + written + "\" is not one of the values here.", "Write " + String.join(", ", names) + ".");
    }
}
