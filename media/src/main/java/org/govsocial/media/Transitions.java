package org.govsocial.media;

/** Counts the transitions of one place in the second that ends now. */
final class Transitions {
    /** The length of the window in which flashes are counted, in milliseconds. */
    static final long SECOND = 1_000;

    private long[] times = new long[8];
    private int from;
    private int to;
    private int last;

    /** Notes a transition at a time, when it opposes the last one. Times never go back. */
    void add(long millis, int direction) {
        if (direction == last) {
            return;
        }
        last = direction;
        if (to == times.length) {
            int live = to - from;
            long[] room = live > times.length / 2 ? new long[times.length * 2] : times;
            System.arraycopy(times, from, room, 0, live);
            times = room;
            from = 0;
            to = live;
        }
        times[to++] = millis;
    }

    /** How many there were within the second up to now. */
    int count(long now) {
        while (from < to && now - times[from] >= SECOND) {
            from++;
        }
        return to - from;
    }

    /** When the first of these was. */
    long first() {
        return times[from];
    }
}
