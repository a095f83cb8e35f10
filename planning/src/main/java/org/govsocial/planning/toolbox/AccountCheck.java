package org.govsocial.planning.toolbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govsocial.csv.AccountRegister;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Citation;
import org.govsocial.model.Outcome;
import org.govsocial.model.Severity;
import org.govsocial.spi.Location;

/** Finds what is amiss in a register of accounts. */
public final class AccountCheck {
    /** After how many days a review of who can log in is stale; our own judgement. */
    public static final int STALE_AFTER = 365;

    private static final Citation PROCESSES = new Citation("high-level", "PSC-PROCESSES");
    private static final Citation ALONE = new Citation("high-level", "HL-RES-3");
    private static final Citation SECURITY = new Citation("high-level", "HL-RISK-5");
    private static final Citation LOG_IN = new Citation("mishap", "MH-BEFORE-7");
    private static final Citation LISTED = new Citation("high-level", "TS-CHANNELS");
    private static final Citation END = new Citation("high-level", "HL-OURS-END-DATE");

    private AccountCheck() {}

    /**
     * Something amiss with an account.
     *
     * @param where the row
     * @param account the account
     * @param key which check found it, such as {@code "orphaned"}
     * @param severity harm times how sure we are
     * @param outcome failed, or cannot tell when a fact is missing
     * @param text what is amiss, and what to do
     * @param cites the statement behind it
     */
    public record Flaw(
            Location where,
            ChannelAccount account,
            String key,
            Severity severity,
            Outcome outcome,
            String text,
            Citation cites) {}

    /**
     * Checks a register.
     *
     * @param register what to check
     * @param today the day it is
     * @param left people who have left the agency, by name as in the register
     * @return in the order of the register
     */
    public static List<Flaw> check(AccountRegister register, LocalDate today, List<String> left) {
        var flaws = new ArrayList<Flaw>();
        Map<String, Location> seen = new LinkedHashMap<>();
        for (AccountRegister.Entry entry : register.entries()) {
            var row = new Row(entry, flaws);
            people(row, left);
            access(row, today);
            ChannelAccount account = entry.account();
            if (account.handle().isEmpty() && account.link().isEmpty()) {
                row.fail(
                        "not-findable", Severity.WARNING, "Neither its name nor its link is known. Enter one.", LISTED);
            }
            if (account.closurePlan().isEmpty()) {
                row.fail(
                        "no-closure-plan",
                        Severity.WARNING,
                        "Nothing says how and when it is closed. Write it down before it is needed.",
                        END);
            }
            String name = (account.channel() + "/" + account.handle()).toLowerCase(Locale.ROOT);
            Location first = seen.putIfAbsent(name, entry.where());
            if (first != null && !account.handle().isEmpty()) {
                row.fail("twice", Severity.WARNING, "It stands in the register twice, first at " + first + ".", LISTED);
            }
        }
        return List.copyOf(flaws);
    }

    private static void people(Row row, List<String> left) {
        ChannelAccount account = row.entry.account();
        boolean owned = isHere(account.owner(), left);
        boolean deputised = isHere(account.deputy(), left);
        boolean same = account.owner().equalsIgnoreCase(account.deputy());
        if (!owned && !deputised) {
            row.fail(
                    "orphaned",
                    Severity.ERROR,
                    account.owner().isEmpty() && account.deputy().isEmpty()
                            ? "Nobody answers for it. Name an owner and a deputy, or close it."
                            : "Nobody who answers for it is still here. Name an owner and a deputy, or close it.",
                    PROCESSES);
        } else if (!owned) {
            row.fail("no-owner", Severity.WARNING, "The owner has left or is not named. Name one.", PROCESSES);
        } else if (!deputised || same) {
            row.fail(
                    "single-owner",
                    Severity.WARNING,
                    "Only " + account.owner() + " answers for it. Name a deputy who can log in as well.",
                    ALONE);
        }
        if (account.recovery().isEmpty()) {
            row.fail(
                    "no-recovery-contact",
                    Severity.WARNING,
                    "Nothing says where the platform sends what is needed to get it back. Use a shared mailbox.",
                    SECURITY);
        }
    }

    private static boolean isHere(String name, List<String> left) {
        return !name.isEmpty() && left.stream().noneMatch(name::equalsIgnoreCase);
    }

    private static void access(Row row, LocalDate today) {
        ChannelAccount account = row.entry.account();
        Optional<Boolean> factor = account.multiFactor();
        if (factor.isEmpty()) {
            row.add(
                    "multi-factor-unknown",
                    Severity.WARNING,
                    Outcome.CANT_TELL,
                    "Nothing says whether logging in takes a second factor. Look, and enter yes or no.",
                    LOG_IN);
        } else if (!factor.get()) {
            row.fail(
                    "no-multi-factor", Severity.ERROR, "A password alone opens it. Turn on the second factor.", LOG_IN);
        }
        Optional<LocalDate> review = account.lastReview();
        if (review.isEmpty()) {
            row.fail("never-reviewed", Severity.WARNING, "Nobody has looked at who can log in. Do so.", SECURITY);
        } else if (review.get().isAfter(today)) {
            row.fail(
                    "review-in-future",
                    Severity.WARNING,
                    "The last access review, " + review.get() + ", has not come yet. Correct the day.",
                    SECURITY);
        } else if (review.get().isBefore(today.minusDays(STALE_AFTER))) {
            String tools = account.tools().isEmpty()
                    ? ""
                    : " Look at the connected tools too: " + String.join(", ", account.tools()) + ".";
            row.fail(
                    "stale-review",
                    Severity.WARNING,
                    "Who can log in was last looked at on " + review.get() + ", more than a year ago." + tools,
                    SECURITY);
        }
    }

    /** Takes down what is amiss with one account. */
    private record Row(AccountRegister.Entry entry, List<Flaw> flaws) {
        void fail(String key, Severity severity, String text, Citation cites) {
            add(key, severity, Outcome.FAILED, text, cites);
        }

        void add(String key, Severity severity, Outcome outcome, String text, Citation cites) {
            flaws.add(new Flaw(entry.where(), entry.account(), key, severity, outcome, text, cites));
        }
    }
}
