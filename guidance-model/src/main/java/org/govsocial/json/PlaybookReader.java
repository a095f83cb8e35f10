package org.govsocial.json;

import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.model.Citation;
import org.govsocial.model.Drill;
import org.govsocial.model.Matrix;
import org.govsocial.model.Playbook;
import org.govsocial.model.Provenance;
import org.govsocial.model.Triage;
import org.jspecify.annotations.Nullable;

/** Reads what a pack says about mishaps: the questions, the matrix, the playbooks and the drills. */
final class PlaybookReader {
    private static final Citation NONE = new Citation("", "");

    private final PackReader pack;
    private final JsonInput in;

    PlaybookReader(PackReader pack, JsonInput in) {
        this.pack = pack;
        this.in = in;
    }

    // ---- triage

    Triage triage() throws IOException {
        var t = new Object() {
            List<Triage.Type> types = List.of();
            List<Triage.Question> questions = List.of();
        };
        pack.members("a triage", List.of("types", "questions"), List.of(), key -> {
            if (key.equals("types")) {
                t.types = pack.list(this::type);
            } else {
                var ids = new HashSet<String>();
                t.questions = pack.list(() -> question(ids));
            }
        });
        return new Triage(t.types, t.questions);
    }

    private Triage.Type type() throws IOException {
        var t = new Object() {
            String id = "";
            String title = "";
            Citation cites = NONE;
        };
        pack.members("a type of mishap", List.of("id", "title", "cites"), List.of(), key -> {
            switch (key) {
                case "id" -> t.id = pack.kebab("a type's id");
                case "title" -> t.title = pack.text();
                default -> t.cites = pack.citation();
            }
        });
        return new Triage.Type(t.id, t.title, t.cites);
    }

    private Triage.Question question(Set<String> ids) throws IOException {
        var q = new Object() {
            String id = "";
            String ask = "";
            boolean several;
            boolean scale;
            List<Triage.Answer> answers = List.of();
        };
        pack.members("a question", List.of("id", "ask", "answers"), List.of("several", "scale"), key -> {
            switch (key) {
                case "id" -> q.id = unique(pack.kebab("a question's id"), ids);
                case "ask" -> q.ask = pack.text();
                case "several" -> q.several = in.bool();
                case "scale" -> q.scale = in.bool();
                default -> {
                    var answers = new HashSet<String>();
                    q.answers = pack.list(() -> answer(answers));
                }
            }
        });
        return new Triage.Question(q.id, q.ask, q.several, q.scale, q.answers);
    }

    private Triage.Answer answer(Set<String> ids) throws IOException {
        var a = new Object() {
            String id = "";
            String text = "";
            final Map<String, Triage.Sureness> types = new LinkedHashMap<>();
            final Map<String, Integer> impacts = new LinkedHashMap<>();
            List<String> branches = List.of();
        };
        pack.members("an answer", List.of("id", "text"), List.of("types", "impacts", "branches"), key -> {
            switch (key) {
                case "id" -> a.id = unique(pack.kebab("an answer's id"), ids);
                case "text" -> a.text = pack.text();
                case "types" -> {
                    in.beginObject();
                    while (in.hasNext()) {
                        a.types.put(in.name(), pack.oneOf(Triage.Sureness.class));
                    }
                    in.endObject();
                }
                case "impacts" -> {
                    in.beginObject();
                    while (in.hasNext()) {
                        a.impacts.put(in.name(), level());
                    }
                    in.endObject();
                }
                default -> a.branches = pack.words();
            }
        });
        return new Triage.Answer(a.id, a.text, a.types, a.impacts, a.branches);
    }

    private int level() throws IOException {
        int level = in.integer();
        if (level < 1 || level > Matrix.LEVELS) {
            throw in.error(level + " is no level of impact.", "Write 1 for low, 2 for medium or 3 for high.");
        }
        return level;
    }

    private String unique(String id, Set<String> ids) throws IOException {
        if (!ids.add(id)) {
            throw in.error("\"" + id + "\" stands here twice.", "Give each its own id.");
        }
        return id;
    }

    // ---- matrix

    Matrix matrix() throws IOException {
        var m = new Object() {
            Provenance provenance = Provenance.PROJECT;
            Citation cites = NONE;
            List<Matrix.Impact> impacts = List.of();
            List<Matrix.Extent> extents = List.of();
            List<Matrix.Response> responses = List.of();
            List<Matrix.Cell> cells = List.of();
            List<Matrix.Branch> branches = List.of();
        };
        String at = pack.members(
                "a matrix",
                List.of("provenance", "cites", "impacts", "extents", "responses", "cells", "branches"),
                List.of(),
                key -> {
                    switch (key) {
                        case "provenance" -> m.provenance = pack.oneOf(Provenance.class);
                        case "cites" -> m.cites = pack.citation();
                        case "impacts" -> m.impacts = pack.list(this::impact);
                        case "extents" -> m.extents = pack.list(this::extent);
                        case "responses" -> m.responses = pack.list(this::response);
                        case "cells" -> m.cells = pack.list(this::cell);
                        default -> m.branches = pack.list(this::branch);
                    }
                });
        var matrix = new Matrix(m.provenance, m.cites, m.impacts, m.extents, m.responses, m.cells, m.branches);
        fits(at, matrix);
        return matrix;
    }

