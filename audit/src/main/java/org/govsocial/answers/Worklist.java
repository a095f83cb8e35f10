package org.govsocial.answers;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.govsocial.model.Decision;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.Subject;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.Message;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RunSummary;
import org.govsocial.spi.SaidOnce;
import org.govsocial.text.SpreadsheetCell;

/**
 * Writes what waits for a person as a sheet to fill in, which {@link DecisionSheet} reads back: a row for each open
 * question, with verdict, who, when, why and until left empty. Decisions that stood in the sheet before are kept, those
 * whose finding is not met again at the end. Cells that a spreadsheet would run start with an apostrophe. Every finding is passed on to another writer.
 */
public final class Worklist implements ReportWriter {
    private static final List<String> SHOWN =
            List.of("post", "where", "rule", "severity", "question", "field", "words", "url");

    /** A phrase is enough to find the place again. */
    private static final int MOST_WORDS = 300;

    private final Catalogue catalogue;
    private final SaidOnce once;
    private final ReportWriter next;
    private final Writer text;
    private final CsvWriter out;
    private final Map<String, Decision> kept = new LinkedHashMap<>();
    private long open;

    /**
     * Starts a sheet.
     *
     * @param catalogue the rules, for their words
     * @param out receives the sheet as CSV in UTF-8; not closed
     * @param kept decisions that stood in the sheet before
     * @param next hears of everything too
     * @throws IOException when writing fails
     */
    public Worklist(Catalogue catalogue, OutputStream out, Collection<Decision> kept, ReportWriter next)
            throws IOException {
        this.catalogue = catalogue;
        this.once = new SaidOnce(catalogue);
        this.next = next;
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        text.write('\ufeff');
        this.out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
        var header = new ArrayList<String>(DecisionSheet.COLUMNS);
        header.addAll(SHOWN);
        this.out.writeRecord(header);
        for (Decision decision : kept) {
            this.kept.put(decision.fingerprint(), decision);
        }
    }

    /**
     * How many open questions the sheet holds.
     *
     * @return the number
     */
    public long open() {
        return open;
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        // A fingerprint holds the post's id, so that the same can come again within one post alone.
        Set<String> written = new HashSet<>();
        for (Finding finding : once.told(reviewed).report().findings()) {
            Decision decision = kept.remove(finding.fingerprint());
            if (decision != null) {
                row(reviewed, finding, cells(decision));
            }
            if (finding.outcome() == Outcome.CANT_TELL && finding.counts() && written.add(finding.fingerprint())) {
                open++;
                row(reviewed, finding, List.of(finding.fingerprint(), "", "", "", "", ""));
            }
        }
        next.subject(reviewed);
    }

    private static List<String> cells(Decision decision) {
        return List.of(
                decision.fingerprint(),
                decision.verdict().name().toLowerCase(Locale.ROOT),
                decision.who(),
                decision.when().toString(),
                decision.why(),
                decision.until() == null ? "" : decision.until().toString());
    }

    private void row(Reviewed reviewed, Finding finding, List<String> decision) {
        Subject subject = reviewed.report().subject();
        Post post = subject instanceof Post own ? own : null;
        var row = new ArrayList<String>(decision);
        row.addAll(List.of(
                subject.id(),
                reviewed.where().toString(),
                finding.rule().toString(),
                finding.severity().name(),
                question(finding),
                finding.place().field(),
                post == null ? "" : words(post, finding),
                post == null || post.url() == null ? "" : post.url().toString()));
        row(row);
    }

    private String question(Finding finding) {
        Message message = catalogue
                .rule(finding.rule())
                .map(RuleInfo::messages)
                .map(all -> all.get(finding.messageKey()))
                .orElse(null);
        return message == null ? finding.messageKey() : message.filledWith(finding.args());
    }

    private static String words(Post post, Finding finding) {
        String all = post.textAt(finding.place().field());
        if (all == null) {
            return "";
        }
        boolean whole = finding.place().isWhole() || finding.place().end() > all.length();
        String words = whole
                ? all
                : all.substring(finding.place().start(), finding.place().end());
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
    }

    private void row(List<String> cells) {
        out.writeRecord(cells.stream().map(Worklist::cell).toList());
    }

    /** Control characters are shown as blanks: what opens the sheet may act on them. */
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
        for (Decision decision : kept.values()) {
            row(cells(decision));
        }
        text.flush();
        next.end(totals);
    }
}
