package org.govsocial.archives;

import org.govsocial.json.JsonInput.Rewording;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostSink;

/** What the readers that write fixes back have in common. */
final class Rewriting {
    /** What is not a post is copied as it is, and was told when the input was read. */
    static final PostSink SILENT = new PostSink() {
        @Override
        public void post(Post post, Location where) {}

        @Override
        public void skipped(Location where, String reason) {}

        @Override
        public void unreadable(Problem problem) {}
    };

    private Rewriting() {}

    /** The strings of a JSON record that change with its post; a text alternative that is gone becomes empty. */
    static Rewording of(Post before, Post after) {
        return (pointer, old) -> {
            String was = before.textAt(pointer);
            String now = after.textAt(pointer);
            return was == null || was.equals(now) ? old : now == null ? "" : now;
        };
    }

    static InputException needsUtf8(Input input) {
        return new InputException(
                input.name(), "Fixes can be written to UTF-8 files only.", "Save it again as UTF-8, then fix it.");
    }
}
