package org.govsocial.planning.documents;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Gap;

/** The facts of a register of accounts. */
final class AccountFacts {
    private static final List<String> NAMES = List.of(
            "channel",
            "handle",
            "owner",
            "deputy",
            "recovery",
            "multiFactor",
            "lastReview",
            "connected",
            "address",
            "closurePlan");

    private AccountFacts() {}

    static void put(List<ChannelAccount> accounts, Map<String, Fact> into) {
        var values = new ArrayList<Fact.Value>();
        for (ChannelAccount one : accounts) {
            String whose = " of " + one.channel() + (one.handle().isEmpty() ? "" : " " + one.handle());
            var parts = new Parts("accounts.csv, column ");
            parts.text("channel", one.channel(), "the channel" + whose, "channel");
            parts.text("handle", one.handle(), "the handle" + whose, "handle");
            parts.text("owner", one.owner(), "the owner" + whose, "owner");
            parts.text("deputy", one.deputy(), "the deputy" + whose, "deputy");
            parts.text("recovery", one.recovery(), "the recovery contact" + whose, "recovery contact");
            parts.text(
                    "multiFactor",
                    one.multiFactor().map(b -> b ? "yes" : "no").orElse(""),
                    "whether a second factor guards the log-in" + whose,
                    "multi-factor");
            parts.text(
                    "lastReview",
                    one.lastReview().map(Words::day).orElse(""),
                    "the last access review" + whose,
                    "last access review");
            // No connected tool is a fact as well, and the register cannot tell it from one that nobody wrote down.
            parts.text("connected", String.join(", ", one.tools()), "the connected tools" + whose, "connected tools");
            parts.text("address", one.link().map(URI::toString).orElse(""), "the address" + whose, "link");
            parts.text("closurePlan", one.closurePlan(), "the closure plan" + whose, "closure plan");
            values.add(new Fact.Value(parts.facts(), List.of()));
        }
        into.put(
                "accounts",
                Fact.Values.of(
                        values,
                        NAMES,
                        new Gap(
                                "the register of accounts",
                                "Name the file with --accounts, or keep an accounts.csv.")));
    }
}
