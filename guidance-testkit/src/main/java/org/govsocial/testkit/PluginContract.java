package org.govsocial.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.engine.Tally;
import org.govsocial.model.Agency;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.TextAlternative;
import org.govsocial.model.WordRule;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.Message;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;
import org.govsocial.spi.Silence;

/**
 * Checks what authors of plug-ins forget: service declarations, pages, examples, messages, citations, and rules that keep
 * state, break on awkward text or keep silent ({@link PostRule#silence}) where they have something to report. Call it from
 * one test:
 *
 * <pre>{@code
 * PluginContract.verify(new MyPlugin());
 * }</pre>
 */
public final class PluginContract {
    private static final int FEWEST_EXAMPLES = 2;

    private final GuidancePlugin plugin;
    private final Guidance guidance;
    private final RuleExamples examples;
    private final List<String> faults = new ArrayList<>();

    private PluginContract(GuidancePlugin plugin) {
        this.plugin = plugin;
        this.guidance = Guidance.of(List.of(plugin));
        this.examples = RuleExamples.of(plugin);
    }

    /**
     * Checks a plug-in.
     *
     * @param plugin made as the service loader would make it
     * @throws AssertionError that names everything that is wrong
     */
    public static void verify(GuidancePlugin plugin) {
        var contract = new PluginContract(plugin);
        contract.verify();
        if (!contract.faults.isEmpty()) {
            throw new AssertionError("The plug-in " + plugin.getClass().getName() + " breaks its contract:\n- "
                    + String.join("\n- ", contract.faults));
        }
    }

    private void verify() {
        checkInfo();
        checkServices();
        for (Problem problem : guidance.problems()) {
            faults.add("It does not load whole: " + problem);
        }
        guidance.packs().forEach(pack -> pack.rules().forEach(this::checkWordRule));
        for (Rule rule : plugin.rules()) {
            checkShape(rule);
            checkPage(rule.info());
            if (RuleExamples.haveExamples(rule)) {
                checkExamples(rule);
            }
            if (rule instanceof PostRule judge) {
                checkNastyTexts(judge);
            }
        }
    }

    /** A pack's word rule brings its own texts. */
    private void checkWordRule(WordRule rule) {
        WordRule.Head head = rule.head();
        if (guidance.rule(head.id()).isEmpty()) {
            return; // said already
        }
        if (head.pass().isEmpty() || head.fail().isEmpty()) {
            faults.add(head.id() + ": it needs at least one text under \"pass\" and one under \"fail\"");
        }
        for (String text : head.pass()) {
            if (!Judging.report(guidance, head.id(), Post.of("text", text))
                    .findings()
                    .isEmpty()) {
                faults.add(head.id() + ": it reports \"" + text + "\", which should pass");
            }
        }
        for (String text : head.fail()) {
            if (Judging.report(guidance, head.id(), Post.of("text", text))
                    .findings()
                    .isEmpty()) {
                faults.add(head.id() + ": it reports nothing on \"" + text + "\", which should fail");
            }
        }
        checkPage(guidance.rule(head.id()).orElseThrow());
    }

    private void checkInfo() {
        PluginInfo info = plugin.info();
        if (!info.equals(plugin.info())) {
            faults.add("info() gives something else the second time");
        }
        if (info.apiLevel() < 1 || info.apiLevel() > GuidancePlugin.API_LEVEL) {
            faults.add("info().apiLevel() is " + info.apiLevel() + "; write GuidancePlugin.API_LEVEL, by name");
        }
        blank("version", info.version());
        blank("maintainer", info.maintainer());
        blank("reportTo", info.reportTo());
    }

    private void blank(String what, String value) {
        if (value.isBlank()) {
            faults.add("info()." + what + "() is blank; people need it when something goes wrong");
        }
    }

