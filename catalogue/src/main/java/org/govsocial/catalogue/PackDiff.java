package org.govsocial.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.govsocial.model.Adjustment;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Link;
import org.govsocial.model.Matrix;
import org.govsocial.model.Pack;
import org.govsocial.model.Platform;
import org.govsocial.model.Playbook;
import org.govsocial.model.Section;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.model.Triage;
import org.govsocial.model.WordRule;

/**
 * What differs between two packs, usually two versions of one.
 *
 * @param changes by what changed, then in the order of the packs
 */
public record PackDiff(List<Change> changes) {
    /** Copies the list. */
    public PackDiff {
        changes = List.copyOf(changes);
    }

    /** Parts of a pack, in the order of a diff. */
    public enum Part {
        /** The pack itself: version, title, maintainer, licence. */
        PACK,
        /** A source. */
        SOURCE,
        /** A document. */
        DOCUMENT,
        /** A section. */
        SECTION,
        /** A statement. */
        STATEMENT,
        /** A word rule. */
        RULE,
        /** An adjustment. */
        ADJUSTMENT,
        /** A case. */
        CASE,
        /** A type of mishap. */
        TYPE,
        /** A question about a mishap. */
        QUESTION,
        /** The table of responses. */
        MATRIX,
        /** A playbook, without its steps. */
        PLAYBOOK,
        /** A step of a playbook. */
        STEP,
        /** A checklist, without its items. */
        CHECKLIST,
        /** An item of a checklist. */
        ITEM
    }

    /** What happened to a part. */
    public enum Kind {
        /** Only the second pack has it. */
        ADDED,
        /** Only the first pack has it. */
        REMOVED,
        /** Both have it, in different words. */
        CHANGED
    }

    /**
     * One difference.
     *
     * @param kind what happened
     * @param part to what
     * @param id of the part
     * @param fields what differs in it; for an added or removed part, everything it says
     */
    public record Change(Kind kind, Part part, String id, List<Field> fields) {
        /** Copies the list. */
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A value that differs.
     *
     * @param name its key in the pack
     * @param before in the first pack, empty when absent
     * @param after in the second pack, empty when absent
     */
    public record Field(String name, String before, String after) {}

    /**
     * Compares two packs.
     *
     * @param before the first
     * @param after the second
     * @return what differs; nothing when they say the same
     */
    public static PackDiff between(Pack before, Pack after) {
        var changes = new ArrayList<Change>();
        var a = parts(before);
        var b = parts(after);
        for (Part part : Part.values()) {
            var left = a.getOrDefault(part, Map.of());
            var right = b.getOrDefault(part, Map.of());
            var ids = new LinkedHashSet<>(left.keySet());
            ids.addAll(right.keySet());
            for (String id : ids) {
                List<Field> fields = fields(left.getOrDefault(id, Map.of()), right.getOrDefault(id, Map.of()));
                if (!fields.isEmpty()) {
                    Kind kind =
                            !left.containsKey(id) ? Kind.ADDED : !right.containsKey(id) ? Kind.REMOVED : Kind.CHANGED;
                    changes.add(new Change(kind, part, id, fields));
                }
            }
        }
        return new PackDiff(changes);
    }

    /**
     * Counts differences.
     *
     * @param kind what happened
     * @param part to what
     * @return how many
     */
    public int count(Kind kind, Part part) {
        return (int) changes.stream()
                .filter(c -> c.kind() == kind && c.part() == part)
                .count();
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var fields = new ArrayList<Field>();
        for (String name : names) {
            String was = before.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                fields.add(new Field(name, was, is));
            }
        }
        return fields;
    }

