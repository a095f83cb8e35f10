package org.govsocial.planning.reporting;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.govsocial.model.Block;
import org.govsocial.model.Plan;
import org.govsocial.model.Post;
import org.govsocial.planning.documents.Facts;
import org.govsocial.planning.moderation.ModerationEntry;
import org.govsocial.planning.moderation.ModerationLog;

/**
 * What a report says of an activity: the facts that its documents ask for. What nobody knows stays a gap.
 *
 * @param activity what was counted in posts
 * @param moderation what was done with comments; absent when there is no log
 * @param metrics figures from elsewhere
 * @param plan what was to be reached
 */
public record ActivityFacts(Activity activity, Optional<ModerationLog> moderation, Metrics metrics, Plan plan) {
    /**
     * A measure of the plan beside what came of it.
     *
     * @param objective what was to be reached
     * @param result the last figure in the period, with its day; absent when there is none
     */
    public record Result(Plan.Objective objective, Optional<Metrics.Figure> result) {
        /**
         * The result in words.
         *
         * @return "no data" when there is none
         */
        public String words() {
            return result.map(f -> f.value().toPlainString() + " (" + f.date() + ")")
                    .orElse("no data");
        }
    }

    /**
     * The plan's own measures beside what came of them.
     *
     * @return in the order of the plan
     */
    public List<Result> results() {
        return plan.aim().objectives().stream()
                .map(o -> new Result(o, metrics.last(o.measure(), activity.period())))
                .toList();
    }

    /**
     * Comments removed or hidden in the period.
     *
     * @return absent when there is no log
     */
    public Optional<List<ModerationEntry>> removals() {
        return moderation.map(log -> inPeriod(log.entries()).stream()
                .filter(e -> e.decision() != ModerationEntry.Decision.LEFT)
                .toList());
    }

    /**
     * Questions by how far they are, at the end of the log.
     *
     * @param state open or answered
     * @return absent when there is no log
     */
    public Optional<List<ModerationEntry>> questions(ModerationEntry.Question state) {
        return moderation.map(log -> log.latest().stream()
                .filter(e -> e.question().filter(q -> q == state).isPresent())
                .filter(e -> state == ModerationEntry.Question.OPEN || inPeriod(e.time()))
                .filter(e -> !e.time()
                        .atZoneSameInstant(activity.period().zone())
                        .toLocalDate()
                        .isAfter(activity.period().to()))
                .toList());
    }

    /**
     * Comments that may ask for official information, in the posts and in the log.
     *
     * @return their words
     */
    public List<String> requests() {
        var all = new ArrayList<>(activity.requests());
        moderation.ifPresent(log -> inPeriod(log.entries()).stream()
                .filter(ModerationEntry::mayAskForInformation)
                .map(ModerationEntry::copy)
                .filter(c -> !all.contains(c))
                .forEach(all::add));
        return List.copyOf(all);
    }

    private List<ModerationEntry> inPeriod(List<ModerationEntry> entries) {
        return entries.stream().filter(e -> inPeriod(e.time())).toList();
    }

    private boolean inPeriod(OffsetDateTime time) {
        return activity.period().holds(time.toInstant());
    }

    /**
     * The share of own posts that failed no rule of accessibility.
     *
     * @return in words; empty when none was judged
     */
    public String accessibility() {
        return activity.judged() == 0
                ? ""
                : activity.accessible() + " of " + activity.judged() + " ("
                        + Math.round(100.0 * activity.accessible() / activity.judged()) + " %)";
    }

