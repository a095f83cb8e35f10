package org.govsocial.mishap;

import org.govsocial.model.Account;
import org.govsocial.model.Citation;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A post that goes out from another account than the one it was planned for, or from one that is not the agency's. */
final class OtherAccount implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "mishap/other-account",
                    new Citation("mishap", "MH-PREVENT-ACCOUNT"),
                    "Publish from the account that was planned.")
            .withMessage(
                    "other",
                    Severity.WARNING,
                    "This goes out from @{author}, but was planned for @{planned}. Is it the right account?")
            .withMessage(
                    "unregistered",
                    Severity.WARNING,
                    "This goes out from @{author}, which is not in your register of accounts. Is it the right account?")
            .withNeeds(Trait.ACCOUNT_IN_DOUBT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures features, Findings out) {
        Account account = features.post().account();
        if (!account.planned().isEmpty() && !account.handle().equalsIgnoreCase(account.planned())) {
            out.review("other").with("author", account.handle()).with("planned", account.planned());
        } else if (account.unregistered()) {
            out.review("unregistered").with("author", account.handle());
        }
    }
}