    /** A plug-in with a module descriptor alone vanishes on the class path, one with a service file alone in a module. */
    private void checkServices() {
        Class<?> type = plugin.getClass();
        String name = type.getName();
        if (!Modifier.isPublic(type.getModifiers())) {
            faults.add("the class is not public, so the service loader cannot make it");
        }
        URL services = plugin.resource("/META-INF/services/" + GuidancePlugin.class.getName());
        boolean listed = false;
        if (services != null) {
            try (var lines = new BufferedReader(new InputStreamReader(services.openStream(), StandardCharsets.UTF_8))) {
                listed = lines.lines().map(String::strip).anyMatch(name::equals);
            } catch (IOException e) {
                faults.add("META-INF/services cannot be read: " + e.getMessage());
            }
        }
        if (!listed) {
            faults.add("META-INF/services/" + GuidancePlugin.class.getName() + " does not list " + name
                    + ", so the plug-in vanishes on the class path");
        }
        Module module = type.getModule();
        if (module.isNamed() && !module.getDescriptor().isAutomatic()) {
            boolean provided = module.getDescriptor().provides().stream()
                    .anyMatch(p -> p.service().equals(GuidancePlugin.class.getName())
                            && p.providers().contains(name));
            if (!provided) {
                faults.add("module-info does not say \"provides GuidancePlugin with " + name + "\"");
            }
        }
        boolean found = ServiceLoader.load(GuidancePlugin.class, type.getClassLoader()).stream()
                .anyMatch(provider -> provider.type().equals(type));
        if (listed && !found) {
            faults.add("the service loader does not find the plug-in");
        }
    }