    private Matrix.Impact impact() throws IOException {
        var i = new Object() {
            String id = "";
            String title = "";
        };
        pack.members("an impact", List.of("id", "title"), List.of(), key -> {
            if (key.equals("id")) {
                i.id = pack.kebab("an impact's id");
            } else {
                i.title = pack.text();
            }
        });
        return new Matrix.Impact(i.id, i.title);
    }

    private Matrix.Response response() throws IOException {
        Matrix.Impact both = impact();
        return new Matrix.Response(both.id(), both.title());
    }

    private Matrix.Extent extent() throws IOException {
        var e = new Object() {
            String id = "";
            String title = "";
            String lead = "";
            Duration firstResponse = Duration.ZERO;
        };
        pack.members("an extent", List.of("id", "title", "lead", "firstResponse"), List.of(), key -> {
            switch (key) {
                case "id" -> e.id = pack.kebab("an extent's id");
                case "title" -> e.title = pack.text();
                case "lead" -> e.lead = pack.text();
                default -> e.firstResponse = duration();
            }
        });
        return new Matrix.Extent(e.id, e.title, e.lead, e.firstResponse);
    }

    private Matrix.Cell cell() throws IOException {
        var c = new Object() {
            String type = "";
            String impact = "";
            String response = "";
            List<String> extents = List.of();
        };
        pack.members("a cell", List.of("type", "impact", "response", "extents"), List.of(), key -> {
            switch (key) {
                case "type" -> c.type = pack.kebab("a type's id");
                case "impact" -> c.impact = pack.kebab("an impact's id");
                case "response" -> c.response = pack.kebab("a response's id");
                default -> {
                    c.extents = pack.words();
                    if (c.extents.size() != Matrix.LEVELS) {
                        throw in.error(
                                "A cell has " + Matrix.LEVELS + " extents, not " + c.extents.size() + ".",
                                "Give one each for low, medium and high.");
                    }
                }
            }
        });
        return new Matrix.Cell(c.type, c.impact, c.response, c.extents);
    }

    private Matrix.Branch branch() throws IOException {
        var b = new Object() {
            String id = "";
            String title = "";
            String least = "";
            Citation cites = NONE;
        };
        pack.members("a branch", List.of("id", "title", "least", "cites"), List.of(), key -> {
            switch (key) {
                case "id" -> b.id = pack.kebab("a branch's id");
                case "title" -> b.title = pack.text();
                case "least" -> b.least = pack.text();
                default -> b.cites = pack.citation();
            }
        });
        return new Matrix.Branch(b.id, b.title, b.least, b.cites);
    }

    /** What no single part can see: names that must be known, and more severe facts that must not mean less. */
    private void fits(String at, Matrix m) throws IOException {
        List<String> impacts = m.impacts().stream().map(Matrix.Impact::id).toList();
        List<String> extents = m.extents().stream().map(Matrix.Extent::id).toList();
        List<String> responses = m.responses().stream().map(Matrix.Response::id).toList();
        var seen = new HashSet<String>();
        for (int i = 0; i < m.cells().size(); i++) {
            Matrix.Cell cell = m.cells().get(i);
            String here = at + "/cells/" + i;
            known(here + "/impact", cell.impact(), impacts);
            known(here + "/response", cell.response(), responses);
            int before = -1;
            for (String extent : cell.extents()) {
                known(here + "/extents", extent, extents);
                int now = extents.indexOf(extent);
                if (now < before) {
                    throw in.errorAt(
                            here + "/extents",
                            "The response falls where the impact rises.",
                            "Give the extents from low to high impact, none less than the one before.");
                }
                before = now;
            }
            if (!seen.add(cell.type() + " " + cell.impact())) {
                throw in.errorAt(here, "There is a cell for this type and impact already.", "Take one out.");
            }
        }
        for (int i = 0; i < m.branches().size(); i++) {
            known(at + "/branches/" + i + "/least", m.branches().get(i).least(), extents);
        }
        for (int i = 1; i < m.extents().size(); i++) {
            if (m.extents()
                            .get(i)
                            .firstResponse()
                            .compareTo(m.extents().get(i - 1).firstResponse())
                    > 0) {
                throw in.errorAt(
                        at + "/extents/" + i + "/firstResponse",
                        "A response that goes further may take longer.",
                        "Give it no more time than the extent before.");
            }
        }
    }

    private void known(String at, String id, List<String> ids) throws IOException {
        if (!ids.contains(id)) {
            throw in.errorAt(
                    at,
                    "\"" + id + "\" is not described in this matrix.",
                    "Known here: " + String.join(", ", ids) + ".");
        }
    }

