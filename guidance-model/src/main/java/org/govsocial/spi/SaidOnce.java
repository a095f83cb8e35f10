package org.govsocial.spi;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Finding;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;

/**
 * Leaves out, after its first time, what holds for a file as a whole: 3,000 posts of an archive without text
 * alternatives are one thing to know, not 3,000. Outcomes stay as they are. Used by one thread.
 *
 * @see RuleInfo#saidOnce(String)
 */
public final class SaidOnce {
    private final Catalogue catalogue;
    private final Set<String> said = new HashSet<>();
    private final SortedMap<RuleId, Long> more = new TreeMap<>();

    /**
     * Nothing said so far.
     *
     * @param catalogue knows which messages hold for a file as a whole
     */
    public SaidOnce(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A report that says such things once, and counts the others as left out.
     *
     * @param catalogue knows which messages hold for a file as a whole
     * @param next writes the report
     * @return writes to {@code next}
     */
    public static ReportWriter in(Catalogue catalogue, ReportWriter next) {
        var once = new SaidOnce(catalogue);
        return new ReportWriter() {
            @Override
            public void subject(Reviewed subject) throws IOException {
                next.subject(once.told(subject));
            }

            @Override
            public void end(RunSummary totals) throws IOException {
                var skipped = new TreeMap<>(totals.skipped());
                once.more.forEach((rule, count) ->
                        skipped.merge("more that " + rule + " cannot tell, for the same reason", count, Long::sum));
                next.end(totals.withSkipped(skipped));
            }
        };
    }

    /**
     * What is to be said of a subject.
     *
     * @param subject not changed
     * @return without the findings that say of the file what was said before; the same object when there are none
     */
    public Reviewed told(Reviewed subject) {
        Report report = subject.report();
        var kept = report.findings().stream().filter(this::isNew).toList();
        return kept.size() == report.findings().size()
                ? subject
                : new Reviewed(subject.where(), report.withFindings(kept));
    }

    private boolean isNew(Finding finding) {
        Message message = catalogue
                .rule(finding.rule())
                .map(rule -> rule.messages().get(finding.messageKey()))
                .orElse(null);
        if (message == null || !message.once() || said.add(finding.rule() + "/" + finding.messageKey())) {
            return true;
        }
        more.merge(finding.rule(), 1L, Long::sum);
        return false;
    }
}
