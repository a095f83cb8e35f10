package org.govsocial.planning.decision;

/**
 * Hours a week, by kind of work.
 *
 * <p>Replies are a queue with one server, random arrivals and random lengths of work (M/M/1 in Kendall's notation):
 * the server is the time for replies, spread evenly over the hours watched. The time from a contribution to the end of
 * its reply is then exponential, with a rate of replies that could be written less replies that are needed. So a share
 * p is answered within a time t exactly when the team could write {@code ln(1 / (1 - p)) / t} more replies than it
 * needs to.
 *
 * @param listening hours to listen
 * @param posting hours to write posts
 * @param reading hours to read what people contribute
 * @param replying hours to reply, kept free so that replies are in time
 */
public record Workload(double listening, double posting, double reading, double replying) {
    /**
     * All of it.
     *
     * @return hours a week
     */
    public double total() {
        return listening + posting + reading + replying;
    }

    /**
     * Hours a week for replies.
     *
     * @param replies that are needed, a week
     * @param minutes that a reply takes, on average
     * @param watched hours watched, a week
     * @param target hours watched within which a reply has to be out
     * @param inTime the share of replies for which that holds, above 0 and below 1
     * @return hours a week; 0 when no replies are needed
     * @throws IllegalArgumentException when watched, target or minutes are not above 0, or inTime is out of range
     */
    public static double forReplies(double replies, double minutes, double watched, double target, double inTime) {
        if (!(minutes > 0 && watched > 0 && target > 0 && inTime > 0 && inTime < 1 && replies >= 0)) {
            throw new IllegalArgumentException("minutes " + minutes + ", watched " + watched + ", target " + target
                    + ", in time " + inTime + ", replies " + replies);
        }
        if (replies == 0) {
            return 0;
        }
        double spare = -Math.log1p(-inTime) / (target / watched);
        return (replies + spare) * minutes / 60;
    }
}
