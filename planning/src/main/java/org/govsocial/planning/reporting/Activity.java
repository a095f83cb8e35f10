package org.govsocial.planning.reporting;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.planning.moderation.InformationRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RunSummary;

/**
 * Counts what an account did in a period, from posts that were reviewed by the rules of accessibility. Give it to a
 * review run as the writer of its report. Used by one thread.
 */
public final class Activity implements ReportWriter {
    private static final Pattern HASHTAG =
            Pattern.compile("(?<![\\p{L}\\p{N}_&/])#([\\p{L}\\p{M}\\p{N}_]*[\\p{L}][\\p{L}\\p{M}\\p{N}_]*)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final int THEMES = 10;

    private final Period period;
    private final boolean accessibility;
    private final Map<Post.Kind, Long> kinds = new HashMap<>();
    private final Map<LocalDate, Step> steps = new TreeMap<>();
    private final Map<String, Theme> themes = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private long undated;
    private long outside;
    private long judged;
    private long accessible;

    /** What happened in a day or a week. */
    private static final class Step {
        private long posts;
        private long judged;
        private long accessible;
    }

    /**
     * What is spoken of: a hashtag, or the host of links.
     *
     * @param name as written most often first
     * @param count in how many of the account's own posts
     */
    public record Theme(String name, long count) {}

    /**
     * What happened in a day or a week.
     *
     * @param from the day, or the Monday
     * @param posts own posts and replies
     * @param judged how many of them the rules of accessibility spoke about
     * @param accessible how many of these failed none
     */
    public record Stretch(LocalDate from, long posts, long judged, long accessible) {}

    /**
     * Starts a count.
     *
     * @param period the days
     * @param guidance tells whether there are rules of accessibility
     */
    public Activity(Period period, Guidance guidance) {
        this.period = period;
        this.accessibility = !accessibilityRules(guidance).isEmpty();
        for (LocalDate step = period.step(period.from()); !step.isAfter(period.to()); step = period.after(step)) {
            steps.put(step, new Step());
        }
    }

    /**
     * How posts are to be judged for the count: by the rules of accessibility alone.
     *
     * @param guidance whose rules
     * @return a configuration
     */
    public static ReviewConfig config(Guidance guidance) {
        Set<RuleId> rules = accessibilityRules(guidance);
        return rules.isEmpty() ? ReviewConfig.DEFAULTS : ReviewConfig.DEFAULTS.withOnly(rules);
    }

    private static Set<RuleId> accessibilityRules(Guidance guidance) {
        var rules = new LinkedHashSet<RuleId>();
        for (RuleInfo rule : guidance.rules()) {
            if (rule.id().document().equals("accessibility")) {
                rules.add(rule.id());
            }
        }
        return rules;
    }

    @Override
    public void subject(Reviewed subject) {
        if (!(subject.report().subject() instanceof Post post)) {
            return;
        }
        Instant time = post.time();
        if (time == null) {
            undated++;
            return;
        }
        if (!period.holds(time)) {
            outside++;
            return;
        }
        kinds.merge(post.kind(), 1L, Long::sum);
        if (post.kind() == Post.Kind.COMMENT && InformationRequest.isLikely(post.text())) {
            requests.add(post.text());
        }
        if (!post.kind().isOwn()) {
            return;
        }
        Step step = steps.computeIfAbsent(period.step(time.atZone(period.zone()).toLocalDate()), d -> new Step());
        step.posts++;
        Outcome outcome = subject.report().outcome();
        if (accessibility && (outcome == Outcome.PASSED || outcome == Outcome.CANT_TELL || outcome == Outcome.FAILED)) {
            boolean good = outcome != Outcome.FAILED;
            judged++;
            step.judged++;
            accessible += good ? 1 : 0;
            step.accessible += good ? 1 : 0;
        }
        themes(post.text());
    }

    @Override
    public void end(RunSummary totals) {}

    private void themes(String text) {
        var found = new LinkedHashSet<String>();
        Matcher tags = HASHTAG.matcher(text);
        while (tags.find()) {
            found.add("#" + tags.group(1));
        }
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            try {
                String host = new URI(links.group()).getHost();
                if (host != null) {
                    found.add(host.toLowerCase(Locale.ROOT));
                }
            } catch (URISyntaxException e) {
                continue; // no address after all
            }
        }
        var counted = new LinkedHashSet<String>();
        for (String name : found) {
            if (counted.add(name.toLowerCase(Locale.ROOT))) {
                themes.merge(
                        name.toLowerCase(Locale.ROOT),
                        new Theme(name, 1),
                        (old, one) -> new Theme(old.name(), old.count() + 1));
            }
        }
    }

    /**
     * The days that are counted.
     *
     * @return the period
     */
    public Period period() {
        return period;
    }

    /**
     * How many posts of a kind the period has.
     *
     * @param kind whose words
     * @return the number
     */
    public long count(Post.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /**
     * How many posts have no time, so that they cannot be counted.
     *
     * @return the number
     */
    public long undated() {
        return undated;
    }

    /**
     * Whether the counts say anything: at least one post has a time, or there was none at all.
     *
     * @return false when no post has a time
     */
    public boolean isDated() {
        return undated == 0 || outside > 0 || !kinds.isEmpty();
    }

    /**
     * How many posts lie before or after the period.
     *
     * @return the number
     */
    public long outside() {
        return outside;
    }

    /**
     * Own posts that the rules of accessibility judged.
     *
     * @return the number; 0 when there is no such rule
     */
    public long judged() {
        return judged;
    }

    /**
     * Own posts that failed no rule of accessibility.
     *
     * @return the number
     */
    public long accessible() {
        return accessible;
    }

    /**
     * Comments that may ask for official information.
     *
     * @return their words
     */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * What was spoken of most.
     *
     * @return at most ten, most often first
     */
    public List<Theme> themes() {
        return themes.values().stream()
                .sorted(Comparator.comparingLong(Theme::count).reversed().thenComparing(Theme::name))
                .limit(THEMES)
                .toList();
    }

    /**
     * What happened day by day, or week by week when the period is longer than two weeks.
     *
     * @return in order, without gaps
     */
    public List<Stretch> stretches() {
        var all = new ArrayList<Stretch>();
        steps.forEach((from, step) -> all.add(new Stretch(from, step.posts, step.judged, step.accessible)));
        return List.copyOf(all);
    }
}
