package org.govsocial.casestudies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.json.JsonInput;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Citation;
import org.govsocial.model.Plan;
import org.govsocial.model.Platform;
import org.govsocial.spi.RuleInfo;

/**
 * What somebody plans, or what has just happened to them: the facts that cases are compared with.
 *
 * @param words purpose, audience and whatever else says what it is about
 * @param values by facet, such as the tools of a plan or the types of a mishap
 * @param gaps statements of the guidance that a check found not to be met
 */
public record Situation(String words, Map<Facet, Set<String>> values, List<Citation> gaps) {
    private static final Map<String, Facet> KEYS = Map.ofEntries(
            Map.entry("tool", Facet.TOOL),
            Map.entry("tools", Facet.TOOL),
            Map.entry("platform", Facet.PLATFORM),
            Map.entry("platforms", Facet.PLATFORM),
            Map.entry("context", Facet.CONTEXT),
            Map.entry("contexts", Facet.CONTEXT),
            Map.entry("stage", Facet.STAGE),
            Map.entry("stages", Facet.STAGE),
            Map.entry("country", Facet.COUNTRY),
            Map.entry("mishap", Facet.MISHAP),
            Map.entry("mishaps", Facet.MISHAP),
            Map.entry("type", Facet.MISHAP),
            Map.entry("types", Facet.MISHAP));

    /** Copies the collections. */
    public Situation {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        values.forEach((facet, some) -> copy.put(facet, new LinkedHashSet<>(some)));
        values = copy;
        gaps = List.copyOf(gaps);
    }

    /**
     * Reads a plan or an incident: a JSON object with any of {@code title}, {@code purpose}, {@code audience}, {@code
     * what}, {@code context}, {@code stage}, {@code tools}, {@code platforms}, {@code types} (of a mishap) and {@code
     * findings}; other keys are passed over. A value may be a text or a list of texts.
     *
     * @param where its name, for messages
     * @param bytes UTF-8; not closed
     * @return the situation
     * @throws IOException when it is not such an object: where, what and what to do
     */
    public static Situation read(String where, InputStream bytes) throws IOException {
        var reading = new Reading(JsonInput.of(where, reader(bytes)));
        reading.object();
        return new Situation(String.join(" ", reading.words), reading.values, List.copyOf(reading.gaps));
    }

