package org.govsocial.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.govsocial.model.Account;
import org.govsocial.model.Answer;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Paper;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.Message;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RunSummary;
import org.govsocial.spi.SaidOnce;
import org.govsocial.text.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was found in an archive, post by post: writes every finding to a sheet at once, keeps counts and a random
 * sample, and makes a paper of them at the end. Memory does not grow with the number of posts. Reposts and other people's
 * words are counted and not judged. Used by one thread.
 */
public final class Audit implements ReportWriter {
    private static final List<String> COLUMNS = List.of(
            "fingerprint",
            "post",
            "account",
            "platform",
            "time",
            "where",
            "url",
            "rule",
            "severity",
            "outcome",
            "message",
            "field",
            "words",
            "corresponds_to",
            "affected",
            "statement",
            "answer");

    private static final List<String> SAMPLE_COLUMNS =
            List.of("post", "account", "platform", "time", "where", "url", "text", "outcome", "findings", "person");

    /** More accounts, months or rules than this are counted together. */
    static final int MOST_KEYS = 2_000;

    static final String OTHERS = "(others)";
    private static final int MOST_EXAMPLES = 5;
    private static final int MOST_WORDS = 300;

    /** Counts of one account or month. */
    static final class Line {
        long posts;
        long failed;
        long cantTell;
        long passed;
        long pictures;
        long described;
    }

    /** Counts of one rule. */
    static final class OfRule {
        long findings;
        long posts;
        long undecided;
        Severity severity = Severity.NOTE;
        final List<Example> examples = new ArrayList<>();
    }

    /** A post to look at. */
    record Example(String id, String url) {}

    /** A post of the random sample. */
    private record Drawn(List<String> row, boolean failed) {}

    final Catalogue catalogue;
    final AuditOptions options;
    final Map<Post.Kind, Long> kinds = new TreeMap<>();
    final Map<Outcome, Long> outcomes = new TreeMap<>();
    final Map<String, Line> accounts = new TreeMap<>();
    final Map<YearMonth, Line> months = new TreeMap<>();
    final Map<RuleId, OfRule> rules = new TreeMap<>();
    final Map<String, long[]> criteria = new TreeMap<>();
    final Map<String, long[]> affected = new TreeMap<>();
    final Map<Media.Kind, long[]> alternatives = new TreeMap<>();
    private final Writer findingsText;
    private final CsvWriter findings;
    private final Writer sampleText;
    private final CsvWriter sample;
    private final Random random;
    private final SaidOnce once;
    private final List<Drawn> drawn = new ArrayList<>();
    long own;
    long undated;
    Proportion sampled = new Proportion(0, 0);
    private Paper paper = Paper.of("Audit of social media posts", List.of());

    /**
     * Starts an audit.
     *
     * @param catalogue the rules, for their words
     * @param options what the audit is about
     * @param findings receives every finding as CSV; not closed
     * @param sample receives the random sample as CSV, at the end; not closed
     * @throws IOException when writing fails
     */
    public Audit(Catalogue catalogue, AuditOptions options, OutputStream findings, OutputStream sample)
            throws IOException {
        this.catalogue = catalogue;
        this.options = options;
        this.random = new Random(options.seed());
        this.once = new SaidOnce(catalogue);
        findingsText = text(findings);
        this.findings = csv(findingsText, COLUMNS);
        sampleText = text(sample);
        this.sample = csv(sampleText, SAMPLE_COLUMNS);
    }

    private static Writer text(OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        text.write('\ufeff');
        return text;
    }

    private static CsvWriter csv(Writer text, List<String> columns) {
        CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
        writer.writeRecord(columns);
        return writer;
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        Report report = once.told(reviewed).report();
        if (!(report.subject() instanceof Post post)) {
            return;
        }
        kinds.merge(post.kind(), 1L, Long::sum);
        if (!post.kind().isOwn()) {
            return;
        }
        own++;
        outcomes.merge(report.outcome(), 1L, Long::sum);
        count(line(accounts, account(post)), post, report.outcome());
        Instant time = post.time();
        if (time == null) {
            undated++;
        } else {
            YearMonth month = YearMonth.from(time.atZone(options.period().zone()));
            if (months.size() < MOST_KEYS || months.containsKey(month)) {
                count(months.computeIfAbsent(month, m -> new Line()), post, report.outcome());
            }
        }
        for (Media medium : post.media()) {
            alternatives.computeIfAbsent(medium.kind(), k -> new long[4])[state(medium.alt())]++;
        }
        count(post, report);
        // The sheet is whole, so that it can be the next audit's baseline.
        for (Finding finding : reviewed.report().findings()) {
            write(reviewed, post, finding);
        }
        draw(reviewed, post, report);
    }

    private static Line line(Map<String, Line> lines, String key) {
        return lines.size() < MOST_KEYS || lines.containsKey(key)
                ? lines.computeIfAbsent(key, k -> new Line())
                : lines.computeIfAbsent(OTHERS, k -> new Line());
    }

    private static String account(Post post) {
        String handle = post.account().equals(Account.UNKNOWN)
                ? "account not known"
                : "@" + post.account().handle();
        return handle + " on " + post.platform();
    }

    private static void count(Line line, Post post, Outcome outcome) {
        line.posts++;
        line.failed += outcome == Outcome.FAILED ? 1 : 0;
        line.cantTell += outcome == Outcome.CANT_TELL ? 1 : 0;
        line.passed += outcome == Outcome.PASSED ? 1 : 0;
        for (Media medium : post.media()) {
            line.pictures += medium.isPicture() ? 1 : 0;
            line.described += medium.isPicture() && state(medium.alt()) <= 1 ? 1 : 0;
        }
    }

