package org.govsocial.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.govsocial.model.Post;

/**
 * The days that an audit is about.
 *
 * @param since the first day; absent for all before
 * @param until the last day; absent for all after
 * @param zone whose days
 */
public record Period(Optional<LocalDate> since, Optional<LocalDate> until, ZoneId zone) {
    /**
     * Why a post does not belong to the period.
     *
     * @param post any post
     * @return a plural noun phrase; absent when it belongs
     */
    Optional<String> leavesOut(Post post) {
        if (since.isEmpty() && until.isEmpty()) {
            return Optional.empty();
        }
        Instant time = post.time();
        if (time == null) {
            return Optional.of("posts without a time, which cannot be placed in the period");
        }
        LocalDate day = time.atZone(zone).toLocalDate();
        boolean outside =
                since.isPresent() && day.isBefore(since.get()) || until.isPresent() && day.isAfter(until.get());
        return outside ? Optional.of("posts outside of the period") : Optional.empty();
    }

    /**
     * The period in words.
     *
     * @return such as "from 2025-01-01 to 2025-12-31"
     */
    public String words() {
        if (since.isEmpty() && until.isEmpty()) {
            return "all posts, whenever they were published";
        }
        return (since.isEmpty() ? "" : "from " + since.get() + " ")
                + (until.isEmpty() ? "on" : "to " + until.get())
                + " (" + zone + ")";
    }
}
