package org.govsocial.engine;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Answer;
import org.govsocial.model.Decision;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.govsocial.model.WorkspaceSettings.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about findings before: decisions, allowances, and a baseline of what is known. Made by {@link
 * #NONE} and {@code with…}, so that components can be added. Immutable; safe to share between threads.
 *
 * @param decisions by the finding's fingerprint
 * @param known fingerprints of findings that are left out, since they are known already
 * @param allowances findings that the agency allows itself are left out
 * @param today on which decisions hold or have expired
 */
public record Answers(Map<String, Decision> decisions, Set<String> known, List<Allowance> allowances, LocalDate today) {
    /** Nobody has said anything. */
    public static final Answers NONE = new Answers(Map.of(), Set.of(), List.of(), LocalDate.EPOCH);

    /** Copies the collections. */
    public Answers {
        decisions = Map.copyOf(decisions);
        known = Set.copyOf(known);
        allowances = List.copyOf(allowances);
    }

    /**
     * The same with decisions.
     *
     * @param given by the finding's fingerprint
     * @param day on which they hold or have expired
     * @return new answers
     */
    public Answers withDecisions(Map<String, Decision> given, LocalDate day) {
        return new Answers(given, known, allowances, day);
    }

    /**
     * The same with a baseline.
     *
     * @param fingerprints of findings to leave out
     * @return new answers
     */
    public Answers withKnown(Set<String> fingerprints) {
        return new Answers(decisions, fingerprints, allowances, today);
    }

    /**
     * The same with allowances.
     *
     * @param given findings to leave out
     * @return new answers
     */
    public Answers withAllowances(List<Allowance> given) {
        return new Answers(decisions, known, given, today);
    }

    /**
     * Whether nobody has said anything, so that nothing changes.
     *
     * @return true without decisions, baseline and allowances
     */
    public boolean isEmpty() {
        return decisions.isEmpty() && known.isEmpty() && allowances.isEmpty();
    }

    /**
     * The report on a subject after what people said.
     *
     * @param found the findings as the rules made them, with fingerprints
     * @param platforms those that the subject was judged for
     * @param results each rule's outcome as found
     * @param bases for each platform, what each rule that ran comes to without findings
     */
    Report applied(
            Subject subject,
            List<Finding> found,
            SortedMap<Platform, Outcome> platforms,
            SortedMap<RuleId, Outcome> results,
            SortedMap<Platform, SortedMap<RuleId, Outcome>> bases,
            List<RuleFailure> failures) {
        var findings = new ArrayList<Finding>(found.size());
        int allowed = 0;
        int hidden = 0;
        for (Finding finding : found) {
            Finding left = allowances.isEmpty() ? finding : disallowed(subject, finding);
            Decision decision = decisions.get(finding.fingerprint());
            if (left == null) {
                allowed++;
            } else if (known.contains(finding.fingerprint())) {
                hidden++;
            } else {
                findings.add(
                        decision == null ? left : left.answered(new Answer(decision, decision.isExpiredOn(today))));
            }
        }
        var byRule = new TreeMap<>(results);
        bases.values().forEach(rules -> rules.keySet().forEach(rule -> byRule.put(rule, Outcome.INAPPLICABLE)));
        var byPlatform = new TreeMap<Platform, Outcome>();
        Outcome worst = Outcome.INAPPLICABLE;
        for (Platform platform : platforms.keySet()) {
            Outcome here = Outcome.INAPPLICABLE;
            for (var base : bases.getOrDefault(platform, new TreeMap<>()).entrySet()) {
                here = here.worse(base.getValue());
                byRule.merge(base.getKey(), base.getValue(), Outcome::worse);
            }
            for (Finding finding : findings) {
                boolean weighs = finding.outcome() != Outcome.FAILED || finding.severity() != Severity.NOTE;
                if (finding.counts() && weighs && finding.platforms().contains(platform)) {
                    here = here.worse(finding.outcome());
                }
            }
            byPlatform.put(platform, here);
            worst = worst.worse(here);
        }
        for (Finding finding : findings) {
            byRule.merge(finding.rule(), finding.outcome(), Outcome::worse);
        }
        return new Report(subject, worst, byPlatform, byRule, findings, failures, new Report.Withheld(hidden, allowed));
    }

    /** The finding on the platforms where it is not allowed; null when it is allowed on all. */
    private @Nullable Finding disallowed(Subject subject, Finding finding) {
        var left = new ArrayList<Platform>();
        for (Platform platform : finding.platforms()) {
            if (allowances.stream().noneMatch(allowance -> allows(allowance, subject, finding, platform))) {
                left.add(platform);
            }
        }
        if (left.isEmpty()) {
            return null;
        }
        return left.size() == finding.platforms().size() ? finding : finding.withPlatforms(left);
    }

    private boolean allows(Allowance allowance, Subject subject, Finding finding, Platform platform) {
        boolean speaks = allowance.rule().map(finding.rule()::equals).orElse(true)
                && allowance.platform().map(platform::equals).orElse(true)
                && allowance.until().map(last -> !today.isAfter(last)).orElse(true);
        return speaks
                && allowance
                        .word()
                        .map(word -> plain(word).equals(plain(words(subject, finding))))
                        .orElse(true);
    }

    private static String words(Subject subject, Finding finding) {
        String text = subject instanceof Post post ? post.textAt(finding.place().field()) : null;
        if (text == null || finding.place().isWhole() || finding.place().end() > text.length()) {
            return "";
        }
        return text.substring(finding.place().start(), finding.place().end());
    }

    /** Composed, without the sign of a hashtag or mention, which is no letter. */
    private static String plain(String words) {
        String bare = words.strip();
        boolean signed = !bare.isEmpty() && (bare.charAt(0) == '#' || bare.charAt(0) == '@');
        return Normalizer.normalize(signed ? bare.substring(1) : bare, Normalizer.Form.NFC);
    }
}
