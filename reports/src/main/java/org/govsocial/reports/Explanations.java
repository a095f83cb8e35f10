package org.govsocial.reports;

import java.util.HashMap;
import java.util.Map;
import org.govsocial.model.RuleId;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;

/** Looks up what stands behind each rule, once per report. Used by one thread. */
final class Explanations {
    private static final RulePage NO_PAGE = new RulePage("");

    private final Catalogue catalogue;
    private final Map<RuleId, Explained> known = new HashMap<>();

    Explanations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Explained of(RuleId rule) {
        Explained explained = known.get(rule);
        if (explained == null) {
            explained = lookUp(rule);
            known.put(rule, explained);
        }
        return explained;
    }

    private Explained lookUp(RuleId rule) {
        var info = catalogue.rule(rule);
        var statement = info.map(RuleInfo::cites).flatMap(catalogue::statement);
        var source = statement.flatMap(s -> catalogue.source(s.source()));
        return new Explained(
                rule,
                info.orElse(null),
                catalogue.page(rule).orElse(NO_PAGE),
                statement.orElse(null),
                source.orElse(null));
    }
}
