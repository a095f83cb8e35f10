package org.govsocial.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.govsocial.model.Adjustment;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.Country;
import org.govsocial.model.Drill;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Link;
import org.govsocial.model.Matrix;
import org.govsocial.model.Modality;
import org.govsocial.model.Pack;
import org.govsocial.model.Platform;
import org.govsocial.model.Playbook;
import org.govsocial.model.Provenance;
import org.govsocial.model.RuleId;
import org.govsocial.model.Section;
import org.govsocial.model.Severity;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.model.Template;
import org.govsocial.model.Triage;
import org.govsocial.model.WordRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pack strictly: an unknown key, a key that stands twice, a missing part or a value of the wrong kind is an
 * error that names its JSON path. A pack from a stranger cannot hang or crash it.
 */
public final class PackReader {
    private final JsonInput in;

    private PackReader(JsonInput in) {
        this.in = in;
    }

    /**
     * Reads a pack.
     *
     * @param where the pack's name, for messages
     * @param bytes UTF-8; not closed
     * @return the pack
     * @throws JsonException when it is not a pack: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Pack read(String where, InputStream bytes) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        JsonInput in =
                JsonInput.of(where, new InputStreamReader(bytes, decoder)).strictKeys(true);
        Pack pack = new PackReader(in).pack();
        in.end();
        return pack;
    }

    /** Reads a statement alone. */
    static Statement statement(String where, String text) throws IOException {
        return new PackReader(JsonInput.of(where, text).strictKeys(true)).statement();
    }

    /** Reads a source alone. */
    static Source source(String where, String text) throws IOException {
        return new PackReader(JsonInput.of(where, text).strictKeys(true)).source();
    }

    /**
     * Reads one case, as it stands under {@code cases} of a pack.
     *
     * @param where its name, for messages
     * @param json the case
     * @return the case
     * @throws IOException when it is not a case: where, what and what to do
     */
    public static CaseStudy readCase(String where, String json) throws IOException {
        JsonInput in = JsonInput.of(where, json).strictKeys(true);
        CaseStudy one = new CaseReader(new PackReader(in), in).read();
        in.end();
        return one;
    }

    private Pack pack() throws IOException {
        var p = new Object() {
            String id = "";
            String version = "";
            String title = "";
            String maintainer = "";
            String licence = "";
            String attribution = "";
            List<Source> sources = List.of();
            List<GuidanceDocument> documents = List.of();
            List<WordRule> rules = List.of();
            List<Adjustment> adjustments = List.of();
            List<CaseStudy> cases = List.of();

            @Nullable
            Triage triage;

            @Nullable
            Matrix matrix;

            List<Playbook> playbooks = List.of();
            List<Drill> drills = List.of();
            List<Checklist> checklists = List.of();
            List<Template> templates = List.of();
        };
        var mishaps = new PlaybookReader(this, in);
        members(
                "a pack",
                List.of("format", "id", "version", "title", "maintainer"),
                List.of(
                        "$schema",
                        "licence",
                        "attribution",
                        "sources",
                        "documents",
                        "rules",
                        "adjust",
                        "cases",
                        "triage",
                        "matrix",
                        "playbooks",
                        "drills",
                        "checklists",
                        "templates"),
                key -> {
                    switch (key) {
                        case "$schema" -> text(); // for the author's editor
                        case "format" -> format();
                        case "id" -> p.id = kebab("a pack's id");
                        case "version" -> p.version = text();
                        case "title" -> p.title = text();
                        case "maintainer" -> p.maintainer = text();
                        case "licence" -> p.licence = text();
                        case "attribution" -> p.attribution = text();
                        case "sources" -> p.sources = list(this::source);
                        case "documents" -> p.documents = list(this::document);
                        case "rules" -> p.rules = list(this::rule);
                        case "cases" -> p.cases = list(new CaseReader(this, in)::read);
                        case "triage" -> p.triage = mishaps.triage();
                        case "matrix" -> p.matrix = mishaps.matrix();
                        case "playbooks" -> p.playbooks = mishaps.playbooks();
                        case "drills" -> p.drills = mishaps.drills();
                        case "checklists" -> p.checklists = list(new ChecklistReader(this, in)::read);
                        case "templates" -> p.templates = list(new TemplateReader(this, in)::template);
                        default -> p.adjustments = list(this::adjustment);
                    }
                });
        return new Pack(
                p.id,
                p.version,
                p.title,
                p.maintainer,
                p.licence,
                p.attribution,
                p.sources,
                p.documents,
                p.rules,
                p.adjustments.stream().map(a -> a.by(p.id)).toList(),
                p.cases,
                p.triage,
                p.matrix,
                p.playbooks,
                p.drills,
                p.checklists,
                p.templates);
    }

