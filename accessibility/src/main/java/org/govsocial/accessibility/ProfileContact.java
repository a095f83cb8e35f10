package org.govsocial.accessibility;

import java.net.URI;
import java.util.Locale;
import org.govsocial.model.Place;
import org.govsocial.model.Profile;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.ProfileRule;
import org.govsocial.spi.RuleInfo;

/** A profile that gives no way to reach the agency but the platform. */
final class ProfileContact implements ProfileRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "profile-contact",
                    "A11Y-PROFILE-CONTACT",
                    "Give a phone number, email address or contact link in the profile.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "The profile gives no phone number, email address or contact link. People whom the platform shuts out"
                            + " cannot reach you.");

    /** Fewer digits are a year, a postcode or an emergency number. */
    private static final int FEWEST_DIGITS = 6;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Profile profile, Findings out) {
        if (hasPhone(profile.bio()) || hasMail(profile.bio())) {
            return;
        }
        for (URI link : profile.links()) {
            if (isContact(link)) {
                return;
            }
        }
        out.fail("none").at(new Place("/bio", -1, -1));
    }

    private static boolean isContact(URI link) {
        String address = link.toString().toLowerCase(Locale.ROOT);
        return address.startsWith("mailto:")
                || address.startsWith("tel:")
                || address.contains("contact")
                || address.contains("whakapa");
    }

    /** Digits with at most one space, hyphen, bracket or dot between them. */
    private static boolean hasPhone(String text) {
        int digits = 0;
        int gap = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                gap = 0;
                if (digits >= FEWEST_DIGITS) {
                    return true;
                }
            } else if (" -().+".indexOf(c) < 0 || ++gap > 2) {
                digits = 0;
                gap = 0;
            }
        }
        return false;
    }

    /** An at sign within a word, and a dot behind it. */
    private static boolean hasMail(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int end = at + 1;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            int dot = text.indexOf('.', at);
            if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) && dot > at + 1 && dot + 1 < end) {
                return true;
            }
        }
        return false;
    }
}
