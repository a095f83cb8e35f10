package org.govsocial.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Subject;
import org.govsocial.spi.CaseStudyRule;
import org.govsocial.spi.Findings;
import org.govsocial.spi.IncidentRule;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.ProfileRule;
import org.jspecify.annotations.Nullable;

/** Judges subjects, one after another. Not thread-safe: make one for each thread and use it again. */
public final class Reviewer {
    private static final Comparator<Finding> BY_PLACE = (one, other) -> {
        int order = one.place().compareTo(other.place());
        order = order == 0 ? one.rule().compareTo(other.rule()) : order;
        return order == 0 ? one.messageKey().compareTo(other.messageKey()) : order;
    };

    private final RuleSet rules;
    private final Map<Platform, List<RuleSet.Active>> speaking = new HashMap<>();
    private final Screenings screenings = new Screenings(false);
    private final Screenings countings = new Screenings(true);
    private final List<Platform> platforms;
    private final Answers answers;
    private final Scan scan;
    private final Screen screen;
    private final Collector collector = new Collector();
    private final Results postResults;
    private final Results otherResults;
    private final Fingerprints fingerprints;

    Reviewer(RuleSet rules, Terms terms, ReviewConfig config) {
        this.rules = rules;
        this.platforms = config.platforms();
        this.answers = config.answers();
        fingerprints = new Fingerprints(config.fingerprints() || !answers.isEmpty());
        scan = new Scan(terms);
        screen = new Screen(rules.active);
        postResults = new Results(rules, true);
        otherResults = new Results(rules, false);
    }

    /**
     * The post's outcome and nothing else. A post with nothing to report costs no memory. As soon as a rule finds that the
     * post fails, the rest are not asked, and rules that can do no more than note need not be: cheap rules go first, and so
     * do those that may find an error rather than a warning.
     *
     * @param post judged for the configured platforms, or its own
     * @return the worst of the rules' outcomes, where a note does not count as failed; {@link Outcome#INAPPLICABLE}
     *     for other people's words
     */
    public Outcome screen(Post post) {
        return answers.isEmpty() ? screen(post, null) : reviewPost(post).outcome();
    }

    /**
     * The same as {@link #screen(Post)}, counted: every rule is asked.
     *
     * @param post judged for the configured platforms, or its own
     * @param tally takes the subject, its findings and the rules that did not finish
     * @return the post's outcome
     */
    public Outcome tally(Post post, Tally tally) {
        if (!answers.isEmpty()) {
            Report report = reviewPost(post);
            tally.add(report, !platforms.isEmpty());
            return report.outcome();
        }
        Outcome outcome = screen(post, tally);
        tally.subject(outcome);
        return outcome;
    }

    private Outcome screen(Post post, @Nullable Tally tally) {
        if (!post.kind().isOwn()) {
            return Outcome.INAPPLICABLE;
        }
        if (platforms.isEmpty()) {
            return screen(post, post.platform(), tally);
        }
        Outcome worst = Outcome.INAPPLICABLE;
        for (int i = 0; i < platforms.size() && (tally != null || worst != Outcome.FAILED); i++) {
            worst = worst.worse(screen(post, platforms.get(i), tally));
        }
        return worst;
    }

    private Outcome screen(Post post, Platform platform, @Nullable Tally tally) {
        scan.scan(post, platform);
        screen.begin(tally);
        Screening screening = (tally == null ? screenings : countings).of(platform);
        for (int set = 0; set < screening.sets(); set++) {
            for (long due = screening.due(set, scan); due != 0; due &= due - 1) {
                screen(screening.rule(set, Long.numberOfTrailingZeros(due)), tally);
                if (tally == null && screen.isFailed()) {
                    return Outcome.FAILED;
                }
            }
        }
        if (screen.outcome() == Outcome.INAPPLICABLE) {
            screenSilent(screening, tally);
        }
        Outcome worst = screen.outcome();
        if (tally != null && !platforms.isEmpty()) {
            tally.platform(platform, worst);
        }
        return worst;
    }

