package org.govsocial.cli;

import java.io.PrintStream;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * One line on the screen that says how far the work is. It appears after a second, at most five times a second, and
 * goes away when the work is done.
 */
final class ProgressLine implements LongConsumer {
    private static final long SECOND = 1_000_000_000L;
    private static final long FIFTH = SECOND / 5;
    private static final int BAR = 20;

    private final PrintStream screen;
    private final LongSupplier nanoTime;
    private final ReadSoFar bytes;
    private final long start;
    private long next;
    private boolean shown;

    ProgressLine(PrintStream screen, LongSupplier nanoTime, ReadSoFar bytes) {
        this.screen = screen;
        this.nanoTime = nanoTime;
        this.bytes = bytes;
        this.start = nanoTime.getAsLong();
        this.next = SECOND;
    }

    @Override
    public void accept(long posts) {
        long elapsed = nanoTime.getAsLong() - start;
        if (elapsed < next) {
            return;
        }
        next = elapsed + FIFTH;
        shown = true;
        var line = new StringBuilder("\r");
        int percent = bytes.percent();
        if (percent >= 0) {
            line.append('[');
            for (int i = 0; i < BAR; i++) {
                line.append(i * 100 < percent * BAR ? '#' : '.');
            }
            line.append("] ").append(percent).append(" %, ");
        }
        line.append(posts).append(" posts, ").append(elapsed / SECOND).append(" s");
        screen.print(line.append("\u001b[K"));
        screen.flush();
    }

    /** Wipes the line away. */
    void end() {
        if (shown) {
            screen.print("\r\u001b[K");
            screen.flush();
            shown = false;
        }
    }
}
