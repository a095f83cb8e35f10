package org.govsocial.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.govsocial.model.Citation;
import org.govsocial.model.Template;

/** Reads what a pack says about documents to make. */
final class TemplateReader {
    /** What each kind of part needs, and what it may have beside {@code when}. */
    private static final Map<String, List<List<String>>> KINDS = kinds();

    private final PackReader pack;
    private final JsonInput in;

    TemplateReader(PackReader pack, JsonInput in) {
        this.pack = pack;
        this.in = in;
    }

    private static Map<String, List<List<String>>> kinds() {
        var kinds = new LinkedHashMap<String, List<List<String>>>();
        kinds.put("heading", List.of(List.of("text"), List.of("level")));
        kinds.put("paragraph", List.of(List.of("text"), List.of("cites")));
        kinds.put("bullets", List.of(List.of("items"), List.of("each", "none")));
        kinds.put("steps", List.of(List.of("items"), List.of("each", "none")));
        kinds.put("table", List.of(List.of("caption", "columns", "rows"), List.of("each", "none")));
        kinds.put("quotation", List.of(List.of("text"), List.of("cites")));
        kinds.put("sign-off", List.of(List.of("caption", "signatories"), List.of()));
        kinds.put("chart", List.of(List.of("figure"), List.of()));
        return kinds;
    }

    Template template() throws IOException {
        var t = new Object() {
            String id = "";
            String title = "";
            String purpose = "";
            List<Template.Part> parts = List.of();
            boolean shortNotes;
        };
        pack.members("a template", List.of("id", "title", "purpose", "parts"), List.of("shortNotes"), key -> {
            switch (key) {
                case "id" -> t.id = pack.kebab("a template's id");
                case "title" -> t.title = pack.text();
                case "purpose" -> t.purpose = pack.text();
                case "shortNotes" -> t.shortNotes = in.bool();
                default -> t.parts = pack.list(this::part);
            }
        });
        return new Template(t.id, t.title, t.purpose, t.parts, t.shortNotes);
    }

    private Template.Part part() throws IOException {
        var p = new Object() {
            String kind = "";
            String when = "";
            String text = "";
            int level = 1;
            List<Citation> cites = List.of();
            List<Template.Line> items = List.of();
            String each = "";
            String none = "";
            String caption = "";
            List<String> columns = List.of();
            List<Template.Row> rows = List.of();
            List<Template.Signatory> signatories = List.of();
            String figure = "";
        };
        var given = new ArrayList<String>();
        var all = new TreeSet<String>();
        KINDS.values().forEach(keys -> keys.forEach(all::addAll));
        all.add("when");
        String at = pack.members("a part of a template", List.of("kind"), List.copyOf(all), key -> {
            given.add(key);
            switch (key) {
                case "kind" -> p.kind = kind();
                case "when" -> p.when = when();
                case "text" -> p.text = pack.text();
                case "level" -> p.level = level();
                case "cites" -> p.cites = pack.list(pack::citation);
                case "items" -> p.items = pack.list(this::line);
                case "each" -> p.each = name(pack.text());
                case "none" -> p.none = pack.text();
                case "caption" -> p.caption = pack.text();
                case "columns" -> p.columns = pack.words();
                case "rows" -> p.rows = pack.list(this::row);
                case "signatories" -> p.signatories = pack.list(this::signatory);
                default -> p.figure = name(pack.text());
            }
        });
        check(at, p.kind, given);
        return switch (p.kind) {
            case "heading" -> new Template.Heading(p.when, p.level, p.text);
            case "paragraph" -> new Template.Paragraph(p.when, new Template.Line("", p.text, p.cites));
            case "bullets", "steps" -> new Template.Items(p.when, p.kind.equals("steps"), p.each, p.items, p.none);
            case "table" -> grid(at, new Template.Grid(p.when, p.caption, p.columns, p.each, p.rows, p.none));
            case "quotation" -> new Template.Quotation(p.when, new Template.Line("", p.text, p.cites));
            case "sign-off" -> new Template.Signing(p.when, p.caption, p.signatories);
            default -> new Template.Figure(p.when, p.figure);
        };
    }

