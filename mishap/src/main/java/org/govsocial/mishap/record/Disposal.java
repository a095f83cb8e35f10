package org.govsocial.mishap.record;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What to erase, and what allows it. A public record may be disposed of only with the authority of the Chief Archivist,
 * or where another Act requires it (Public Records Act 2005, section 18).
 *
 * @param entries the numbers of the entries
 * @param authority what allows it
 * @param reason why, in people's words
 * @param approver who approved it
 * @param secondApprover somebody else who approved it
 */
public record Disposal(List<Long> entries, Authority authority, String reason, String approver, String secondApprover) {
    /** Makes the list immutable. */
    public Disposal {
        entries = entries.stream().distinct().sorted().toList();
    }

    /** What allows a disposal. */
    public sealed interface Authority permits DisposalAuthority, RequiredByAct {}

    /**
     * A disposal authority of the Chief Archivist.
     *
     * @param reference its reference, for example {@code "DA123"}
     */
    public record DisposalAuthority(String reference) implements Authority {}

    /**
     * Another Act that requires the disposal.
     *
     * @param act its name
     * @param section the section that requires it
     */
    public record RequiredByAct(String act, String section) implements Authority {}

    void check() throws LogException {
        if (authority instanceof DisposalAuthority given && !hasDigit(given.reference())) {
            throw refused("it needs the reference of a disposal authority, such as DA123");
        }
        if (authority instanceof RequiredByAct given && (given.act().isBlank() || !hasDigit(given.section()))) {
            throw refused("it needs the Act that requires it, and the section");
        }
        if (reason.isBlank()) {
            throw refused("it needs a reason");
        }
        if (approver.isBlank() || secondApprover.isBlank() || folded(approver).equals(folded(secondApprover))) {
            throw refused("it needs two approvers who are different people");
        }
        if (entries.isEmpty()) {
            throw refused("it names no entry");
        }
    }

    static LogException refused(String why) {
        return new LogException(
                "The disposal is refused: " + why + " (Public Records Act 2005, section 18). Nothing was erased.");
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
