package org.govsocial.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;

/** Applies safe fixes to the posts of inputs, or shows what they would change. Used by one thread. */
public final class FixRun {
    /** Hears of every post that safe fixes change. */
    public interface Changes {
        /**
         * A post that changes.
         *
         * @param where it stands
         * @param before as it was
         * @param after with every safe fix
         * @throws IOException when it cannot be told
         */
        void changed(Location where, Post before, Post after) throws IOException;
    }

    /** What is done with an input whose reader is known. */
    private interface Work {
        void on(PostReader reader, Input input) throws InputException, IOException;
    }

    private final RunOptions options;
    private final InputReading reading;
    private final Reviewer reviewer;
    private final Changes changes;
    private final ProblemList refused = new ProblemList();
    private final ProblemList incomplete = new ProblemList();
    private long posts;
    private long files;

    /**
     * Starts a run.
     *
     * @param guidance whose fixes are applied
     * @param config which rules, for which platforms
     * @param options how inputs are read; the number of threads does not matter
     * @param changes hears of every change
     */
    public FixRun(Guidance guidance, ReviewConfig config, RunOptions options, Changes changes) {
        this.options = options;
        this.reading = new InputReading(guidance.postReaders(), options.reader());
        this.reviewer = guidance.reviewer(config);
        this.changes = changes;
    }

    /**
     * Shows what would change in a post.
     *
     * @param post the post
     * @param where it stands
     * @throws IOException when a change cannot be told
     */
    public void preview(Post post, Location where) throws IOException {
        Post after = reviewer.fixed(post);
        if (!after.equals(post)) {
            posts++;
            changes.changed(where, post, after);
        }
    }

    /**
     * Shows what would change in an input; writes nothing.
     *
     * @param input an input that the user named
     * @throws IOException when a change cannot be told
     */
    public void preview(Input input) throws IOException {
        each(input, this::previewed);
    }

    /**
     * Applies safe fixes to a file. The file is replaced in one step, and only when a post changes.
     *
     * @param input an input that the user named; a format that is never written becomes a problem
     * @throws IOException when a change cannot be told
     */
    public void fix(Input input) throws IOException {
        each(input, this::fixed);
    }

    /**
     * How many posts changed.
     *
     * @return the number
     */
    public long posts() {
        return posts;
    }

    /**
     * How many files were written.
     *
     * @return the number
     */
    public long files() {
        return files;
    }

    /**
     * Inputs named by the user that cannot be used.
     *
     * @return in the order met
     */
    public List<Problem> refused() {
        return refused.listed();
    }

    /**
     * What else could not be done.
     *
     * @return in the order met
     */
    public List<Problem> incomplete() {
        return incomplete.listed();
    }

    private void each(Input input, Work work) throws IOException {
        try {
            List<Input> inside = reading.expanded(input);
            boolean named = inside.size() == 1 && inside.get(0) == input;
            for (Input one : inside) {
                try {
                    PostReader reader = reading.reader(one, named);
                    if (reader != null) {
                        work.on(reader, one);
                    } else if (named) {
                        throw reading.unknown(one);
                    }
                } catch (InputException e) {
                    (named ? refused : incomplete).add(e.problem());
                }
            }
        } catch (InputException e) {
            refused.add(e.problem());
        } catch (Stopped e) {
            throw e.inFull();
        }
    }

    private void previewed(PostReader reader, Input input) throws InputException {
        reading.read(reader, input, options.reading(), new Preview(), incomplete);
    }

    private void fixed(PostReader reader, Input input) throws InputException {
        Path path = input.path();
        if (path == null || !reader.rewrites()) {
            throw new InputException(
                    input.name(),
                    "Files of the format \"" + reader.id() + "\" are never written.",
                    "Use --diff to see what to change, and change it where the posts come from.");
        }
        long before = posts;
        previewed(reader, input);
        if (posts == before) {
            return;
        }
        try {
            for (Input file : reader.files(input)) {
                rewrite(reader, file);
            }
        } catch (IOException e) {
            incomplete.add(new Problem(
                    input.name(),
                    "The file could not be written (" + e.getMessage() + "); it is as it was.",
                    "Check that you may write to it and that the disk has space."));
        }
    }

    private void rewrite(PostReader reader, Input input) throws InputException, IOException {
        try (AtomicFile target = AtomicFile.at(Objects.requireNonNull(input.path()))) {
            reader.rewrite(input, options.reading(), reviewer::fixed, target.stream());
            if (target.commitWhenChanged()) {
                files++;
            }
        }
    }

    private final class Preview implements PostSink {
        @Override
        public void post(Post post, Location where) {
            try {
                preview(post, where);
            } catch (IOException | RuntimeException | Error e) {
                throw new Stopped(e);
            }
        }

        @Override
        public void skipped(Location where, String reason) {
            // Nothing changes in what is left out.
        }

        @Override
        public void unreadable(Problem problem) {
            incomplete.add(problem);
        }
    }
}
