package org.govsocial.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Place;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.Message;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.ProfileRule;
import org.govsocial.spi.Rule;

/**
 * Runs the examples that stand beside a rule in {@code /META-INF/govsocial/rules/DOCUMENT/NAME.examples.json}:
 *
 * <pre>{@code
 * {"pass": [{"text": "…", "platform": "x", "media": [{"kind": "image", "alt": "…"}], "why": "the trap it guards"}],
 *  "fail": [{"text": "…", "findings": [
 *     {"key": "lower-case", "severity": "ERROR", "at": "#stateofemergency", "fixed": "the field after the first fix",
 *      "safe": true}]}]}
 * }</pre>
 *
 * <p>In place of {@code text}, the example of a rule about plans has {@code "plan"}, with a plan as in {@code plan.json},
 * and that of a rule about profiles {@code "profile"}, with {@code platform}, {@code handle}, {@code name}, {@code bio} and
 * {@code links}; {@code field} then says where.
 *
 * <p>An example that fails lists all findings of its rule. Only {@code text} (or {@code media}) and {@code key} are
 * needed: {@code platform} is none in particular, {@code language} is not declared, {@code outcome} is {@code FAILED}, {@code field} is {@code /text},
 * {@code nth} is 1 and without {@code at} the place is the whole field. Of a medium, {@code alt} left out means missing;
 * {@code "decorative": true} and {@code "unknown": true} say otherwise.
 *
 * <p>What a probe would see in a medium's files stands beside that: {@code "captions": "a.srt", "cues": [["00:00:00.000",
 * "00:00:02.000", "Kia ora"]], "faults": [["bad-time", 3, "…"]], "bytes": 900, "size": [1600, 900], "frames": 40, "loops":
 * 0, "duration": 2000, "flashes": [["general", 8]], "embeddedAlt": "…", "location": true, "words": [["Closed", 40]],
 * "colours": [["#777", "#EEE", 18]], "sound": true}, durations and times in milliseconds.
 */
public final class RuleExamples {
    private final GuidancePlugin plugin;
    private final Guidance guidance;

    private RuleExamples(GuidancePlugin plugin) {
        this.plugin = plugin;
        this.guidance = Guidance.of(List.of(plugin));
    }

    /**
     * The examples of a plug-in's rules.
     *
     * @param plugin the plug-in
     * @return its examples
     */
    public static RuleExamples of(GuidancePlugin plugin) {
        return new RuleExamples(plugin);
    }

    /** Whether examples of this kind of rule can be written down. */
    static boolean haveExamples(Rule rule) {
        return rule instanceof PostRule || rule instanceof PlanRule || rule instanceof ProfileRule;
    }

    /**
     * The examples of every rule that judges posts, plans or profiles.
     *
     * @return by rule, those that pass and those that fail in the order of the file
     * @throws AssertionError when a rule has none or the file is wrong
     */
    public List<RuleExample> all() {
        var all = new ArrayList<RuleExample>();
        for (Rule rule : plugin.rules()) {
            if (haveExamples(rule)) {
                all.addAll(of(rule.info().id()));
            }
        }
        return all;
    }