    private void checkShape(Rule rule) {
        Class<?> type = rule.getClass();
        String id = rule.info().id().toString();
        if (!Modifier.isFinal(type.getModifiers())) {
            faults.add(id + ": the class " + type.getSimpleName() + " is not final");
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isFinal(field.getModifiers()) && !field.isSynthetic()) {
                faults.add(id + ": the field " + field.getName() + " is not final; a rule keeps nothing between calls");
            }
        }
        if (!rule.info().equals(rule.info())) {
            faults.add(id + ": info() gives something else the second time");
        }
        if (rule.info().messages().isEmpty()) {
            faults.add(id + ": it has no messages, so it can report nothing");
        }
        if (rule.info().summary().isBlank()) {
            faults.add(id + ": the summary is blank");
        }
    }

    private void checkPage(RuleInfo rule) {
        Optional<RulePage> page = guidance.page(rule.id());
        if (page.isEmpty()) {
            faults.add(rule.id() + ": it has no page; add META-INF/govsocial/rules/" + rule.id() + ".md");
            return;
        }
        if (!page.get().markdown().startsWith("# ")) {
            faults.add(rule.id() + ": the page does not start with a first-level heading");
        }
        for (String heading : RulePage.HEADINGS) {
            if (page.get().under(heading).isEmpty()) {
                faults.add(rule.id() + ": the page says nothing under \"## " + heading + "\"");
            }
        }
    }

    private void checkExamples(Rule rule) {
        List<RuleExample> all;
        try {
            all = examples.of(rule.info().id());
        } catch (AssertionError e) {
            faults.add(e.getMessage());
            return;
        }
        long passing = all.stream().filter(RuleExample::passes).count();
        if (passing < FEWEST_EXAMPLES || all.size() - passing < FEWEST_EXAMPLES) {
            faults.add(rule.info().id() + ": it needs at least " + FEWEST_EXAMPLES + " examples that pass and "
                    + FEWEST_EXAMPLES + " that fail");
        }
        Set<String> said = new HashSet<>();
        for (RuleExample example : all) {
            example.findings().forEach(f -> said.add(f.key()));
            try {
                examples.check(example);
            } catch (AssertionError e) {
                faults.add(e.getMessage());
            }
            if (rule instanceof PostRule judge && example.subject() instanceof Post post) {
                checkSilence(judge, example, post);
            }
        }
        for (Map.Entry<String, Message> message : rule.info().messages().entrySet()) {
            if (!said.contains(message.getKey())) {
                faults.add(rule.info().id() + ": no example makes it say \"" + message.getKey() + "\"");
            }
        }
    }

    /** Asks the rule about its example on every platform, until one shows that it is silent where it should not be. */
    private void checkSilence(PostRule rule, RuleExample example, Post post) {
        if (guidance.rule(example.rule()).isEmpty()) {
            return; // said already
        }
        Reviewer reviewer = guidance.reviewer(
                ReviewConfig.DEFAULTS.withOnly(Set.of(example.rule())).withAgency(example.agency()));
        int before = faults.size();
        for (int i = 0; i < Platform.KNOWN.size() && faults.size() == before; i++) {
            Platform platform = Platform.KNOWN.get(i);
            Post there = post.withPlatform(platform);
            String what = example + " on " + platform.id();
            Report report = reviewer.review(there);
            if (report.failures().isEmpty()) {
                checkScreening(reviewer, rule, what, there, report);
                checkUnheard(rule, what, platform, example.agency(), report);
            }
        }
    }

    /** While posts are only screened or counted, rules are not asked about those of which they have nothing to report. */
    private void checkScreening(Reviewer reviewer, PostRule rule, String what, Post post, Report report) {
        var tally = new Tally();
        Outcome counted = reviewer.tally(post, tally);
        Outcome screened = reviewer.screen(post);
        long findings = tally.rules().getOrDefault(rule.info().id(), 0L);
        if (counted != report.outcome()
                || screened != report.outcome()
                || findings != report.findings().size()) {
            faults.add(what + ": a review says " + report.outcome() + " with "
                    + report.findings().size() + " findings, counting " + counted + " with " + findings
                    + ", and screening " + screened + "; does silence() promise too much?");
        }
    }

    /** An agency may take every failure for a note, but what a person has to decide is always heard. */
    private void checkUnheard(PostRule rule, String what, Platform platform, Agency agency, Report report) {
        Silence silence;
        try {
            silence = Objects.requireNonNull(rule.silence(platform, new Unheard(rule.info(), agency)));
        } catch (RuntimeException e) {
            faults.add(what + ": silence() broke: " + e);
            return;
        }
        boolean open = report.findings().stream().anyMatch(f -> f.outcome() == Outcome.CANT_TELL);
        if (open && silence.equals(Silence.ALWAYS)) {
            faults.add(what + ": silence() keeps from a person what the person has to decide");
        }
    }

    private void checkNastyTexts(PostRule rule) {
        if (guidance.rule(rule.info().id()).isEmpty()) {
            return; // said already
        }
        Reviewer reviewer = guidance.reviewer(
                ReviewConfig.DEFAULTS.withOnly(Set.of(rule.info().id())));
        NastyTexts.all().forEach((what, text) -> {
            for (Post post : posts(text)) {
                checkNasty(reviewer, rule, what, post);
                checkNasty(reviewer, rule, what, post.withPlatform(Platform.X));
            }
        });
    }

    private static List<Post> posts(String text) {
        Post post = Post.of("nasty", text);
        return List.of(
                post,
                Post.of("nasty", "Flood").withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of(text)))));
    }

    private void checkNasty(Reviewer reviewer, PostRule rule, String what, Post post) {
        try {
            Report report = Judging.report(reviewer, rule.info().id(), post);
            for (Finding finding : report.findings()) {
                checkFinding(rule, what, post, finding);
            }
            checkScreening(reviewer, rule, rule.info().id() + " on " + what, post, report);
        } catch (AssertionError | RuntimeException e) {
            faults.add(rule.info().id() + " on " + what + ": " + e);
        }
    }

    private void checkFinding(PostRule rule, String what, Post post, Finding finding) {
        Place place = finding.place();
        String text = post.textAt(place.field());
        int length = text == null ? -1 : text.length();
        if (place.end() > length && place.end() >= 0) {
            faults.add(rule.info().id() + " on " + what + ": the place " + place + " lies outside the text");
        } else if (text != null && (cuts(text, place.start()) || cuts(text, place.end()))) {
            faults.add(rule.info().id() + " on " + what + ": the place " + place + " cuts a character in two");
        }
        finding.fixes().forEach(fix -> post.edited(fix.edits()));
        Message message = rule.info().messages().get(finding.messageKey());
        if (message != null) {
            Judging.emptyPlaceholders(message, finding.args())
                    .forEach(fault -> faults.add(rule.info().id() + " on " + what + ": " + fault));
        }
    }

    private static boolean cuts(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