    /**
     * Takes what a plan says.
     *
     * @param plan what is planned
     * @return the situation, with no gaps
     */
    public static Situation of(Plan plan) {
        Plan.Aim aim = plan.aim();
        var words = new ArrayList<>(List.of(plan.title(), aim.summary()));
        aim.objectives().forEach(o -> words.add(o.text()));
        aim.audiences().forEach(a -> words.add(a.who()));
        plan.presence().channels().forEach(c -> words.add(c.use()));
        words.removeIf(String::isBlank);
        var values = new EnumMap<Facet, Set<String>>(Facet.class);
        values.put(Facet.CONTEXT, new LinkedHashSet<>(aim.contexts()));
        values.put(Facet.STAGE, aim.stage().isEmpty() ? Set.of() : Set.of(aim.stage()));
        values.put(
                Facet.TOOL,
                plan.presence().tools().stream()
                        .map(Plan.Tool::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        values.put(
                Facet.PLATFORM,
                plan.presence().channels().stream()
                        .map(c -> c.platform().id())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        return new Situation(String.join(" ", words), values, List.of());
    }

    /**
     * Reads a plan in the format of {@code plan.json} and checks it: what the rules for plans find missing are its gaps. A
     * file of facts without {@code format}, as for {@link #read}, is taken too, with the findings that it holds.
     *
     * @param where its name, for messages
     * @param bytes UTF-8; not closed
     * @param guidance whose rules check the plan
     * @return the situation
     * @throws IOException when it is neither: where, what and what to do
     */
    public static Situation readPlan(String where, InputStream bytes, Guidance guidance) throws IOException {
        byte[] json = bytes.readAllBytes();
        if (!hasFormat(where, json)) {
            return read(where, new ByteArrayInputStream(json));
        }
        Plan plan = PlanReader.read(where, new ByteArrayInputStream(json));
        Set<Citation> gaps = guidance.reviewer(ReviewConfig.DEFAULTS).review(plan).findings().stream()
                .flatMap(f -> guidance.rule(f.rule()).stream())
                .map(RuleInfo::cites)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return of(plan).withGaps(List.copyOf(gaps));
    }

    private static boolean hasFormat(String where, byte[] json) throws IOException {
        JsonInput in = JsonInput.of(where, reader(new ByteArrayInputStream(json)));
        in.beginObject();
        while (in.hasNext()) {
            if (in.name().equals("format")) {
                return true;
            }
            in.skipValue();
        }
        return false;
    }

    private static InputStreamReader reader(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /**
     * The same with more gaps.
     *
     * @param more statements that were found not to be met
     * @return a new situation
     */
    public Situation withGaps(List<Citation> more) {
        var all = new LinkedHashSet<>(gaps);
        all.addAll(more);
        return new Situation(words, values, List.copyOf(all));
    }

    /** Takes what it knows from JSON, and passes over the rest. */
    private static final class Reading {
        private final JsonInput in;
        private final List<String> words = new ArrayList<>();
        private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
        private final Set<Citation> gaps = new LinkedHashSet<>();

        Reading(JsonInput in) {
            this.in = in;
        }

        void object() throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                String key = in.name();
                Facet facet = KEYS.get(key);
                if (facet != null) {
                    for (String value : texts()) {
                        values.computeIfAbsent(facet, f -> new LinkedHashSet<>())
                                .add(normal(facet, value));
                    }
                } else {
                    switch (key) {
                        case "title", "purpose", "audience", "audiences", "what", "summary" -> words.addAll(texts());
                        case "findings" -> findings();
                        case "subjects" -> subjects();
                        default -> in.skipValue();
                    }
                }
            }
            in.endObject();
            in.end();
        }

        private static String normal(Facet facet, String value) {
            String id = value.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
            return facet == Facet.PLATFORM && id.equals("twitter") ? Platform.X.id() : id;
        }

        /** A text, or the texts of a list; of an object its name or id. */
        private List<String> texts() throws IOException {
            var texts = new ArrayList<String>();
            switch (in.kind()) {
                case STRING -> texts.add(in.string());
                case ARRAY -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        texts.addAll(texts());
                    }
                    in.endArray();
                }
                case OBJECT -> {
                    in.beginObject();
                    while (in.hasNext()) {
                        String key = in.name();
                        if ((key.equals("id") || key.equals("name") || key.equals("platform"))
                                && in.kind() == JsonInput.Kind.STRING) {
                            texts.add(in.string());
                        } else {
                            in.skipValue();
                        }
                    }
                    in.endObject();
                }
                default -> in.skipValue();
            }
            return texts;
        }

        private void subjects() throws IOException {
            in.beginArray();
            while (in.hasNext()) {
                in.beginObject();
                while (in.hasNext()) {
                    if (in.name().equals("findings")) {
                        findings();
                    } else {
                        in.skipValue();
                    }
                }
                in.endObject();
            }
            in.endArray();
        }

        private void findings() throws IOException {
            in.beginArray();
            while (in.hasNext()) {
                in.beginObject();
                while (in.hasNext()) {
                    String key = in.name();
                    if (key.equals("cites") && in.kind() == JsonInput.Kind.OBJECT) {
                        cites();
                    } else {
                        in.skipValue();
                    }
                }
                in.endObject();
            }
            in.endArray();
        }

        private void cites() throws IOException {
            String document = "";
            String statement = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "document" -> document = in.string();
                    case "statement" -> statement = in.string();
                    default -> in.skipValue();
                }
            }
            in.endObject();
            gaps.add(new Citation(document, statement));
        }
    }
}