    /**
     * The examples of one rule.
     *
     * @param rule which rule
     * @return in the order of the file
     * @throws AssertionError when there are none or the file is wrong
     */
    public List<RuleExample> of(RuleId rule) {
        String path = "/META-INF/govsocial/rules/" + rule + ".examples.json";
        URL file = plugin.resource(path);
        if (file == null) {
            throw new AssertionError("The rule " + rule + " has no examples: add the resource " + path + ".");
        }
        try (InputStream in = file.openStream()) {
            return new ExampleReader(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8)).read();
        } catch (IOException e) {
            throw new AssertionError("The examples of " + rule + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Checks that the rule says of an example what the example says it does.
     *
     * @param example to run
     * @throws AssertionError when it does not
     */
    public void check(RuleExample example) {
        Report report = Judging.report(guidance, example.rule(), example.subject(), example.agency());
        if (report.findings().size() != example.findings().size()) {
            throw new AssertionError(example + "\nexpected " + keys(example) + "\nbut the rule reported "
                    + shown(report.findings(), example));
        }
        for (int i = 0; i < example.findings().size(); i++) {
            check(example, example.findings().get(i), report.findings().get(i));
        }
    }

    private void check(RuleExample example, RuleExample.Expected expected, Finding found) {
        var faults = new ArrayList<String>();
        same(faults, "key", expected.key(), found.messageKey());
        same(faults, "outcome", expected.outcome(), found.outcome());
        if (expected.severity() != null) {
            same(faults, "severity", expected.severity(), found.severity());
        }
        same(faults, "place", place(example, expected), found.place());
        expected.args()
                .forEach((name, value) ->
                        same(faults, "argument " + name, value, found.args().getOrDefault(name, "(none)")));
        if (expected.fixed() != null) {
            if (found.fixes().isEmpty()) {
                faults.add("it offers no fix");
            } else {
                Fix fix = found.fixes().get(0);
                RuleExample mended = mended(example, fix);
                same(faults, "text after the fix", expected.fixed(), String.valueOf(mended.textAt(expected.field())));
                checkGone(faults, found, mended);
            }
        }
        if (expected.safe() != null) {
            same(
                    faults,
                    "safe",
                    expected.safe(),
                    !found.fixes().isEmpty() && found.fixes().get(0).safe());
        }
        Message message = guidance.rule(example.rule()).orElseThrow().messages().get(found.messageKey());
        if (message != null) {
            faults.addAll(Judging.emptyPlaceholders(message, found.args()));
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    example + "\n" + String.join("\n", faults) + "\nreported: " + shown(List.of(found), example));
        }
    }

    private static RuleExample mended(RuleExample example, Fix fix) {
        return new RuleExample(
                example.rule(),
                example.number(),
                example.edited(fix.edits()),
                example.agency(),
                example.why(),
                example.findings());
    }

    private void checkGone(List<String> faults, Finding found, RuleExample mended) {
        Report after = Judging.report(guidance, found.rule(), mended.subject(), mended.agency());
        for (Finding again : after.findings()) {
            if (again.fingerprint().equals(found.fingerprint())) {
                faults.add("the fix does not remove the finding");
            }
        }
    }

    private static void same(List<String> faults, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            faults.add(what + ": expected " + expected + " but was " + actual);
        }
    }

    private static Place place(RuleExample example, RuleExample.Expected expected) {
        if (expected.at() == null) {
            return new Place(expected.field(), -1, -1);
        }
        String text = String.valueOf(example.textAt(expected.field()));
        int start = -1;
        for (int n = 0; n < expected.nth(); n++) {
            start = text.indexOf(expected.at(), start + 1);
            if (start < 0) {
                throw new AssertionError(example + "\n\"" + expected.at() + "\" does not occur " + (n + 1)
                        + " times in " + expected.field());
            }
        }
        return new Place(expected.field(), start, start + expected.at().length());
    }

    private static List<String> keys(RuleExample example) {
        return example.findings().stream().map(RuleExample.Expected::key).toList();
    }

    private static String shown(List<Finding> findings, RuleExample example) {
        var lines = new ArrayList<String>();
        for (Finding f : findings) {
            String text = example.textAt(f.place().field());
            String at = f.place().start() < 0 || text == null
                    ? "the whole of " + f.place().field()
                    : "\"" + text.substring(f.place().start(), f.place().end()) + "\"";
            String fix = f.fixes().isEmpty()
                    ? ""
                    : (f.fixes().get(0).safe() ? " safe fix " : " suggests ")
                            + mended(example, f.fixes().get(0))
                                    .textAt(f.fixes().get(0).edits().get(0).field());
            lines.add(f.severity() + " " + f.outcome() + " " + f.messageKey() + " at " + at + " " + f.args() + fix);
        }
        return lines.isEmpty() ? "nothing" : String.join("\n  ", lines);
    }
}