    private static Map<Part, Map<String, Map<String, String>>> parts(Pack pack) {
        var all = new TreeMap<Part, Map<String, Map<String, String>>>();
        put(
                all,
                Part.PACK,
                "pack",
                said(
                        "id", pack.id(),
                        "version", pack.version(),
                        "title", pack.title(),
                        "maintainer", pack.maintainer(),
                        "licence", pack.licence(),
                        "attribution", pack.attribution()));
        for (Source s : pack.sources()) {
            put(
                    all,
                    Part.SOURCE,
                    s.code(),
                    said(
                            "title", s.title(),
                            "publisher", s.publisher(),
                            "url", s.url(),
                            "date", s.date(),
                            "provenance", s.provenance().name()));
        }
        for (GuidanceDocument d : pack.documents()) {
            document(all, d);
        }
        for (WordRule rule : pack.rules()) {
            put(all, Part.RULE, rule.head().id().toString(), rule(rule));
        }
        for (Adjustment a : pack.adjustments()) {
            put(all, Part.ADJUSTMENT, a.rule().toString(), adjustment(a));
        }
        for (CaseStudy c : pack.cases()) {
            put(all, Part.CASE, c.id(), caseStudy(c));
        }
        mishaps(all, pack);
        for (Checklist list : pack.checklists()) {
            put(all, Part.CHECKLIST, list.id(), said("title", list.title(), "use", list.use()));
            for (Checklist.Item i : list.items()) {
                put(
                        all,
                        Part.ITEM,
                        i.id(),
                        said(
                                "checklist", list.id(),
                                "phase", i.phase().words(),
                                "text", i.text(),
                                "owner", i.owner(),
                                "cites", all(i.cites(), Citation::toString)));
            }
        }
        return all;
    }

    private static void mishaps(Map<Part, Map<String, Map<String, String>>> all, Pack pack) {
        Triage triage = pack.triage();
        if (triage != null) {
            for (Triage.Type t : triage.types()) {
                put(
                        all,
                        Part.TYPE,
                        t.id(),
                        said("title", t.title(), "cites", t.cites().toString()));
            }
            for (Triage.Question q : triage.questions()) {
                put(
                        all,
                        Part.QUESTION,
                        q.id(),
                        said(
                                "ask", q.ask(),
                                "several", Boolean.toString(q.several()),
                                "scale", Boolean.toString(q.scale()),
                                "answers", all(q.answers(), PackDiff::answer)));
            }
        }
        Matrix m = pack.matrix();
        if (m != null) {
            put(
                    all,
                    Part.MATRIX,
                    "matrix",
                    said(
                            "provenance", m.provenance().name(),
                            "cites", m.cites().toString(),
                            "impacts", all(m.impacts(), i -> i.id() + ": " + i.title()),
                            "extents",
                                    all(
                                            m.extents(),
                                            e -> e.id() + ": " + e.title() + ", " + e.lead() + ", "
                                                    + e.firstResponse()),
                            "responses", all(m.responses(), r -> r.id() + ": " + r.title()),
                            "cells",
                                    all(
                                            m.cells(),
                                            c -> c.type() + " with " + c.impact() + ": " + c.response() + ", "
                                                    + String.join(" to ", c.extents())),
                            "branches",
                                    all(
                                            m.branches(),
                                            b -> b.id() + ": " + b.title() + ", " + b.least() + ", " + b.cites())));
        }
        for (Playbook playbook : pack.playbooks()) {
            put(
                    all,
                    Part.PLAYBOOK,
                    playbook.id(),
                    said("title", playbook.title(), "when", String.join(", ", playbook.when())));
            for (Playbook.Step s : playbook.steps()) {
                put(
                        all,
                        Part.STEP,
                        s.id(),
                        said(
                                "playbook", playbook.id(),
                                "phase", s.phase().name().toLowerCase(Locale.ROOT),
                                "title", s.title(),
                                "words", s.words(),
                                "owner", s.owner(),
                                "within", s.within() == null ? "" : s.within().toString(),
                                "after", String.join(", ", s.after()),
                                "instead", String.join(", ", s.instead()),
                                "evidence", s.evidence(),
                                "cites", s.cites().toString()));
            }
        }
    }

    private static String answer(Triage.Answer a) {
        return a.id() + ": " + a.text() + " " + a.types() + " " + a.impacts() + " " + a.branches();
    }

    private static Map<String, String> caseStudy(CaseStudy c) {
        CaseStudy.Setting setting = c.setting();
        return said(
                "title", c.title(),
                "organisation", c.organisation(),
                "country", c.country(),
                "from", c.from(),
                "until", c.until(),
                "tool", String.join(", ", setting.tools()),
                "platform", all(setting.platforms(), Platform::id),
                "context", String.join(", ", setting.contexts()),
                "stage", String.join(", ", setting.stages()),
                "audience", String.join(", ", setting.audiences()),
                "mishap", String.join(", ", setting.mishaps()),
                "purpose", c.purpose(),
                "done", c.done(),
                "result", c.result(),
                "outcome", c.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "figures",
                        all(
                                c.figures(),
                                f -> f.what() + ": "
                                        + f.bound().name().toLowerCase(Locale.ROOT) + " "
                                        + f.value().toPlainString() + " " + f.unit() + ", " + f.source()),
                "lessons", all(c.lessons(), l -> l.text() + " " + l.cites()),
                "cites", all(c.cites(), Citation::toString),
                "sources", all(c.readings(), r -> r.source() + " " + r.where() + " " + r.checked()),
                "provenance", c.provenance().name(),
                "confidence", c.confidence().name());
    }

