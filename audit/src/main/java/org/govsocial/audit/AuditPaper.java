package org.govsocial.audit;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.govsocial.model.Block;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.Span;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RunSummary;
import org.jspecify.annotations.Nullable;

/** The report of an audit. Its size is bounded, whatever the archive. */
final class AuditPaper {
    private static final int MOST_ROWS = 200;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_PROBLEMS = 50;

    private final Audit audit;
    private final RunSummary totals;
    private final List<Block> blocks = new ArrayList<>();

    AuditPaper(Audit audit, RunSummary totals) {
        this.audit = audit;
        this.totals = totals;
    }

    Paper paper() {
        alternatives();
        scope();
        results();
        sample();
        months();
        accounts();
        rules();
        criteria();
        notDone();
        return Paper.of("Audit of social media posts", blocks);
    }

    private void heading(String text) {
        blocks.add(Block.heading(1, text));
    }

    private void say(String text) {
        blocks.add(Block.paragraph(text));
    }

    private void table(String caption, List<String> header, List<List<String>> rows) {
        blocks.add(Block.Table.of(caption, header, rows));
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : Proportion.percent((double) part / whole);
    }

    private void alternatives() {
        heading("Text alternatives");
        var rows = new ArrayList<List<String>>();
        for (Map.Entry<Media.Kind, long[]> kind : audit.alternatives.entrySet()) {
            long[] n = kind.getValue();
            long all = n[0] + n[1] + n[2] + n[3];
            rows.add(List.of(
                    switch (kind.getKey()) {
                        case IMAGE -> "pictures";
                        case ANIMATION -> "animations";
                        case VIDEO -> "videos";
                        case AUDIO -> "sound";
                        case DOCUMENT -> "documents";
                        case OTHER -> "other media";
                    },
                    Long.toString(all),
                    Long.toString(n[0] + n[1]),
                    share(n[0] + n[1], all),
                    Long.toString(n[2]),
                    Long.toString(n[3])));
        }
        if (rows.isEmpty()) {
            say("The posts carry no pictures or other media.");
            return;
        }
        table(
                "Media of the agency's own posts, by what is known of their text alternatives",
                List.of("Media", "Number", "Known", "Known, share", "Missing", "Unknown"),
                rows);
        say(
                "Known: somebody described it, or marked it as decorative. Missing: its author left the text alternative out."
                        + " Unknown: the archive cannot say, so nobody is blamed; X, Facebook and Instagram leave text alternatives"
                        + " out of their downloads. A sheet given with --alt fills them in.");
        long filled = audit.options.alternatives().filled();
        long unmet = audit.options.alternatives().unmet();
        if (filled > 0 || unmet > 0) {
            say(filled + " of them came from the sheet given with --alt"
                    + (unmet > 0 ? "; " + unmet + " posts of that sheet were not among those audited" : "") + ".");
        }
    }