    private void format() throws IOException {
        int format = in.integer();
        if (format != 1) {
            throw in.error(
                    "This pack is of format " + format + "; this release reads format 1.",
                    "Use a newer release, or ask the pack's author for format 1.");
        }
    }

    private Source source() throws IOException {
        var s = new Object() {
            String code = "";
            String title = "";
            String publisher = "";
            String url = "";
            String date = "";
            Provenance provenance = Provenance.PROJECT;
        };
        members("a source", List.of("code", "title", "publisher", "provenance"), List.of("url", "date"), key -> {
            switch (key) {
                case "code" -> s.code = text();
                case "title" -> s.title = text();
                case "publisher" -> s.publisher = text();
                case "url" -> s.url = in.string();
                case "date" -> s.date = date();
                default -> s.provenance = oneOf(Provenance.class);
            }
        });
        return new Source(s.code, s.title, s.publisher, s.url, s.date, s.provenance);
    }

    private GuidanceDocument document() throws IOException {
        var d = new Object() {
            String id = "";
            String title = "";
            String published = "";
            String version = "";
            int pages;
            String audience = "";
            String question = "";
            List<Section> sections = List.of();
            List<Statement> statements = List.of();
        };
        members(
                "a document",
                List.of("id", "title", "audience", "sections", "statements"),
                List.of("published", "version", "pages", "question"),
                key -> {
                    switch (key) {
                        case "id" -> d.id = kebab("a document's id");
                        case "title" -> d.title = text();
                        case "published" -> d.published = date();
                        case "version" -> d.version = text();
                        case "pages" -> d.pages = in.integer();
                        case "audience" -> d.audience = text();
                        case "question" -> d.question = text();
                        case "sections" -> d.sections = list(this::section);
                        default -> d.statements = list(this::statement);
                    }
                });
        return new GuidanceDocument(
                d.id, d.title, d.published, d.version, d.pages, d.audience, d.question, d.sections, d.statements);
    }

    private Section section() throws IOException {
        var s = new Object() {
            String id = "";
            String number = "";
            String title = "";
            String pages = "";
        };
        members("a section", List.of("id", "title"), List.of("number", "pages"), key -> {
            switch (key) {
                case "id" -> s.id = statementId();
                case "number" -> s.number = text();
                case "title" -> s.title = text();
                default -> s.pages = text();
            }
        });
        return new Section(s.id, s.number, s.title, s.pages);
    }

    private Statement statement() throws IOException {
        var s = new Object() {
            String id = "";
            String section = "";
            String text = "";
            Modality modality = Modality.INFO;
            Provenance provenance = Provenance.PROJECT;
            String source = "";
            String where = "";
            LocalDate checked = LocalDate.EPOCH;
            List<String> stages = List.of();
            List<String> roles = List.of();
            List<String> phases = List.of();
            List<String> tools = List.of();
            List<String> topics = List.of();
            List<String> audiences = List.of();
            String from = "";
            String until = "";
            List<Link> links = List.of();
        };
        members(
                "a statement",
                List.of("id", "section", "text", "modality", "provenance", "source", "checked"),
                List.of("where", "stage", "role", "phase", "tool", "topic", "audience", "from", "until", "links"),
                key -> {
                    switch (key) {
                        case "id" -> s.id = statementId();
                        case "section" -> s.section = text();
                        case "text" -> s.text = text();
                        case "modality" -> s.modality = oneOf(Modality.class);
                        case "provenance" -> s.provenance = oneOf(Provenance.class);
                        case "source" -> s.source = text();
                        case "where" -> s.where = text();
                        case "checked" -> s.checked = day();
                        case "stage" -> s.stages = words();
                        case "role" -> s.roles = words();
                        case "phase" -> s.phases = words();
                        case "tool" -> s.tools = words();
                        case "topic" -> s.topics = words();
                        case "audience" -> s.audiences = words();
                        case "from" -> s.from = date();
                        case "until" -> s.until = date();
                        default -> s.links = list(this::link);
                    }
                });
        var facets = new Statement.Facets(s.stages, s.roles, s.phases, s.tools, s.topics, s.audiences);
        return new Statement(
                s.id,
                s.section,
                s.text,
                s.modality,
                s.provenance,
                s.source,
                s.where,
                s.checked,
                facets,
                s.from,
                s.until,
                s.links);
    }

