package org.govsocial.model;

import java.util.List;

/**
 * How a picture moves.
 *
 * @param frames how many; 1 for a still picture
 * @param millis how long one run through all frames takes
 * @param loops how often it plays by itself; 0 for without end
 * @param flashes what flashes in it, of each second in which something does, the worst first; empty when nothing does
 */
public record Motion(int frames, long millis, int loops, List<Flashes> flashes) {
    /** A picture that does not move. */
    public static final Motion STILL = new Motion(1, 0, 1, List.of());

    /** Copies the list. */
    public Motion {
        flashes = List.copyOf(flashes);
    }

    /**
     * Whether it plays longer by itself than a time.
     *
     * @param limit milliseconds
     * @return true also when it never ends
     */
    public boolean playsLongerThan(long limit) {
        return frames > 1 && (loops == 0 || millis * loops > limit);
    }

    /**
     * What flashes within one second.
     *
     * @param kind of which kind
     * @param transitions how often it changes there and back; two make a flash
     * @param firstFrame from 0
     * @param lastFrame from 0
     * @param start of the second, in milliseconds
     * @param area percent of the picture, 0 to 100
     * @param course the changes within the second up to each frame, from the first to the last; empty when not known
     */
    public record Flashes(
            Kind kind, int transitions, int firstFrame, int lastFrame, long start, int area, List<Integer> course) {
        /** Copies the list. */
        public Flashes {
            course = List.copyOf(course);
        }

        /**
         * What flashes, without its course.
         *
         * @param kind of which kind
         * @param transitions how often it changes there and back; two make a flash
         * @param firstFrame from 0
         * @param lastFrame from 0
         * @param start of the second, in milliseconds
         * @param area percent of the picture, 0 to 100
         */
        public Flashes(Kind kind, int transitions, int firstFrame, int lastFrame, long start, int area) {
            this(kind, transitions, firstFrame, lastFrame, start, area, List.of());
        }

        /**
         * The same with its course.
         *
         * @param changes within the second up to each frame, from the first to the last
         * @return new flashes
         */
        public Flashes withCourse(List<Integer> changes) {
            return new Flashes(kind, transitions, firstFrame, lastFrame, start, area, changes);
        }
    }

    /** What kind of flash. */
    public enum Kind {
        /** Light to dark or back. */
        GENERAL,
        /** To or from a saturated red. */
        RED,
        /** Slower than what harms at once, but kept up for seconds. */
        EXTENDED
    }
}
