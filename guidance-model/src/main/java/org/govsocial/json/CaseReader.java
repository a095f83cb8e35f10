package org.govsocial.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.CaseStudy.Bound;
import org.govsocial.model.CaseStudy.Confidence;
import org.govsocial.model.CaseStudy.Ending;
import org.govsocial.model.CaseStudy.Figure;
import org.govsocial.model.CaseStudy.Lesson;
import org.govsocial.model.CaseStudy.Reading;
import org.govsocial.model.CaseStudy.Setting;
import org.govsocial.model.Citation;
import org.govsocial.model.Platform;
import org.govsocial.model.Provenance;

/** Reads the cases of a pack. */
final class CaseReader {
    private final PackReader pack;
    private final JsonInput in;

    CaseReader(PackReader pack, JsonInput in) {
        this.pack = pack;
        this.in = in;
    }

    CaseStudy read() throws IOException {
        var c = new Object() {
            String id = "";
            String title = "";
            String organisation = "";
            String country = "";
            String from = "";
            String until = "";
            List<String> tools = List.of();
            List<Platform> platforms = List.of();
            List<String> contexts = List.of();
            List<String> stages = List.of();
            List<String> audiences = List.of();
            List<String> mishaps = List.of();
            String purpose = "";
            String done = "";
            String result = "";
            Ending outcome = Ending.NOT_KNOWN;
            List<Figure> figures = List.of();
            List<Lesson> lessons = List.of();
            List<Citation> cites = List.of();
            List<Reading> readings = List.of();
            Provenance provenance = Provenance.PROJECT;
            Confidence confidence = Confidence.LOW;
        };
        pack.members(
                "a case",
                List.of("id", "title", "outcome", "cites", "sources", "provenance", "confidence"),
                List.of(
                        "organisation",
                        "country",
                        "from",
                        "until",
                        "tool",
                        "platform",
                        "context",
                        "stage",
                        "audience",
                        "mishap",
                        "purpose",
                        "done",
                        "result",
                        "figures",
                        "lessons"),
                key -> {
                    switch (key) {
                        case "id" -> c.id = pack.statementId();
                        case "title" -> c.title = pack.text();
                        case "organisation" -> c.organisation = pack.text();
                        case "country" -> c.country = country();
                        case "from" -> c.from = pack.date();
                        case "until" -> c.until = pack.date();
                        case "tool" -> c.tools = pack.list(() -> pack.kebab("a tool"));
                        case "platform" -> c.platforms = pack.list(pack::platform);
                        case "context" -> c.contexts = pack.list(() -> pack.kebab("a context"));
                        case "stage" -> c.stages = pack.list(this::stage);
                        case "audience" -> c.audiences = pack.words();
                        case "mishap" -> c.mishaps = pack.list(() -> pack.kebab("a type of mishap"));
                        case "purpose" -> c.purpose = pack.text();
                        case "done" -> c.done = pack.text();
                        case "result" -> c.result = pack.text();
                        case "outcome" -> c.outcome = pack.oneOf(Ending.class);
                        case "figures" -> c.figures = pack.list(this::figure);
                        case "lessons" -> c.lessons = pack.list(this::lesson);
                        case "cites" -> c.cites = atLeastOne(pack.list(pack::citation), "statement");
                        case "sources" -> c.readings = atLeastOne(pack.list(this::reading), "source");
                        case "provenance" -> c.provenance = pack.oneOf(Provenance.class);
                        default -> c.confidence = pack.oneOf(Confidence.class);
                    }
                });
        return CaseStudy.of(c.id, c.title)
                .withOrganisation(c.organisation, c.country)
                .withDates(c.from, c.until)
                .withSetting(new Setting(c.tools, c.platforms, c.contexts, c.stages, c.audiences, c.mishaps))
                .withStory(c.purpose, c.done, c.result)
                .withOutcome(c.outcome, c.figures)
                .withLessons(c.lessons, c.cites)
                .withReadings(c.readings, c.provenance, c.confidence);
    }

    private <T> List<T> atLeastOne(List<T> list, String what) throws IOException {
        if (list.isEmpty()) {
            throw in.error("A case needs a " + what + ".", "Name at least one.");
        }
        return list;
    }

    private String country() throws IOException {
        String country = pack.text();
        boolean good = country.length() == 2;
        for (int i = 0; i < country.length() && good; i++) {
            good = country.charAt(i) >= 'a' && country.charAt(i) <= 'z';
        }
        if (!good) {
            throw in.error("\"" + country + "\" is no country here.", "Write two small letters, such as \"nz\".");
        }
        return country;
    }

    private String stage() throws IOException {
        String stage = pack.text();
        if (!List.of("passive", "active", "engaged").contains(stage)) {
            throw in.error("\"" + stage + "\" is no stage.", "Write passive, active or engaged.");
        }
        return stage;
    }

    private Figure figure() throws IOException {
        var f = new Object() {
            String what = "";
            Bound bound = Bound.EXACT;
            BigDecimal value = BigDecimal.ZERO;
            String unit = "";
            String source = "";
        };
        pack.members("a figure", List.of("what", "value", "source"), List.of("bound", "unit"), key -> {
            switch (key) {
                case "what" -> f.what = pack.text();
                case "value" -> f.value = number();
                case "source" -> f.source = pack.text();
                case "bound" -> f.bound = pack.oneOf(Bound.class);
                default -> f.unit = pack.text();
            }
        });
        return new Figure(f.what, f.bound, f.value, f.unit, f.source);
    }

    /** A number of a thousand million digits would take for ever to print. */
    private BigDecimal number() throws IOException {
        String written = in.numberText();
        BigDecimal value = new BigDecimal(written);
        if (written.length() > 20 || Math.abs(value.scale()) > 20) {
            throw in.error("This number is too long.", "Write at most 20 digits.");
        }
        return value;
    }

    private Lesson lesson() throws IOException {
        var l = new Object() {
            String text = "";
            List<Citation> cites = List.of();
        };
        pack.members("a lesson", List.of("text"), List.of("cites"), key -> {
            if (key.equals("text")) {
                l.text = pack.text();
            } else {
                l.cites = pack.list(pack::citation);
            }
        });
        return new Lesson(l.text, l.cites);
    }

    private Reading reading() throws IOException {
        var r = new Object() {
            String source = "";
            String where = "";
            LocalDate checked = LocalDate.EPOCH;
        };
        pack.members("a source of a case", List.of("source", "checked"), List.of("where"), key -> {
            switch (key) {
                case "source" -> r.source = pack.text();
                case "where" -> r.where = pack.text();
                default -> r.checked = pack.day();
            }
        });
        return new Reading(r.source, r.where, r.checked);
    }
}