    // ---- playbooks

    List<Playbook> playbooks() throws IOException {
        var steps = new HashSet<String>();
        return pack.list(() -> playbook(steps));
    }

    private Playbook playbook(Set<String> steps) throws IOException {
        var p = new Object() {
            String id = "";
            String title = "";
            List<String> when = List.of();
            List<Playbook.Step> steps = List.of();
        };
        pack.members("a playbook", List.of("id", "title", "when", "steps"), List.of(), key -> {
            switch (key) {
                case "id" -> p.id = pack.kebab("a playbook's id");
                case "title" -> p.title = pack.text();
                case "when" -> p.when = pack.words();
                default -> p.steps = pack.list(() -> step(steps));
            }
        });
        return new Playbook(p.id, p.title, p.when, p.steps);
    }

    private Playbook.Step step(Set<String> ids) throws IOException {
        var s = new Object() {
            String id = "";
            Playbook.Phase phase = Playbook.Phase.DURING;
            String title = "";
            String words = "";
            String owner = "";

            @Nullable
            Duration within;

            List<String> after = List.of();
            List<String> instead = List.of();
            String evidence = "";
            Citation cites = NONE;
        };
        pack.members(
                "a step",
                List.of("id", "phase", "title", "owner", "cites"),
                List.of("words", "within", "after", "instead", "evidence"),
                key -> {
                    switch (key) {
                        case "id" -> s.id = unique(pack.kebab("a step's id"), ids);
                        case "phase" -> s.phase = pack.oneOf(Playbook.Phase.class);
                        case "title" -> s.title = pack.text();
                        case "words" -> s.words = pack.text();
                        case "owner" -> s.owner = pack.kebab("a role");
                        case "within" -> s.within = duration();
                        case "after" -> s.after = pack.words();
                        case "instead" -> s.instead = pack.words();
                        case "evidence" -> s.evidence = pack.text();
                        default -> s.cites = pack.citation();
                    }
                });
        return new Playbook.Step(
                s.id, s.phase, s.title, s.words, s.owner, s.within, s.after, s.instead, s.evidence, s.cites);
    }

    // ---- drills

    List<Drill> drills() throws IOException {
        var ids = new HashSet<String>();
        return pack.list(() -> drill(ids));
    }

    private Drill drill(Set<String> ids) throws IOException {
        var d = new Object() {
            String id = "";
            String title = "";
            Citation event = NONE;
            String situation = "";
            final Map<String, List<String>> facts = new LinkedHashMap<>();
            List<Drill.Inject> injects = List.of();
        };
        String at = pack.members(
                "a drill", List.of("id", "title", "event", "situation", "facts", "injects"), List.of(), key -> {
                    switch (key) {
                        case "id" -> d.id = unique(pack.kebab("a drill's id"), ids);
                        case "title" -> d.title = pack.text();
                        case "event" -> d.event = pack.citation();
                        case "situation" -> d.situation = pack.text();
                        case "facts" -> {
                            in.beginObject();
                            while (in.hasNext()) {
                                d.facts.put(in.name(), pack.words());
                            }
                            in.endObject();
                        }
                        default -> {
                            var injects = new HashSet<String>();
                            d.injects = pack.list(() -> inject(injects));
                        }
                    }
                });
        for (int i = 1; i < d.injects.size(); i++) {
            if (d.injects.get(i).after().compareTo(d.injects.get(i - 1).after()) < 0) {
                throw in.errorAt(
                        at + "/injects/" + i + "/after",
                        "This inject comes before the one that stands above it.",
                        "Give the injects in the order of their times.");
            }
        }
        return new Drill(d.id, d.title, d.event, d.situation, d.facts, d.injects);
    }

    private Drill.Inject inject(Set<String> ids) throws IOException {
        var i = new Object() {
            String id = "";
            Duration after = Duration.ZERO;
            String from = "";
            String text = "";

            @Nullable
            Duration within;

            String good = "";
            Citation cites = NONE;
        };
        pack.members("an inject", List.of("id", "after", "from", "text", "good", "cites"), List.of("within"), key -> {
            switch (key) {
                case "id" -> i.id = unique(pack.kebab("an inject's id"), ids);
                case "after" -> i.after = duration();
                case "from" -> i.from = pack.text();
                case "text" -> i.text = pack.text();
                case "within" -> i.within = duration();
                case "good" -> i.good = pack.text();
                default -> i.cites = pack.citation();
            }
        });
        return new Drill.Inject(i.id, i.after, i.from, i.text, i.within, i.good, i.cites);
    }

    private Duration duration() throws IOException {
        String written = pack.text();
        try {
            Duration duration = Duration.parse(written);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw in.error("\"" + written + "\" is not a length of time.", "Write PT15M, PT4H or P2D.");
        }
        throw in.error("\"" + written + "\" is a time before now.", "Write PT15M, PT4H or P2D.");
    }
}
