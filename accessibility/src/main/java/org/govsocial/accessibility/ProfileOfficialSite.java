package org.govsocial.accessibility;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.Agency;
import org.govsocial.model.Place;
import org.govsocial.model.Profile;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.ProfileRule;
import org.govsocial.spi.RuleInfo;
import org.jspecify.annotations.Nullable;

/** A profile that does not lead to the agency's own website. */
final class ProfileOfficialSite implements ProfileRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "profile-official-site",
                    "A11Y-PROFILE-SITE",
                    "Link the profile to the agency’s own website and to the rules of the account.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "The profile links to no website. Link it to your own, where the same information is found.")
            .withMessage(
                    "elsewhere",
                    Severity.WARNING,
                    "The profile links to {host}, which does not look like a government website. If it is not your own,"
                            + " link to your own.")
            .withMessage(
                    "no-statement",
                    Severity.NOTE,
                    "No link of the profile looks like that of your transparency statement or house rules. Link to them,"
                            + " or to a page that does.");

    private static final List<String> GOVERNMENT = List.of(
            ".govt.nz", ".health.nz", ".mil.nz", ".parliament.nz", ".cri.nz", ".iwi.nz", ".gov", ".gov.au", ".gov.uk");

    private static final List<String> STATEMENT = List.of(
            "social-media",
            "socialmedia",
            "transparency",
            "house-rules",
            "terms",
            "moderation",
            "community-guidelines");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Profile profile, Findings out) {
        String other = "";
        boolean official = mentionsOfficial(profile.bio(), out.agency());
        boolean stated = false;
        int elsewhere = -1;
        for (int i = 0; i < profile.links().size(); i++) {
            URI link = profile.links().get(i);
            @Nullable String host = link.getHost();
            if (host == null) {
                continue; // a mail address
            }
            if (isOfficial(host, out.agency())) {
                official = true;
                stated |= isStatement(link);
            } else if (other.isEmpty()) {
                other = host;
                elsewhere = i;
            }
        }
        if (!official && other.isEmpty()) {
            out.fail("none").at(new Place("/links", -1, -1));
        } else if (!official) {
            out.review("elsewhere").at(new Place("/links/" + elsewhere, -1, -1)).with("host", other);
        } else if (!stated) {
            out.review("no-statement").at(new Place("/links", -1, -1));
        }
    }

    private static boolean isOfficial(String host, Agency agency) {
        if (agency.owns(host)) {
            return true;
        }
        String dotted = "." + host.toLowerCase(Locale.ROOT);
        for (String ending : GOVERNMENT) {
            if (dotted.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStatement(URI link) {
        String address = link.toString().toLowerCase(Locale.ROOT);
        for (String word : STATEMENT) {
            if (address.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** An address in the words, such as "example.govt.nz". */
    private static boolean mentionsOfficial(String bio, Agency agency) {
        int start = 0;
        while (start < bio.length()) {
            int end = start;
            while (end < bio.length()
                    && (Character.isLetterOrDigit(bio.charAt(end)) || "-.".indexOf(bio.charAt(end)) >= 0)) {
                end++;
            }
            int last = end;
            while (last > start && bio.charAt(last - 1) == '.') {
                last--; // the full stop of the sentence
            }
            boolean mail = start > 0 && bio.charAt(start - 1) == '@';
            if (!mail && last > start && isOfficial(bio.substring(start, last), agency)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