    private Link link() throws IOException {
        var l = new Object() {
            Link.Relation relation = Link.Relation.SEE_ALSO;
            String to = "";
        };
        members("a link", List.of("rel", "to"), List.of(), key -> {
            if (key.equals("rel")) {
                l.relation = oneOf(Link.Relation.class);
            } else {
                l.to = text();
            }
        });
        return new Link(l.relation, l.to);
    }

    private WordRule rule() throws IOException {
        var r = new Object() {
            @Nullable
            RuleId id;

            String kind = "";
            Severity severity = Severity.NOTE;
            boolean cantTell;

            @Nullable
            Citation cites;

            String summary = "";
            String message = "";
            String why = "";
            String fix = "";
            List<Platform> platforms = List.of();
            List<Country> countries = List.of();
            List<String> pass = List.of();
            List<String> fail = List.of();
            List<String> terms = List.of();
            Map<String, List<String>> swaps = Map.of();
            List<String> except = List.of();
            boolean safe;
            WordRule.Countable count = WordRule.Countable.WORDS;
            int max;
            List<String> when = List.of();
            List<String> any = List.of();
            boolean link;
        };
        var given = new TreeSet<String>();
        String at = members(
                "a rule",
                List.of("id", "kind", "severity", "cites", "summary", "message"),
                List.of(
                        "outcome",
                        "why",
                        "fix",
                        "platforms",
                        "countries",
                        "pass",
                        "fail",
                        "terms",
                        "swaps",
                        "except",
                        "safe",
                        "count",
                        "max",
                        "when",
                        "any",
                        "link"),
                key -> {
                    given.add(key);
                    switch (key) {
                        case "id" -> r.id = ruleId();
                        case "kind" -> r.kind = kind();
                        case "severity" -> r.severity = oneOf(Severity.class);
                        case "cites" -> r.cites = citation();
                        case "summary" -> r.summary = text();
                        case "message" -> r.message = text();
                        case "outcome" -> r.cantTell = cantTell();
                        case "why" -> r.why = text();
                        case "fix" -> r.fix = text();
                        case "platforms" -> r.platforms = list(this::platform);
                        case "countries" -> r.countries = list(() -> new Country(kebab("a country")));
                        case "pass" -> r.pass = words();
                        case "fail" -> r.fail = words();
                        case "terms" -> r.terms = words();
                        case "swaps" -> r.swaps = swaps();
                        case "except" -> r.except = words();
                        case "safe" -> r.safe = in.bool();
                        case "count" -> r.count = oneOf(WordRule.Countable.class);
                        case "max" -> r.max = in.integer();
                        case "when" -> r.when = words();
                        case "any" -> r.any = words();
                        default -> r.link = in.bool();
                    }
                });
        fits(at, r.kind, given);
        var head = new WordRule.Head(
                Objects.requireNonNull(r.id),
                r.severity,
                r.cantTell,
                Objects.requireNonNull(r.cites),
                r.summary,
                r.message,
                r.why,
                r.fix,
                r.platforms,
                r.countries,
                r.pass,
                r.fail);
        return switch (r.kind) {
            case "term" -> new WordRule.Term(head, r.terms, r.except);
            case "swap" -> new WordRule.Swap(head, r.swaps, r.except, r.safe);
            case "limit" -> new WordRule.Limit(head, r.count, r.max);
            default -> new WordRule.Require(head, r.when, r.any, r.link);
        };
    }

