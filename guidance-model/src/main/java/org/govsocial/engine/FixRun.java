package org.govsocial.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.MediaProbe;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.jspecify.annotations.Nullable;

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

        /**
         * Captions that change.
         *
         * @param where the post stands
         * @param before the caption file as it is
         * @param after the file beside it that holds the changes
         * @param words its whole text
         * @throws IOException when it cannot be told
         */
        default void captions(Location where, String before, String after, String words) throws IOException {}
    }

    /** What is done with an input whose reader is known. */
    private interface Work {
        void on(PostReader reader, Input input) throws InputException, IOException;
    }

    /** A caption file to be written. */
    private record Captions(String before, String after, String words, Input original) {}

    private final RunOptions options;
    private final InputReading reading;
    private final Guidance guidance;
    private final MediaProbing probing;
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
        this.guidance = guidance;
        this.probing = guidance.probing(config);
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
        preview(post, where, Attachments.NONE);
    }

    /**
     * Shows what would change in a post and its captions.
     *
     * @param post the post
     * @param where it stands
     * @param files finds the files of its media
     * @throws IOException when a change cannot be told
     */
    public void preview(Post post, Location where, Attachments files) throws IOException {
        try {
            changed(post, where, files);
        } catch (InputException e) {
            incomplete.add(e.problem());
        }
    }

    private List<Captions> changed(Post post, Location where, Attachments files) throws IOException, InputException {
        Post before = probing.probed(post, files);
        Post after = reviewer.fixed(before);
        if (after.equals(before)) {
            return List.of();
        }
        posts++;
        changes.changed(where, before, after);
        var written = new ArrayList<Captions>();
        for (int i = 0; i < before.media().size(); i++) {
            String name = before.media().get(i).captions();
            String now = after.media().get(i).captions();
            CaptionTrack track = after.media().get(i).seen().captions().orNull();
            Input original = name == null ? null : files.find(name);
            if (name == null
                    || now == null
                    || track == null
                    || original == null
                    || after.media().get(i).equals(before.media().get(i))) {
                continue;
            }
            String target = now.equals(name) ? besideName(name) : now;
            String words = words(track);
            if (words != null) {
                changes.captions(where, name, target, words);
                written.add(new Captions(name, target, words, original));
            }
        }
        return written;
    }

    /** {@code talk.vtt} becomes {@code talk.fixed.vtt}: the original stays as it is. */
    private static String besideName(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + ".fixed" + name.substring(dot);
    }

    private @Nullable String words(CaptionTrack track) {
        for (MediaProbe probe : guidance.mediaProbes()) {
            var words = probe.written(track);
            if (words.isPresent()) {
                return words.get();
            }
        }
        return null;
    }

    private void write(Captions captions) throws IOException {
        Path original = captions.original().path();
        if (original == null) {
            incomplete.add(new Problem(
                    captions.original().name(),
                    "Captions in an archive are never written.",
                    "Unpack the archive, and check the files."));
            return;
        }
        String after = captions.after();
        Path target = original.resolveSibling(after.substring(after.lastIndexOf('/') + 1));
        String before = Files.isRegularFile(target) ? Files.readString(target) : "";
        if (before.equals(captions.words())) {
            return;
        }
        if (Files.exists(target)) {
            incomplete.add(new Problem(
                    target.toString(),
                    "There is such a file already, so the mended captions were not written.",
                    "Move it away, then use --fix again."));
            return;
        }
        try (AtomicFile file = AtomicFile.at(target)) {
            file.stream().write(captions.words().getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
        files++;
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
        var all = new ArrayList<>(incomplete.listed());
        all.addAll(probing.problems());
        return List.copyOf(all);
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
        mended(reader, input);
    }

    /** Tells of what changes, and gives the captions that have to be written. */
    private List<Captions> mended(PostReader reader, Input input) throws InputException {
        var preview = new Preview(Inputs.beside(input));
        reading.read(reader, input, options.reading(), preview, incomplete);
        return preview.captions;
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
        List<Captions> captions = mended(reader, input);
        if (posts == before) {
            return;
        }
        try {
            for (Captions one : captions) {
                write(one);
            }
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
        private final Attachments beside;
        private final List<Captions> captions = new ArrayList<>();

        Preview(Attachments beside) {
            this.beside = beside;
        }

        @Override
        public void post(Post post, Location where) {
            post(post, where, beside);
        }

        @Override
        public void post(Post post, Location where, Attachments inside) {
            try {
                captions.addAll(changed(post, where, inside));
            } catch (InputException e) {
                incomplete.add(e.problem());
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
