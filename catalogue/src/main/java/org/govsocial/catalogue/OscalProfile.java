package org.govsocial.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Pack;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.RuleInfo;

/**
 * A pack's adjustments as an OSCAL profile: it imports the statements that the adjusted rules cite from the catalog
 * that {@link CatalogueExport} writes, sets the parameters that stand for the rules' settings, and notes each changed
 * severity and each rule switched off, with the reason, as a property of the statement.
 */
public final class OscalProfile {
    private final Pack pack;
    private final Map<Adjustment, RuleInfo> adjusted;

    private OscalProfile(Pack pack, Map<Adjustment, RuleInfo> adjusted) {
        this.pack = pack;
        this.adjusted = adjusted;
    }

    /**
     * The tailoring of a pack.
     *
     * @param pack its id
     * @param catalogue what is loaded
     * @return empty when the pack is not loaded, or adjusts no rule that is
     */
    public static Optional<OscalProfile> of(String pack, Catalogue catalogue) {
        for (Pack candidate : catalogue.packs()) {
            if (candidate.id().equals(pack)) {
                var adjusted = new LinkedHashMap<Adjustment, RuleInfo>();
                for (Adjustment adjustment : candidate.adjustments()) {
                    catalogue.rule(adjustment.rule()).ifPresent(rule -> adjusted.put(adjustment, rule));
                }
                return adjusted.isEmpty() ? Optional.empty() : Optional.of(new OscalProfile(candidate, adjusted));
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the profile. The same pack gives the same bytes.
     *
     * @param catalogue what is loaded
     * @param target takes UTF-8; flushed, not closed
     * @throws IOException when writing fails
     */
    public void write(Catalogue catalogue, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        String catalog = Oscal.uuid("catalog of profile:" + OscalExport.uuid(catalogue));
        out.beginObject().name("profile").beginObject();
        out.member("uuid", Oscal.uuid("profile:" + pack.id() + " " + pack.version()));
        Oscal.metadata(
                pack.title() + ": adjustments to the guidance",
                pack.version(),
                "Kept by " + pack.maintainer() + ".",
                catalogue,
                out);
        var controls = new TreeSet<String>();
        adjusted.values().forEach(rule -> controls.add(Oscal.token(rule.cites().statement())));
        out.name("imports").beginArray().beginObject().member("href", "#" + catalog);
        out.name("include-controls").beginArray().beginObject().name("with-ids").beginArray();
        for (String control : controls) {
            out.value(control);
        }
        out.endArray().endObject().endArray();
        out.endObject().endArray();
        out.name("merge").beginObject().member("as-is", true).endObject();
        modify(out);
        out.name("back-matter").beginObject().name("resources").beginArray();
        out.beginObject()
                .member("uuid", catalog)
                .member("title", Oscal.markup(Notes.TITLE))
                .member("description", "Written by: govsocial guidance export --format oscal");
        out.name("rlinks").beginArray();
        out.beginObject()
                .member("href", "govsocial-catalog.json")
                .member("media-type", "application/oscal+json")
                .endObject();
        out.endArray().endObject();
        out.endArray().endObject();
        out.endObject().endObject().endLine();
        out.flush();
    }

    private void modify(JsonOutput out) throws IOException {
        out.name("modify").beginObject();
        if (adjusted.keySet().stream().anyMatch(a -> !a.settings().isEmpty())) {
            out.name("set-parameters").beginArray();
            for (Adjustment adjustment : adjusted.keySet()) {
                for (var setting : new TreeMap<>(adjustment.settings()).entrySet()) {
                    out.beginObject().member("param-id", Oscal.parameter(adjustment.rule(), setting.getKey()));
                    out.name("values")
                            .beginArray()
                            .value(setting.getValue().toString())
                            .endArray();
                    out.endObject();
                }
            }
            out.endArray();
        }
        var byControl = new TreeMap<String, List<Adjustment>>();
        adjusted.forEach((adjustment, rule) -> byControl.merge(
                Oscal.token(rule.cites().statement()),
                List.of(adjustment),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList()));
        out.name("alters").beginArray();
        for (var entry : byControl.entrySet()) {
            out.beginObject().member("control-id", entry.getKey());
            out.name("adds").beginArray().beginObject().member("position", "ending");
            out.name("props").beginArray();
            for (Adjustment adjustment : entry.getValue()) {
                notes(adjustment, out);
            }
            out.endArray().endObject().endArray().endObject();
        }
        out.endArray().endObject();
    }

    private static void notes(Adjustment adjustment, JsonOutput out) throws IOException {
        var severity = adjustment.severity();
        if (severity != null) {
            note("severity", severity.name(), adjustment, out);
        }
        if (adjustment.off()) {
            note("switched-off", "true", adjustment, out);
        }
        for (var setting : new TreeMap<>(adjustment.settings()).entrySet()) {
            note("setting", setting.getKey() + " = " + setting.getValue(), adjustment, out);
        }
        if (severity == null && !adjustment.off() && adjustment.settings().isEmpty()) {
            note("unchanged", "true", adjustment, out);
        }
    }

    private static void note(String name, String value, Adjustment adjustment, JsonOutput out) throws IOException {
        out.beginObject()
                .member("name", name)
                .member("ns", Oscal.NAMESPACE)
                .member("value", value)
                .member(
                        "class",
                        Oscal.token(adjustment.rule().document() + "."
                                + adjustment.rule().name()))
                .member("remarks", Oscal.markup(adjustment.reason()))
                .endObject();
    }
}