    /** Looks among the rules that have nothing to report for one that speaks about the post, and so passes it. */
    private void screenSilent(Screening screening, @Nullable Tally tally) {
        for (RuleSet.Active rule : screening.silent()) {
            PostRule judge = rule.judge;
            if (screen.outcome() == Outcome.INAPPLICABLE && judge != null && isMet(rule)) {
                try {
                    screen.begin(rule);
                    if (judge.applies(scan)) {
                        screen.applies();
                    }
                } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                    untested(rule, e, tally);
                }
            }
        }
    }

    /** Runs a rule on the scanned post, which has the traits that it needs. */
    private void screen(RuleSet.Active rule, @Nullable Tally tally) {
        PostRule judge = rule.judge;
        if (judge == null || rule.hasTerms && !findsTerms(rule)) {
            return;
        }
        try {
            screen.begin(rule);
            if (judge.applies(scan)) {
                screen.applies();
                judge.check(scan, screen);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            untested(rule, e, tally);
        }
    }

    private void untested(RuleSet.Active rule, Throwable fault, @Nullable Tally tally) {
        screen.untested();
        if (tally != null) {
            tally.failure(failure(rule, fault));
        }
    }

    /** Whether the scanned post has all that a rule needs. */
    private boolean isMet(RuleSet.Active rule) {
        int traits = scan.traits();
        return (traits & rule.needs) == rule.needs && (traits & rule.needsAny) != 0 && findsTerms(rule);
    }

    /** Shows a rule its terms in the post, and says whether it can do with what there is. */
    private boolean findsTerms(RuleSet.Active rule) {
        return rule.hasTerms && scan.focus(rule.terms) || (scan.traits() & rule.besideTerms) != 0;
    }

    /**
     * What the engine finds in a post, for callers that do something else with it than judge it.
     *
     * @param <T> what the caller makes of it
     * @param post its text is read by the grammar of the platform
     * @param platform which platform
     * @param reader receives the features, which are valid until it returns
     * @return what the reader returned
     */
    public <T> T features(Post post, Platform platform, Function<PostFeatures, T> reader) {
        scan.scan(post, platform);
        return reader.apply(scan);
    }

    /**
     * What the rules say of a subject, with words, places and fixes.
     *
     * @param subject a post is judged for the configured platforms, or its own
     * @return the report
     */
    public Report review(Subject subject) {
        return subject instanceof Post post ? reviewPost(post) : reviewOther(subject);
    }

    private Report reviewPost(Post post) {
        List<Platform> judged = platforms.isEmpty() ? List.of(post.platform()) : platforms;
        var pass = new Pass(postResults);
        for (Platform platform : judged) {
            Outcome outcome = Outcome.INAPPLICABLE;
            if (post.kind().isOwn()) {
                scan.scan(post, platform);
                for (RuleSet.Active rule : speaking.computeIfAbsent(platform, rules::postRules)) {
                    if (isMet(rule)) {
                        outcome = outcome.worse(pass.run(rule, platform, () -> applyTo(rule)));
                    }
                }
            }
            pass.byPlatform.put(platform, outcome);
        }
        return pass.report(post);
    }

    private boolean applyTo(RuleSet.Active rule) {
        PostRule judge = rule.judge;
        if (judge == null || !judge.applies(scan)) {
            return false;
        }
        judge.check(scan, collector);
        return true;
    }

    private Report reviewOther(Subject subject) {
        var pass = new Pass(otherResults);
        Outcome outcome = Outcome.INAPPLICABLE;
        for (RuleSet.Active rule : rules.active) {
            if (!(rule.owned.rule() instanceof PostRule)) {
                outcome = outcome.worse(pass.run(rule, Platform.ANY, () -> applyTo(rule, subject, collector)));
            }
        }
        pass.byPlatform.put(Platform.ANY, outcome);
        return pass.report(subject);
    }

    private static boolean applyTo(RuleSet.Active rule, Subject subject, Findings out) {
        if (rule.owned.rule() instanceof ProfileRule judge
                && subject instanceof org.govsocial.model.Profile profile
                && judge.applies(profile)) {
            judge.check(profile, out);
        } else if (rule.owned.rule() instanceof PlanRule judge
                && subject instanceof org.govsocial.model.Plan plan
                && judge.applies(plan)) {
            judge.check(plan, out);
        } else if (rule.owned.rule() instanceof IncidentRule judge
                && subject instanceof org.govsocial.model.Incident incident
                && judge.applies(incident)) {
            judge.check(incident, out);
        } else if (rule.owned.rule() instanceof CaseStudyRule judge
                && subject instanceof org.govsocial.model.CaseStudy study
                && judge.applies(study)) {
            judge.check(study, out);
        } else {
            return false;
        }
        return true;
    }

    private static RuleFailure failure(RuleSet.Active rule, Throwable fault) {
        Owned owned = rule.owned;
        return new RuleFailure(
                owned.info().id(),
                owned.owner().id(),
                owned.owner().maintainer(),
                owned.owner().reportTo(),
                Faults.oneLine(fault));
    }

    /**
     * Applies every safe fix, again and again until none is left or ten rounds are done.
     *
     * @param post not changed
     * @return the mended post; the same object when there is nothing to mend
     */
    public Post fixed(Post post) {
        return mended(post).post();
    }

    /**
     * Applies every safe fix as {@link #fixed(Post)} does, and says which. A fix that would bring an error into the post
     * that it did not have, such as words beyond what the platform takes, is left for a person.
     *
     * @param post not changed
     * @return the mended post, and what was mended
     */
    public Mending mended(Post post) {
        return Mending.of(post, this::reviewPost);
    }

    /** How posts are screened, by platform: they mostly come in runs of one. */
    private final class Screenings {
        private final boolean notes;
        private final Map<Platform, Screening> byPlatform = new HashMap<>();
        private Platform lastPlatform = Platform.ANY;
        private @Nullable Screening last;

        Screenings(boolean notes) {
            this.notes = notes;
        }

        Screening of(Platform platform) {
            Screening screening = last;
            if (screening == null || !platform.equals(lastPlatform)) {
                screening = byPlatform.get(platform);
                if (screening == null) { // without a function: a clean post costs no memory
                    screening = new Screening(platform, rules.postRules(platform), notes);
                    byPlatform.put(platform, screening);
                }
                last = screening;
                lastPlatform = platform;
            }
            return screening;
        }
    }

    /** Applies a rule and says whether it had anything to speak about. */
    private interface Application {
        boolean run();
    }

    /** What one review gathers. */
    private final class Pass {
        private final Results results;
        private final SortedMap<Platform, Outcome> byPlatform = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<RuleFailure> failures = new ArrayList<>();

        /** What each rule comes to without its findings; kept only where answers may take some away. */
        private final SortedMap<Platform, SortedMap<RuleId, Outcome>> bases = new TreeMap<>();

        Pass(Results results) {
            this.results = results;
            results.begin();
        }

        /** Runs one rule and gives what its outcome means for the subject. */
        Outcome run(RuleSet.Active rule, Platform platform, Application application) {
            collector.begin(rule);
            Outcome result = Outcome.INAPPLICABLE;
            Outcome weight = Outcome.INAPPLICABLE;
            try {
                if (application.run()) {
                    result = collector.outcome();
                    weight = collector.weight();
                    collector.drain(platform, findings);
                }
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                result = Outcome.UNTESTED;
                weight = Outcome.UNTESTED;
                failures.add(failure(rule, e));
            }
            results.add(rule, result);
            if (!answers.isEmpty()) {
                boolean found = result == Outcome.FAILED || result == Outcome.CANT_TELL;
                bases.computeIfAbsent(platform, p -> new TreeMap<>())
                        .put(rule.owned.info().id(), found ? Outcome.PASSED : result);
            }
            return weight;
        }

        Report report(Subject subject) {
            Outcome outcome = Outcome.INAPPLICABLE;
            for (Outcome here : byPlatform.values()) {
                outcome = outcome.worse(here);
            }
            List<Finding> merged = merged();
            merged.sort(BY_PLACE);
            if (!answers.isEmpty()) {
                return answers.applied(
                        subject,
                        fingerprints.stamped(subject, merged),
                        byPlatform,
                        results.byRule(),
                        bases,
                        failures.stream().distinct().toList());
            }
            return new Report(
                    subject,
                    outcome,
                    byPlatform,
                    results.byRule(),
                    fingerprints.stamped(subject, merged),
                    failures.isEmpty()
                            ? List.of()
                            : failures.stream().distinct().toList());
        }

        /** One finding for all the platforms that it was made for. */
        private List<Finding> merged() {
            if (byPlatform.size() < 2) {
                return findings;
            }
            var merged = new ArrayList<Finding>();
            for (Finding finding : findings) {
                int same = -1;
                for (int i = 0; i < merged.size() && same < 0; i++) {
                    same = isSame(merged.get(i), finding) ? i : -1;
                }
                if (same < 0) {
                    merged.add(finding);
                } else {
                    merged.set(same, joined(merged.get(same), finding.platforms()));
                }
            }
            return merged;
        }

        private boolean isSame(Finding one, Finding other) {
            return one.rule().equals(other.rule())
                    && one.messageKey().equals(other.messageKey())
                    && one.place().equals(other.place())
                    && one.outcome() == other.outcome()
                    && one.args().equals(other.args())
                    && one.fixes().equals(other.fixes())
                    && !one.platforms().contains(other.platforms().get(0));
        }

        private Finding joined(Finding finding, List<Platform> more) {
            var all = new ArrayList<>(finding.platforms());
            all.addAll(more);
            return finding.withPlatforms(all);
        }
    }
}