    private void check(String at, String kind, List<String> given) throws IOException {
        List<List<String>> keys = KINDS.getOrDefault(kind, List.of(List.of(), List.of()));
        for (String needed : keys.get(0)) {
            if (!given.contains(needed)) {
                throw pack.error(at, "\"" + needed + "\" is missing: a part of kind " + kind + " needs it.", "Add it.");
            }
        }
        for (String key : given) {
            if (!key.equals("kind")
                    && !key.equals("when")
                    && !keys.get(0).contains(key)
                    && !keys.get(1).contains(key)) {
                throw pack.error(at, "A part of kind " + kind + " has no \"" + key + "\".", "Take it out.");
            }
        }
    }

    private Template.Grid grid(String at, Template.Grid grid) throws IOException {
        if (grid.columns().isEmpty() || grid.rows().isEmpty()) {
            throw pack.error(at, "A table needs columns and rows.", "Add what is missing.");
        }
        for (Template.Row row : grid.rows()) {
            if (row.cells().size() != grid.columns().size()) {
                throw pack.error(
                        at,
                        "A row has " + row.cells().size() + " cells, and the table has "
                                + grid.columns().size() + " columns.",
                        "Give each row a cell for each column.");
            }
        }
        return grid;
    }

    private String kind() throws IOException {
        String kind = pack.text();
        if (!KINDS.containsKey(kind)) {
            throw in.error(
                    "\"" + kind + "\" is no kind of part.", "Write one of " + String.join(", ", KINDS.keySet()) + ".");
        }
        return kind;
    }

    private int level() throws IOException {
        int level = in.integer();
        if (level < 1 || level > 3) {
            throw in.error(level + " is no level of a heading.", "Write 1, 2 or 3.");
        }
        return level;
    }

    private String when() throws IOException {
        String when = pack.text();
        name(when.startsWith("!") ? when.substring(1) : when);
        return when;
    }

    /** A fact's name: letters and digits of ASCII. */
    private String name(String name) throws IOException {
        boolean good = !name.isEmpty() && name.length() <= 80;
        for (int i = 0; i < name.length() && good; i++) {
            char c = name.charAt(i);
            good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && c >= '0' && c <= '9';
        }
        if (!good) {
            throw in.error("\"" + name + "\" is not the name of a fact.", "Write for example \"agency\".");
        }
        return name;
    }

    private Template.Line line() throws IOException {
        var l = new Object() {
            String when = "";
            String text = "";
            List<Citation> cites = List.of();
        };
        pack.members("a line", List.of("text"), List.of("when", "cites"), key -> {
            switch (key) {
                case "text" -> l.text = pack.text();
                case "when" -> l.when = when();
                default -> l.cites = pack.list(pack::citation);
            }
        });
        return new Template.Line(l.when, l.text, l.cites);
    }

    private Template.Row row() throws IOException {
        var r = new Object() {
            String when = "";
            List<String> cells = List.of();
            List<Citation> cites = List.of();
        };
        pack.members("a row", List.of("cells"), List.of("when", "cites"), key -> {
            switch (key) {
                case "cells" -> r.cells = pack.list(in::string);
                case "when" -> r.when = when();
                default -> r.cites = pack.list(pack::citation);
            }
        });
        return new Template.Row(r.when, r.cells, r.cites);
    }

    private Template.Signatory signatory() throws IOException {
        var s = new Object() {
            String role = "";
            String name = "";
        };
        pack.members("a signatory", List.of("role"), List.of("name"), key -> {
            if (key.equals("role")) {
                s.role = pack.text();
            } else {
                s.name = pack.text();
            }
        });
        return new Template.Signatory(s.role, s.name);
    }
}