    private static final Map<String, List<String>> NEEDED = Map.of(
            "term", List.of("terms"),
            "swap", List.of("swaps"),
            "limit", List.of("count", "max"),
            "require", List.of());
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "term", List.of("except"),
            "swap", List.of("except", "safe"),
            "limit", List.of(),
            "require", List.of("when", "any", "link"));
    private static final List<String> BY_KIND =
            List.of("terms", "swaps", "except", "safe", "count", "max", "when", "any", "link");

    /** A rule's keys must be those of its kind. */
    private void fits(String at, String kind, TreeSet<String> given) throws IOException {
        List<String> needed = NEEDED.getOrDefault(kind, List.of());
        List<String> allowed = ALLOWED.getOrDefault(kind, List.of());
        for (String key : BY_KIND) {
            if (given.contains(key) && !needed.contains(key) && !allowed.contains(key)) {
                throw error(at, "A rule of kind \"" + kind + "\" has no \"" + key + "\".", "Take it out.");
            }
            if (needed.contains(key) && !given.contains(key)) {
                throw error(at, "A rule of kind \"" + kind + "\" needs \"" + key + "\".", "Add it.");
            }
        }
        if (kind.equals("require") && !given.contains("any") && !given.contains("link")) {
            throw error(at, "A rule of kind \"require\" needs \"any\" or \"link\".", "Say what a post must hold.");
        }
    }

    JsonException error(String at, String what, String advice) {
        return in.errorAt(at, what, advice);
    }

    private String kind() throws IOException {
        String kind = text();
        if (!NEEDED.containsKey(kind)) {
            throw in.error(
                    "There is no rule of kind \"" + kind + "\".",
                    "The kinds are " + String.join(", ", new TreeSet<>(NEEDED.keySet())) + ".");
        }
        return kind;
    }

    private boolean cantTell() throws IOException {
        String outcome = text();
        return switch (outcome) {
            case "CANT_TELL" -> true;
            case "FAILED" -> false;
            default -> throw in.error("\"" + outcome + "\" is no outcome of a rule.", "Write FAILED or CANT_TELL.");
        };
    }

    private Map<String, List<String>> swaps() throws IOException {
        var swaps = new LinkedHashMap<String, List<String>>();
        in.beginObject();
        while (in.hasNext()) {
            String term = in.name();
            List<String> replacements = in.kind() == JsonInput.Kind.STRING ? List.of(text()) : words();
            swaps.put(term, replacements);
        }
        in.endObject();
        return swaps;
    }

    Citation citation() throws IOException {
        var c = new Object() {
            String document = "";
            String statement = "";
        };
        members("a citation", List.of("document", "statement"), List.of(), key -> {
            if (key.equals("document")) {
                c.document = text();
            } else {
                c.statement = text();
            }
        });
        return new Citation(c.document, c.statement);
    }

    private Adjustment adjustment() throws IOException {
        var a = new Object() {
            @Nullable
            RuleId rule;

            @Nullable
            Severity severity;

            final Map<String, Integer> settings = new LinkedHashMap<>();
            boolean off;
            String reason = "";
        };
        members("an adjustment", List.of("rule", "reason"), List.of("severity", "settings", "off"), key -> {
            switch (key) {
                case "rule" -> a.rule = ruleId();
                case "reason" -> a.reason = text();
                case "severity" -> a.severity = oneOf(Severity.class);
                case "off" -> a.off = in.bool();
                default -> {
                    in.beginObject();
                    while (in.hasNext()) {
                        a.settings.put(in.name(), in.integer());
                    }
                    in.endObject();
                }
            }
        });
        return new Adjustment("", Objects.requireNonNull(a.rule), a.severity, a.settings, a.off, a.reason);
    }

    // ---- parts of every object

    /** Reads the value of one key. */
    interface Member {
        void read(String key) throws IOException;
    }

    /** Reads one element of an array. */
    interface Element<T> {
        T read() throws IOException;
    }

    /** Reads an object, refuses keys that it does not know, and gives the object's path. */
    String members(String what, List<String> required, List<String> optional, Member member) throws IOException {
        var missing = new ArrayList<>(required);
        in.beginObject();
        String at = in.path();
        while (in.hasNext()) {
            String key = in.name();
            if (!required.contains(key) && !optional.contains(key)) {
                var known = new TreeSet<>(required);
                known.addAll(optional);
                throw in.error(
                        "\"" + key + "\" is not a key of " + what + ".",
                        "The keys are " + String.join(", ", known) + ".");
            }
            missing.remove(key);
            member.read(key);
        }
        if (!missing.isEmpty()) {
            throw error(at, "\"" + missing.get(0) + "\" is missing: " + what + " needs it.", "Add it.");
        }
        in.endObject();
        return at;
    }

    <T> List<T> list(Element<T> element) throws IOException {
        var list = new ArrayList<T>();
        in.beginArray();
        while (in.hasNext()) {
            list.add(element.read());
        }
        in.endArray();
        return list;
    }

    List<String> words() throws IOException {
        return list(this::text);
    }

    String text() throws IOException {
        String text = in.string();
        if (text.isBlank()) {
            throw in.error("There is nothing here.", "Write something, or take the key out where it is optional.");
        }
        return text;
    }

    String kebab(String what) throws IOException {
        String id = text();
        try {
            return new RuleId(id, "x").document();
        } catch (IllegalArgumentException e) {
            throw in.error(
                    "\"" + id + "\" cannot be " + what + ".", "Use lower-case letters, digits and single hyphens.");
        }
    }

    private RuleId ruleId() throws IOException {
        String id = text();
        try {
            return RuleId.of(id);
        } catch (IllegalArgumentException e) {
            throw in.error(
                    "\"" + id + "\" is not a rule id.",
                    "Write document/rule-name in lower-case letters, digits and single hyphens.");
        }
    }

    Platform platform() throws IOException {
        String id = text();
        try {
            return new Platform(id);
        } catch (IllegalArgumentException e) {
            throw in.error("\"" + id + "\" is not a platform id.", "Write for example \"x\" or \"mastodon\".");
        }
    }

    String statementId() throws IOException {
        String id = text();
        boolean good = id.charAt(0) != '-' && id.charAt(id.length() - 1) != '-' && !id.contains("--");
        for (int i = 0; i < id.length() && good; i++) {
            char c = id.charAt(i);
            good = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
        }
        if (!good || id.length() > 80) {
            throw in.error(
                    "\"" + id + "\" is not the id of a statement or section.",
                    "Use capital letters, digits and single hyphens, such as \"ACC-1\".");
        }
        return id;
    }

    <E extends Enum<E>> E oneOf(Class<E> type) throws IOException {
        String written = text();
        String name = written.replace('-', '_').toUpperCase(Locale.ROOT);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        var names = new ArrayList<String>();
        for (E value : type.getEnumConstants()) {
            names.add(value.name());
        }
        throw in.error("\"" + written + "\" is not one of the values here.", "Write " + String.join(", ", names) + ".");
    }

    String date() throws IOException {
        String date = text();
        try {
            day(date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date);
            return date;
        } catch (DateTimeException e) {
            throw in.error("\"" + date + "\" is not a date.", "Write 2012, 2012-07 or 2012-07-31.");
        }
    }

    LocalDate day() throws IOException {
        String date = text();
        try {
            return day(date);
        } catch (DateTimeException e) {
            throw in.error("\"" + date + "\" is not a day.", "Write it as 2026-11-22.");
        }
    }

    /** Without a formatter: making one takes longer than checking a post. */
    private static LocalDate day(String date) {
        if (date.length() != 10 || date.charAt(4) != '-' || date.charAt(7) != '-') {
            throw new DateTimeException(date);
        }
        return LocalDate.of(number(date, 0, 4), number(date, 5, 7), number(date, 8, 10));
    }

    /** The number that digits stand for; -1, which no date has, when there is anything else. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
