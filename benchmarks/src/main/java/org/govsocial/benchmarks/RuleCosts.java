package org.govsocial.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.spi.RuleInfo;

/**
 * What each rule adds to the screening of a post, in nanoseconds of processor time, so that a dear one is found. Not a
 * benchmark to quote: each rule is measured alone, so the sum is not what they cost together.
 */
public final class RuleCosts {
    private static final int ROUNDS = 9;

    private RuleCosts() {}

    /**
     * Prints a line for each rule, and for all and none.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Post[] posts = Corpus.posts().toArray(Post[]::new);
        Guidance guidance = Corpus.guidance(1_000);
        Map<String, ReviewConfig> configs = new LinkedHashMap<>();
        configs.put("all rules", ReviewConfig.DEFAULTS);
        configs.put(
                "no rule",
                ReviewConfig.DEFAULTS.withSkip(
                        guidance.rules().stream().map(RuleInfo::id).collect(Collectors.toSet())));
        for (RuleInfo rule : guidance.rules()) {
            configs.put(rule.id().toString(), ReviewConfig.DEFAULTS.withOnly(Set.of(rule.id())));
        }
        double none = median(posts, guidance, configs.get("no rule"));
        for (Map.Entry<String, ReviewConfig> config : configs.entrySet()) {
            double cost = median(posts, guidance, config.getValue());
            System.out.println(
                    String.format(Locale.ROOT, "%-48s %8.0f ns/post  + %6.0f", config.getKey(), cost, cost - none));
        }
    }

    private static double median(Post[] posts, Guidance guidance, ReviewConfig config) {
        Reviewer reviewer = guidance.reviewer(config);
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] rounds = new double[ROUNDS];
        int judged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = thread.getCurrentThreadCpuTime();
            for (Post post : posts) {
                judged += reviewer.screen(post) == Outcome.UNTESTED ? 0 : 1;
            }
            rounds[round] = (thread.getCurrentThreadCpuTime() - start) / (double) posts.length;
        }
        if (judged == 0) {
            throw new IllegalStateException("every rule failed");
        }
        java.util.Arrays.sort(rounds, 2, ROUNDS);
        return rounds[2 + (ROUNDS - 2) / 2];
    }
}
