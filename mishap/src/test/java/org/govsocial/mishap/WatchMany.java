package org.govsocial.mishap;

import java.time.Instant;
import org.govsocial.mishap.watch.Mention;
import org.govsocial.mishap.watch.Watcher;

/** Sees many mentions in a process of its own; each has words of its own, so that keeping them would fill the memory. */
final class WatchMany {
    private WatchMany() {}

    public static void main(String[] arguments) {
        int mentions = Integer.parseInt(arguments[0]);
        var watcher = new Watcher(2);
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        int warnings = 0;
        for (int i = 0; i < mentions; i++) {
            warnings += watcher.see(new Mention(start.plusMillis(i * 700L), "mention " + i, i % 9 == 0))
                    .size();
        }
        System.out.println(mentions + " mentions, " + warnings + " warnings");
    }
}