    private static <T> String all(List<T> values, Function<T, String> words) {
        return String.join(" | ", values.stream().map(words).toList());
    }

    private static void document(Map<Part, Map<String, Map<String, String>>> all, GuidanceDocument d) {
        put(
                all,
                Part.DOCUMENT,
                d.id(),
                said(
                        "title", d.title(),
                        "published", d.published(),
                        "version", d.version(),
                        "pages", d.pages() == 0 ? "" : Integer.toString(d.pages()),
                        "audience", d.audience(),
                        "question", d.question()));
        for (Section s : d.sections()) {
            put(
                    all,
                    Part.SECTION,
                    s.id(),
                    said("document", d.id(), "number", s.number(), "title", s.title(), "pages", s.pages()));
        }
        for (Statement s : d.statements()) {
            var says = said(
                    "document", d.id(),
                    "section", s.section(),
                    "text", s.text(),
                    "modality", s.modality().name(),
                    "provenance", s.provenance().name(),
                    "source", s.source(),
                    "where", s.where(),
                    "checked", s.checked().toString(),
                    "from", s.from(),
                    "until", s.until());
            says.put("stage", String.join(", ", s.facets().stages()));
            says.put("role", String.join(", ", s.facets().roles()));
            says.put("phase", String.join(", ", s.facets().phases()));
            says.put("tool", String.join(", ", s.facets().tools()));
            says.put("topic", String.join(", ", s.facets().topics()));
            says.put("audience", String.join(", ", s.facets().audiences()));
            says.put(
                    "links",
                    String.join(", ", s.links().stream().map(PackDiff::link).toList()));
            put(all, Part.STATEMENT, s.id(), says);
        }
    }

    private static String link(Link link) {
        return link.relation().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + link.statement();
    }

    private static Map<String, String> rule(WordRule rule) {
        WordRule.Head h = rule.head();
        var says = said(
                "severity", h.severity().name(),
                "outcome", h.cantTell() ? "CANT_TELL" : "FAILED",
                "cites", h.cites().toString(),
                "summary", h.summary(),
                "message", h.message(),
                "why", h.why(),
                "fix", h.fix());
        says.put(
                "platforms",
                String.join(", ", h.platforms().stream().map(Platform::id).toList()));
        says.put("pass", String.join(" | ", h.pass()));
        says.put("fail", String.join(" | ", h.fail()));
        if (rule instanceof WordRule.Term term) {
            says.put("kind", "term");
            says.put("terms", String.join(", ", term.terms()));
            says.put("except", String.join(", ", term.except()));
        } else if (rule instanceof WordRule.Swap swap) {
            says.put("kind", "swap");
            says.put("swaps", new TreeMap<>(swap.swaps()).toString());
            says.put("except", String.join(", ", swap.except()));
            says.put("safe", Boolean.toString(swap.safe()));
        } else if (rule instanceof WordRule.Limit limit) {
            says.put("kind", "limit");
            says.put("count", limit.count().name().toLowerCase(Locale.ROOT));
            says.put("max", Integer.toString(limit.max()));
        } else if (rule instanceof WordRule.Require require) {
            says.put("kind", "require");
            says.put("when", String.join(", ", require.when()));
            says.put("any", String.join(", ", require.any()));
            says.put("link", Boolean.toString(require.link()));
        }
        return says;
    }

    private static Map<String, String> adjustment(Adjustment a) {
        var severity = a.severity();
        return said(
                "severity", severity == null ? "" : severity.name(),
                "settings", a.settings().isEmpty() ? "" : new TreeMap<>(a.settings()).toString(),
                "off", a.off() ? "true" : "",
                "reason", a.reason());
    }

    /** Keys and values in turn. */
    private static Map<String, String> said(String... pairs) {
        var said = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            said.put(pairs[i], pairs[i + 1]);
        }
        return said;
    }

    private static void put(
            Map<Part, Map<String, Map<String, String>>> all, Part part, String id, Map<String, String> says) {
        all.computeIfAbsent(part, p -> new LinkedHashMap<>()).put(id, says);
    }
}