    private void scope() {
        heading("What was audited");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("own posts and replies, judged", Long.toString(audit.own)));
        for (Map.Entry<Post.Kind, Long> kind : audit.kinds.entrySet()) {
            if (!kind.getKey().isOwn()) {
                rows.add(List.of(
                        (kind.getKey() == Post.Kind.REPOST ? "reposts" : "other people's comments")
                                + ", counted and not judged",
                        kind.getValue().toString()));
            }
        }
        totals.skipped().forEach((reason, count) -> rows.add(List.of(reason + ", left out", count.toString())));
        totals.answers()
                .forEach((answer, count) -> rows.add(List.of(
                        switch (answer) {
                            case "known" -> "findings known from the baseline, left out";
                            case "allowed" -> "findings that the workspace allows, left out";
                            case "expired" -> "findings whose answer has expired";
                            default -> "findings that people " + answer;
                        },
                        count.toString())));
        table("What was read", List.of("What", "Number"), rows);
        say("Archives: " + audit.options.names().orElse("not named") + ". Period: "
                + audit.options.period().words() + ". Rules: "
                + audit.catalogue.rules().size() + ", version " + audit.options.version() + ".");
        say(
                "Posts are judged by the limits that their platform had on their day where a dated limit is known: X until"
                        + " 6 November 2017 allowed 140 characters. Everywhere else, today's limits are taken for older posts too.");
        for (var adjustment : audit.catalogue.adjustments()) {
            say("Changed by pack " + adjustment.pack() + ": " + adjustment.rule() + ". Reason: " + adjustment.reason());
        }
    }

    private void results() {
        heading("Results");
        var rows = new ArrayList<List<String>>();
        for (Outcome outcome :
                List.of(Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.UNTESTED, Outcome.INAPPLICABLE)) {
            long count = audit.outcomes.getOrDefault(outcome, 0L);
            rows.add(List.of(
                    switch (outcome) {
                        case FAILED -> "fail a rule";
                        case CANT_TELL -> "need a person to decide";
                        case PASSED -> "pass";
                        case UNTESTED -> "were not fully tested";
                        case INAPPLICABLE -> "hold nothing to judge";
                    },
                    Long.toString(count),
                    share(count, audit.own)));
        }
        table("The agency's own posts, by outcome", List.of("Posts that", "Number", "Share"), rows);
    }

    private void sample() {
        heading("Random sample");
        Proportion sampled = audit.sampled;
        if (sampled.size() == 0) {
            say("There was no post to draw.");
            return;
        }
        say(sampled.size() + " own posts were drawn at random (seed " + audit.options.seed()
                + "; the same archive and seed give the same posts) and written to sample.csv, for a person to look at: no"
                + " machine finds everything. W3C's evaluation methodology (WCAG-EM 1.0) asks for such a sample beside a"
                + " structured one, and for more posts when the two differ.");
        say("In the sample " + sampled.hits() + " of " + sampled.size() + " posts fail a rule, "
                + Proportion.percent(sampled.share())
                + "; with 95 % confidence (Wilson interval) the share in the whole"
                + " lies between " + Proportion.percent(sampled.low()) + " and " + Proportion.percent(sampled.high())
                + ". The machine judged all posts: there it is "
                + share(audit.outcomes.getOrDefault(Outcome.FAILED, 0L), audit.own)
                + ". What a person finds in the sample can be carried to the whole with about the same width.");
    }

    private void months() {
        heading("Trend");
        if (audit.months.isEmpty()) {
            say("No post says when it was published.");
            return;
        }
        boolean years = audit.months.size() > MOST_MONTHS;
        Map<String, Audit.Line> lines = new TreeMap<>();
        for (Map.Entry<YearMonth, Audit.Line> month : audit.months.entrySet()) {
            String label = years
                    ? Integer.toString(month.getKey().getYear())
                    : month.getKey().toString();
            Audit.Line into = lines.computeIfAbsent(label, l -> new Audit.Line());
            Audit.Line from = month.getValue();
            into.posts += from.posts;
            into.failed += from.failed;
            into.cantTell += from.cantTell;
            into.passed += from.passed;
            into.pictures += from.pictures;
            into.described += from.described;
        }
        List<Map.Entry<String, Audit.Line>> shown = lines.entrySet().stream()
                .skip(Math.max(0, lines.size() - 2L * MOST_MONTHS))
                .toList();
        blocks.add(new Block.Chart(
                "Posts that fail, and pictures that are described",
                "For each " + (years ? "year" : "month")
                        + ": the share of own posts that fail a rule, and the share of pictures with a known text"
                        + " alternative.",
                "%",
                years ? "Year" : "Month",
                shown.stream().map(Map.Entry::getKey).toList(),
                List.of(
                        new Block.Chart.Series(
                                "posts that fail",
                                shown.stream()
                                        .map(e -> percent(e.getValue().failed, e.getValue().posts))
                                        .toList()),
                        new Block.Chart.Series(
                                "pictures with a known text alternative",
                                shown.stream()
                                        .map(e -> percent(e.getValue().described, e.getValue().pictures))
                                        .toList()))));
        table(
                "Own posts by " + (years ? "year" : "month"),
                List.of(years ? "Year" : "Month", "Posts", "Fail", "Need a person", "Pass", "Pictures", "Described"),
                shown.stream().map(e -> row(e.getKey(), e.getValue())).toList());
        if (audit.undated > 0) {
            say(audit.undated + " posts without a time are not in the trend.");
        }
    }

    private static OptionalDouble percent(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
    }

    private static List<String> row(String label, Audit.Line line) {
        return List.of(
                label,
                Long.toString(line.posts),
                Long.toString(line.failed),
                Long.toString(line.cantTell),
                Long.toString(line.passed),
                Long.toString(line.pictures),
                Long.toString(line.described));
    }

    private void accounts() {
        if (audit.accounts.isEmpty()) {
            return;
        }
        heading("Accounts");
        var all = audit.accounts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Audit.Line> e) -> -e.getValue().posts)
                        .thenComparing(Map.Entry::getKey))
                .toList();
        table(
                "Own posts by account",
                List.of("Account", "Posts", "Fail", "Need a person", "Pass", "Pictures", "Described"),
                all.stream()
                        .limit(MOST_ROWS)
                        .map(e -> row(brief(e.getKey()), e.getValue()))
                        .toList());
        if (all.size() > MOST_ROWS) {
            say("And " + (all.size() - MOST_ROWS) + " more accounts with fewer posts.");
        }
    }

    private static String brief(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private void rules() {
        heading("Rules");
        if (audit.rules.isEmpty()) {
            say("No rule found anything.");
            return;
        }
        var rows = new ArrayList<List<Passage>>();
        var order = audit.rules.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<RuleId, Audit.OfRule> e) -> e.getValue().severity)
                        .reversed()
                        .thenComparing(e -> -e.getValue().posts)
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (Map.Entry<RuleId, Audit.OfRule> entry : order.subList(0, Math.min(order.size(), MOST_ROWS))) {
            Audit.OfRule rule = entry.getValue();
            String criterion = audit.criterion(entry.getKey());
            rows.add(List.of(
                    Passage.of(audit.catalogue
                                    .rule(entry.getKey())
                                    .map(RuleInfo::summary)
                                    .orElse("")
                            + " (" + entry.getKey() + ")"),
                    Passage.of(rule.severity.name()),
                    Passage.of(Long.toString(rule.findings)),
                    Passage.of(Long.toString(rule.posts)),
                    Passage.of(share(rule.posts, audit.own)),
                    Passage.of(Long.toString(rule.undecided)),
                    Passage.of(criterion.isEmpty() ? "–" : "WCAG " + criterion),
                    examples(rule)));
        }
        blocks.add(new Block.Table(
                "What was found, the most serious first",
                List.of(
                        "Rule",
                        "Severity",
                        "Findings",
                        "Posts",
                        "Share of own posts",
                        "For a person",
                        "Corresponds to",
                        "Examples"),
                rows));
        if (order.size() > MOST_ROWS) {
            say("And " + (order.size() - MOST_ROWS) + " more rules; findings.csv holds all findings.");
        }
    }

    private static Passage examples(Audit.OfRule rule) {
        var spans = new ArrayList<Span>();
        for (Audit.Example example : rule.examples) {
            if (!spans.isEmpty()) {
                spans.add(new Span.Words(", "));
            }
            String id = brief(example.id());
            URI address = address(example.url());
            spans.add(address == null ? new Span.Words(id) : new Span.Hyperlink("post " + id, address));
        }
        return new Passage(spans);
    }

    private static @Nullable URI address(String url) {
        try {
            URI address = new URI(url);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null && url.length() <= 2_000 ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private void criteria() {
        if (audit.criteria.isEmpty()) {
            return;
        }
        heading("WCAG 2.2 and people");
        say(
                "Rules correspond to success criteria of WCAG 2.2. The standard does not bind posts on the platforms of others,"
                        + " so this is no statement of conformance. Whom a criterion is mostly for is our own short reading.");
        var rows = new ArrayList<List<String>>();
        audit.criteria.forEach((criterion, n) -> rows.add(List.of(
                criterion.isEmpty() ? "no criterion" : "corresponds to WCAG " + criterion,
                Long.toString(n[0]),
                Long.toString(n[1]),
                share(n[1], audit.own),
                Affected.by(criterion))));
        table(
                "Findings by success criterion",
                List.of("Criterion", "Findings", "Posts", "Share of own posts", "Mostly for"),
                rows);
        var people = audit.affected.entrySet().stream()
                .sorted(Comparator.comparingLong(e -> -e.getValue()[1]))
                .map(e -> List.of(
                        e.getKey(),
                        Long.toString(e.getValue()[0]),
                        Long.toString(e.getValue()[1]),
                        share(e.getValue()[1], audit.own)))
                .collect(Collectors.toList());
        table("Who is affected", List.of("People", "Findings", "Posts", "Share of own posts"), people);
    }

    private void notDone() {
        if (totals.problems().isEmpty()) {
            return;
        }
        heading("What could not be done");
        var problems = totals.problems();
        blocks.add(Block.bullets(problems.stream()
                .limit(MOST_PROBLEMS)
                .map(p -> p.toString().length() <= 1_000
                        ? p.toString()
                        : p.toString().substring(0, 1_000) + "…")
                .toList()));
        if (problems.size() > MOST_PROBLEMS) {
            say("And " + (problems.size() - MOST_PROBLEMS) + " more.");
        }
    }
}
