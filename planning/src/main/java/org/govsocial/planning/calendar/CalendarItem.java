package org.govsocial.planning.calendar;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.model.Account;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Location;

/**
 * A row of the calendar: something that is to be published.
 *
 * @param where file and line
 * @param id stays the same however often the item changes
 * @param time when it goes out
 * @param platform where
 * @param account which of the agency's accounts; may be empty
 * @param text the words
 * @param link an address that goes with it; may be empty
 * @param image a picture's file; empty for none
 * @param alt the picture's text alternative; {@code (decorative)} for none needed
 * @param state how far it has come
 * @param people who did what
 */
public record CalendarItem(
        Location where,
        String id,
        PlannedTime time,
        Platform platform,
        String account,
        String text,
        String link,
        String image,
        String alt,
        ItemState state,
        People people) {
    private static final String DECORATIVE = "(decorative)";

    /**
     * Who did what; empty when nobody has yet.
     *
     * @param writer who wrote it
     * @param reviewer who read it
     * @param approver who signed it off
     */
    public record People(String writer, String reviewer, String approver) {}

    /**
     * The moment, when it is clear.
     *
     * @return absent when it is open or unclear
     */
    public Optional<Instant> moment() {
        return time instanceof PlannedTime.At at ? Optional.of(at.at().toInstant()) : Optional.empty();
    }

    /**
     * What is wrong with its approval.
     *
     * @return a sentence; absent when it needs none yet, or somebody other than its writer approved it
     */
    public Optional<String> approvalFault() {
        if (!state.needsApproval()) {
            return Optional.empty();
        }
        if (people.approver().isEmpty()) {
            return Optional.of("It is " + state.word() + ", but nobody is named under approved by.");
        }
        if (people.writer().isEmpty()) {
            return Optional.of("Nobody is named under written by, so whether somebody else approved it is not known.");
        }
        return plain(people.approver()).equals(plain(people.writer()))
                ? Optional.of(people.approver() + " wrote it and approved it. Somebody else has to approve.")
                : Optional.empty();
    }

    /** Names that people would read as one are equal then. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The item as a post, so that rules can judge it.
     *
     * @return a post with the item's id
     */
    public Post post() {
        Post post = Post.of(id, text)
                .withPlatform(platform)
                .withAccount(account.isEmpty() ? Account.UNKNOWN : Account.of(account))
                .withTime(moment().orElse(null));
        if (image.isEmpty()) {
            return post;
        }
        TextAlternative alternative = alt.equals(DECORATIVE) ? TextAlternative.DECORATIVE : TextAlternative.of(alt);
        return post.withMedia(java.util.List.of(
                Media.of(Media.Kind.ofFile(image), alternative).withFile(image)));
    }
}
