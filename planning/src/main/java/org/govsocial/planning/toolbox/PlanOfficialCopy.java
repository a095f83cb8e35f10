package org.govsocial.planning.toolbox;

import java.util.List;
import org.govsocial.model.Agency;
import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Official copy. */
final class PlanOfficialCopy implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-official-copy",
                    "high-level",
                    "HL-CASE-PARTS",
                    "Everything that matters also stands on a government website.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "Nothing says where on a government website the official version stands. People without an account, and people whom the platform shuts out, need it.")
            .withMessage(
                    "not-government",
                    Severity.WARNING,
                    "“{address}” does not look like a government website. The official version belongs on one.");

    private static final List<String> ENDINGS =
            List.of(".govt.nz", ".health.nz", ".mil.nz", ".parliament.nz", ".cri.nz", ".iwi.nz");

    private static boolean isOfficial(String address, Agency agency) {
        int start = address.indexOf("://") + 3;
        int end = start;
        while (end < address.length() && "/:?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        if (agency.owns(address.substring(start, end))) {
            return true;
        }
        String host = "." + address.substring(start, end);
        for (String ending : ENDINGS) {
            if (host.regionMatches(true, host.length() - ending.length(), ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean applies(Plan plan) {
        return Topic.opensChannel(plan);
    }

    @Override
    public void check(Plan plan, Findings out) {
        String copy = plan.statements().officialCopy();
        if (copy.isBlank()) {
            out.fail("none").at(Topic.at("/public/officialCopy"));
        } else if (copy.contains("://") && !isOfficial(copy, out.agency())) {
            out.review("not-government").at(Topic.at("/public/officialCopy")).with("address", copy);
        }
    }
}