    /** Described, decorative, missing, unknown. */
    static int state(TextAlternative alt) {
        if (alt instanceof TextAlternative.Described) {
            return 0;
        }
        if (alt instanceof TextAlternative.Decorative) {
            return 1;
        }
        return alt instanceof TextAlternative.Missing ? 2 : 3;
    }

    private void count(Post post, Report report) {
        var rulesHere = new HashSet<RuleId>();
        var criteriaHere = new HashSet<String>();
        var affectedHere = new HashSet<String>();
        for (Finding finding : report.findings()) {
            if (!finding.counts()) {
                continue;
            }
            OfRule rule = rules.computeIfAbsent(finding.rule(), r -> new OfRule());
            boolean first = rulesHere.add(finding.rule());
            rule.findings++;
            rule.posts += first ? 1 : 0;
            rule.undecided += finding.outcome() == Outcome.CANT_TELL ? 1 : 0;
            rule.severity = finding.severity().compareTo(rule.severity) > 0 ? finding.severity() : rule.severity;
            if (first && rule.examples.size() < MOST_EXAMPLES) {
                rule.examples.add(new Example(
                        post.id(), post.url() == null ? "" : post.url().toString()));
            }
            String criterion = criterion(finding.rule());
            tell(criteria, criterion, criteriaHere.add(criterion));
            String whom = Affected.by(criterion);
            tell(affected, whom, affectedHere.add(whom));
        }
    }

    /** Findings, then posts. */
    private static void tell(Map<String, long[]> counts, String key, boolean first) {
        long[] count = counts.computeIfAbsent(key, k -> new long[2]);
        count[0]++;
        count[1] += first ? 1 : 0;
    }

    String criterion(RuleId rule) {
        return catalogue.rule(rule).map(RuleInfo::criterion).orElse("");
    }

    private void write(Reviewed reviewed, Post post, Finding finding) {
        RuleInfo info = catalogue.rule(finding.rule()).orElse(null);
        Message message = info == null ? null : info.messages().get(finding.messageKey());
        String criterion = info == null ? "" : info.criterion();
        row(
                findings,
                List.of(
                        finding.fingerprint(),
                        post.id(),
                        post.account().handle(),
                        post.platform().id(),
                        post.time() == null ? "" : post.time().toString(),
                        reviewed.where().toString(),
                        post.url() == null ? "" : post.url().toString(),
                        finding.rule().toString(),
                        finding.severity().name(),
                        finding.outcome().name(),
                        message == null ? finding.messageKey() : message.filledWith(finding.args()),
                        finding.place().field(),
                        words(post, finding),
                        criterion.isEmpty() ? "" : "WCAG " + criterion,
                        Affected.by(criterion),
                        info == null ? "" : info.cites().statement(),
                        answer(finding.answer())));
    }

    private static String answer(@Nullable Answer answer) {
        if (answer == null) {
            return "";
        }
        return (answer.expired() ? "expired: " : "") + answer.decision().verdict() + " by "
                + answer.decision().who() + " on " + answer.decision().when()
                + (answer.decision().until() == null
                        ? ""
                        : ", until " + answer.decision().until());
    }

    private static String words(Post post, Finding finding) {
        String all = post.textAt(finding.place().field());
        if (all == null || finding.place().isWhole() || finding.place().end() > all.length()) {
            return "";
        }
        return shortened(all.substring(finding.place().start(), finding.place().end()));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS) + "…";
    }

    /** Reservoir sampling (Vitter 1985, algorithm R): each own post has the same chance, whatever their number. */
    private void draw(Reviewed reviewed, Post post, Report report) {
        int at = drawn.size();
        if (at >= options.sample()) {
            long ticket = (long) (random.nextDouble() * own);
            if (ticket >= options.sample()) {
                return;
            }
            at = (int) ticket;
        }
        long counted = report.findings().stream().filter(Finding::counts).count();
        var one = new Drawn(
                List.of(
                        post.id(),
                        post.account().handle(),
                        post.platform().id(),
                        post.time() == null ? "" : post.time().toString(),
                        reviewed.where().toString(),
                        post.url() == null ? "" : post.url().toString(),
                        post.text().length() <= 5_000
                                ? post.text()
                                : post.text().substring(0, 5_000) + "…",
                        report.outcome().name(),
                        Long.toString(counted),
                        ""),
                report.outcome() == Outcome.FAILED);
        if (at < drawn.size()) {
            drawn.set(at, one);
        } else {
            drawn.add(one);
        }
    }

    private static void row(CsvWriter out, List<String> cells) {
        out.writeRecord(cells.stream().map(Audit::cell).toList());
    }

    /** Control characters are blanks: what opens the sheet may act on them. */
    private static String cell(String text) {
        String cell = SpreadsheetCell.of(text);
        var shown = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            shown.append(c != '\n' && Character.isISOControl(c) ? ' ' : c);
        }
        return shown.toString();
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        for (Drawn one : drawn) {
            row(sample, one.row());
        }
        sampled = new Proportion(drawn.stream().filter(Drawn::failed).count(), drawn.size());
        findingsText.flush();
        sampleText.flush();
        paper = new AuditPaper(this, totals).paper();
    }

    /**
     * The report, to be written in a format of documents.
     *
     * @return whole after {@link #end}; empty before
     */
    public Paper paper() {
        return paper;
    }

    /**
     * How many posts were judged.
     *
     * @return own posts and replies
     */
    public long judged() {
        return own;
    }
}
