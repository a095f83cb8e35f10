package org.govsocial.planning.decision;

import static org.govsocial.json.StrictObject.list;
import static org.govsocial.json.StrictObject.text;
import static org.govsocial.json.StrictObject.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.StrictObject;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** What speaks for and against one channel, as data. */
record ChannelTable(
        String id,
        String version,
        List<Topic> topics,
        List<Platform> platforms,
        List<Reason> reasons,
        List<Option> options) {
    /** What binds whoever uses a platform. */
    record Topic(String id, String title, String ask, String silent, List<String> cites) {}

    record Platform(String id, String title, String tool, Map<String, List<String>> facts) {}

    /** How a reason weighs. */
    enum Weight {
        BLOCKS,
        INSTEAD,
        CONDITION,
        SUPPORTS,
        KEEPS
    }

    record Reason(String id, boolean closing, Weight weight, List<Case> when, String text, List<Citation> cites) {}

    /** Holds for some answers. */
    sealed interface Case permits StageBelow, StageAtLeast, Audience, Below, AtLeast, Answered {}

    record StageBelow(Stage stage) implements Case {}

    record StageAtLeast(Stage stage) implements Case {}

    /** Where people talk: "there", "elsewhere" or "unknown". */
    record Audience(String where) implements Case {}

    record Below(Question question, String value) implements Case {}

    record AtLeast(Question question, String value) implements Case {}

    record Answered(Question question, boolean given) implements Case {}

    record Option(
            String id,
            boolean opening,
            boolean closing,
            String title,
            String text,
            Stage stage,
            List<String> parts,
            List<Citation> cites) {}

    Optional<Platform> platform(String name) {
        return platforms.stream().filter(p -> p.id().equals(name)).findFirst();
    }

    /** Reads a table strictly. */
    static ChannelTable read(String where, InputStream bytes, List<Question> questions, Catalogue catalogue)
            throws IOException {
        JsonInput in = StrictObject.open(where, bytes);
        ChannelTable table = new Reader(in, questions, catalogue).table();
        in.end();
        return table;
    }

    private static final class Reader {
        private final JsonInput in;
        private final List<Question> questions;
        private final Map<String, Citation> citations = new HashMap<>();

        Reader(JsonInput in, List<Question> questions, Catalogue catalogue) {
            this.in = in;
            this.questions = questions;
            for (GuidanceDocument document : catalogue.documents()) {
                for (Statement s : document.statements()) {
                    citations.putIfAbsent(s.id(), new Citation(document.id(), s.id()));
                }
            }
        }

        ChannelTable table() throws IOException {
            var t = new Object() {
                String id = "";
                String version = "";
                List<Topic> topics = List.of();
                List<Platform> platforms = List.of();
                List<Reason> reasons = List.of();
                List<Option> options = List.of();
            };
            StrictObject.read(
                    in,
                    "a table of channels",
                    List.of("format", "id", "version", "topics", "platforms", "reasons", "options"),
                    List.of("$schema"),
                    key -> {
                        switch (key) {
                            case "$schema" -> in.string();
                            case "format" -> StrictObject.format(in, "A table of channels");
                            case "id" -> t.id = text(in);
                            case "version" -> t.version = text(in);
                            case "topics" -> t.topics = list(in, this::topic);
                            case "platforms" -> t.platforms = list(in, this::platform);
                            case "reasons" -> t.reasons = list(in, this::reason);
                            default -> t.options = list(in, this::option);
                        }
                    });
            return new ChannelTable(t.id, t.version, t.topics, t.platforms, t.reasons, t.options);
        }

        private Topic topic() throws IOException {
            var t = new Object() {
                String id = "";
                String title = "";
                String ask = "";
                String silent = "";
                List<String> cites = List.of();
            };
            StrictObject.read(in, "a topic", List.of("id", "title", "ask", "silent", "cites"), List.of(), key -> {
                switch (key) {
                    case "id" -> t.id = text(in);
                    case "title" -> t.title = text(in);
                    case "ask" -> t.ask = text(in);
                    case "silent" -> t.silent = text(in);
                    default -> t.cites = StrictObject.texts(in);
                }
            });
            return new Topic(t.id, t.title, t.ask, t.silent, t.cites);
        }

        /** Facts may cite documents that are not installed: then there is no fact. */
        private Platform platform() throws IOException {
            var p = new Object() {
                String id = "";
                String title = "";
                String tool = "";
                final Map<String, List<String>> facts = new HashMap<>();
            };
            StrictObject.read(in, "a platform", List.of("id", "title", "tool"), List.of("facts"), key -> {
                switch (key) {
                    case "id" -> p.id = text(in);
                    case "title" -> p.title = text(in);
                    case "tool" -> p.tool = text(in);
                    default ->
                        list(in, () -> {
                            var f = new Object() {
                                String topic = "";
                                List<String> cites = List.of();
                            };
                            StrictObject.read(in, "a fact", List.of("topic", "cites"), List.of(), k -> {
                                if (k.equals("topic")) {
                                    f.topic = text(in);
                                } else {
                                    f.cites = StrictObject.texts(in);
                                }
                            });
                            p.facts.put(f.topic, f.cites);
                            return f.topic;
                        });
                }
            });
            return new Platform(p.id, p.title, p.tool, Map.copyOf(p.facts));
        }

        private Reason reason() throws IOException {
            var r = new Object() {
                String id = "";
                boolean closing;
                Weight weight = Weight.SUPPORTS;
                List<Case> when = List.of();
                String text = "";
                List<Citation> cites = List.of();
            };
            StrictObject.read(
                    in, "a reason", List.of("id", "for", "weight", "when", "text", "cites"), List.of(), key -> {
                        switch (key) {
                            case "id" -> r.id = text(in);
                            case "for" ->
                                r.closing = word(in, List.of("open", "close")).equals("close");
                            case "weight" ->
                                r.weight = Weight.valueOf(
                                        word(in, List.of("blocks", "instead", "condition", "supports", "keeps"))
                                                .toUpperCase(java.util.Locale.ROOT));
                            case "when" -> r.when = list(in, this::when);
                            case "text" -> r.text = text(in);
                            default -> r.cites = cites();
                        }
                    });
            if (r.when.isEmpty()) {
                throw in.error("No answer leads to this reason.", "Add a case to \"when\".");
            }
            return new Reason(r.id, r.closing, r.weight, r.when, r.text, r.cites);
        }

        private Case when() throws IOException {
            var cases = new ArrayList<Case>();
            var asked = new ArrayList<Question>();
            StrictObject.read(
                    in,
                    "a case",
                    List.of(),
                    List.of("stageBelow", "stageAtLeast", "audience", "question", "below", "atLeast", "answered"),
                    key -> {
                        switch (key) {
                            case "stageBelow" -> cases.add(new StageBelow(stage()));
                            case "stageAtLeast" -> cases.add(new StageAtLeast(stage()));
                            case "audience" ->
                                cases.add(new Audience(word(in, List.of("there", "elsewhere", "unknown"))));
                            case "question" -> asked.add(question());
                            case "below" -> cases.add(new Below(first(asked), value(first(asked))));
                            case "atLeast" -> cases.add(new AtLeast(first(asked), value(first(asked))));
                            default -> cases.add(new Answered(first(asked), in.bool()));
                        }
                    });
            if (cases.size() != 1) {
                throw in.error("A case asks for one thing, not " + cases.size() + ".", "Split it into several.");
            }
            return cases.get(0);
        }

        private Question question() throws IOException {
            String id = text(in);
            for (Question question : questions) {
                if (question.id().equals(id)) {
                    return question;
                }
            }
            throw in.error("There is no question \"" + id + "\".", "Write the id of a question of the decision table.");
        }

        private Question first(List<Question> asked) throws IOException {
            if (asked.isEmpty()) {
                throw in.error("The question has to come first.", "Put \"question\" before it.");
            }
            return asked.get(0);
        }

        private String value(Question question) throws IOException {
            String value = question.kind() == Question.Kind.NUMBER ? Long.toString(in.longValue()) : text(in);
            if (question.order() == Question.Order.NONE
                    || question.fault(List.of(value)).isPresent()) {
                throw in.error(
                        "\"" + value + "\" cannot be compared on \"" + question.id() + "\".",
                        "Use a question with an order, and one of its values.");
            }
            return value;
        }

        private Stage stage() throws IOException {
            String id = word(in, List.of("passive", "active", "engaged"));
            return Stage.valueOf(id.toUpperCase(java.util.Locale.ROOT));
        }

        private Option option() throws IOException {
            var o = new Object() {
                String id = "";
                String purpose = "both";
                String title = "";
                String text = "";
                Stage stage = Stage.PASSIVE;
                List<String> parts = List.of();
                List<Citation> cites = List.of();
            };
            StrictObject.read(
                    in,
                    "an option",
                    List.of("id", "for", "title", "text", "stage", "parts", "cites"),
                    List.of(),
                    key -> {
                        switch (key) {
                            case "id" -> o.id = text(in);
                            case "for" -> o.purpose = word(in, List.of("open", "close", "both"));
                            case "title" -> o.title = text(in);
                            case "text" -> o.text = text(in);
                            case "stage" -> o.stage = stage();
                            case "parts" ->
                                o.parts = list(
                                        in, () -> word(in, List.of("listening", "posting", "reading", "replying")));
                            default -> o.cites = cites();
                        }
                    });
            return new Option(
                    o.id,
                    !o.purpose.equals("close"),
                    !o.purpose.equals("open"),
                    o.title,
                    o.text,
                    o.stage,
                    o.parts,
                    o.cites);
        }

        private List<Citation> cites() throws IOException {
            List<Citation> cites = list(in, () -> {
                String id = text(in);
                Citation citation = citations.get(id);
                if (citation == null) {
                    throw noStatement(id);
                }
                return citation;
            });
            if (cites.isEmpty()) {
                throw in.error("There is no statement here.", "Write the id of at least one.");
            }
            return cites;
        }

        private JsonException noStatement(String id) {
            return in.error(
                    "No statement has the id \"" + id + "\".",
                    "\"govsocial guidance search\" finds statements; load the pack that holds it.");
        }
    }
}