    /**
     * Adds what is known to the facts of a plan.
     *
     * @param facts of the plan
     * @return facts for documents about an activity
     */
    public Facts into(Facts facts) {
        Facts known = facts.withText("period", activity.period().toString())
                .withText("postsMade", activity.isDated() ? number(activity.count(Post.Kind.ORIGINAL)) : "")
                .withText("repliesMade", activity.isDated() ? number(activity.count(Post.Kind.REPLY)) : "")
                .withText(
                        "contributions",
                        activity.count(Post.Kind.COMMENT) == 0 ? "" : number(activity.count(Post.Kind.COMMENT)))
                .withText("removedCount", size(removals()))
                .withText("questionsAnswered", size(questions(ModerationEntry.Question.ANSWERED)))
                .withText("questionsOpen", size(questions(ModerationEntry.Question.OPEN)))
                .withText(
                        "audienceSize",
                        metrics.last("followers", activity.period())
                                .map(f -> f.value().toPlainString() + " (" + f.date() + ")")
                                .orElse(""))
                .withText("accessibilityScore", accessibility())
                .withText("escalations", escalations());
        known = values(
                known,
                "themes",
                counted(activity.themes()),
                t -> Map.of("theme", t.name(), "count", number(t.count())));
        known = values(
                known,
                "removals",
                removals(),
                e -> Map.of("when", e.time().toString(), "rule", e.rule(), "reason", e.reason(), "by", e.by()));
        known = values(
                known,
                "openQuestions",
                questions(ModerationEntry.Question.OPEN),
                e -> Map.of(
                        "question", e.copy(), "since", e.time().toLocalDate().toString()));
        known = values(
                known,
                "results",
                counted(results()),
                r -> Map.of(
                        "objective", r.objective().text(),
                        "measure", r.objective().measure(),
                        "target", r.objective().target(),
                        "result", r.words()));
        return charts(known);
    }

    private String escalations() {
        List<String> requests = requests();
        return requests.isEmpty()
                ? ""
                : requests.size() + (requests.size() == 1 ? " comment may ask" : " comments may ask")
                        + " for official information: " + String.join(" / ", requests);
    }

    private Facts charts(Facts facts) {
        List<Activity.Stretch> stretches = activity.stretches();
        List<String> labels = stretches.stream().map(s -> s.from().toString()).toList();
        String axis = activity.period().showsDays() ? "Day" : "Week from";
        if (!activity.isDated()) {
            return facts;
        }
        Facts known = facts.withChart(
                "postsChart",
                new Block.Chart(
                        "Posts and replies, " + axis.toLowerCase(Locale.ROOT).replace(" from", "") + " by "
                                + axis.toLowerCase(Locale.ROOT).replace(" from", ""),
                        summary(stretches),
                        "posts",
                        axis,
                        labels,
                        List.of(new Block.Chart.Series(
                                "Posts and replies",
                                stretches.stream()
                                        .map(s -> OptionalDouble.of(s.posts()))
                                        .toList()))));
        if (activity.judged() > 0) {
            known = known.withChart(
                    "accessibilityChart",
                    new Block.Chart(
                            "Posts that failed no rule of accessibility",
                            "Over the whole period: " + accessibility() + ".",
                            "percent",
                            axis,
                            labels,
                            List.of(new Block.Chart.Series(
                                    "Share of posts",
                                    stretches.stream()
                                            .map(s -> s.judged() == 0
                                                    ? OptionalDouble.empty()
                                                    : OptionalDouble.of(100.0 * s.accessible() / s.judged()))
                                            .toList()))));
        }
        List<Activity.Theme> themes = activity.themes();
        if (!themes.isEmpty()) {
            known = known.withChart(
                    "themesChart",
                    new Block.Chart(
                            "Themes",
                            "Most often: " + themes.get(0).name() + ", in "
                                    + themes.get(0).count() + (themes.get(0).count() == 1 ? " post." : " posts."),
                            "posts",
                            "Theme",
                            themes.stream().map(Activity.Theme::name).toList(),
                            List.of(new Block.Chart.Series(
                                    "Posts",
                                    themes.stream()
                                            .map(t -> OptionalDouble.of(t.count()))
                                            .toList()))));
        }
        return known;
    }

    private static String summary(List<Activity.Stretch> stretches) {
        long most = stretches.stream().mapToLong(Activity.Stretch::posts).max().orElse(0);
        long all = stretches.stream().mapToLong(Activity.Stretch::posts).sum();
        return all + " in all; at most " + most + " at a time.";
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    /** A log without such entries knows that there were none; without a log nobody does. */
    private static String size(Optional<? extends List<?>> known) {
        return known.map(k -> number(k.size())).orElse("");
    }

    /** Nothing counted is not known to be nothing: there may have been nothing to count in. */
    private static <T> Optional<List<T>> counted(List<T> all) {
        return Optional.of(all).filter(a -> !a.isEmpty());
    }

    /** No values are known to be none; without a list nobody knows. */
    private static <T> Facts values(
            Facts facts, String name, Optional<List<T>> all, Function<T, Map<String, String>> parts) {
        return all.map(values ->
                        facts.withValues(name, values.stream().map(parts).toList()))
                .orElse(facts);
    }
}
