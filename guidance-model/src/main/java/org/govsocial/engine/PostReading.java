package org.govsocial.engine;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * Reads posts without judging them, in the order of the input and in constant memory. What cannot be read becomes a
 * problem; the rest goes on.
 */
public final class PostReading {
    private final InputReading reading;
    private final ReadOptions options;
    private final BiConsumer<Post, Location> taker;
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final ProblemList refused = new ProblemList();
    private final ProblemList incomplete = new ProblemList();
    private long posts;

    private PostReading(Guidance guidance, ReadOptions options, BiConsumer<Post, Location> taker) {
        this.reading = new InputReading(guidance.postReaders(), null);
        this.options = options;
        this.taker = taker;
    }

    /**
     * What came of it.
     *
     * @param posts how many were read
     * @param skipped how many records were left out, by reason
     * @param refused inputs that cannot be used, which are the user's to mend
     * @param incomplete what else could not be read
     */
    public record Result(long posts, SortedMap<String, Long> skipped, List<Problem> refused, List<Problem> incomplete) {
        /** Copies the collections. */
        public Result {
            skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
            refused = List.copyOf(refused);
            incomplete = List.copyOf(incomplete);
        }
    }

    /**
     * Reads inputs that a user named. A folder that is no draft itself is searched; files in it that no reader knows are
     * counted as skipped.
     *
     * @param guidance whose readers are used
     * @param inputs what to read
     * @param options what the user says about how to read
     * @param taker takes each post and where it stands
     * @return what came of it
     * @throws UncheckedIOException when the taker throws it
     */
    public static Result read(
            Guidance guidance, List<Input> inputs, ReadOptions options, BiConsumer<Post, Location> taker) {
        var reading = new PostReading(guidance, options, taker);
        inputs.forEach(input -> reading.read(input, true));
        return reading.result();
    }

    /**
     * Reads an input that nobody named, because it was found in a folder: when no reader is sure of it, it is skipped and
     * counted among the other files.
     *
     * @param guidance whose readers are used
     * @param input what to read
     * @param options what the user says about how to read
     * @param taker takes each post and where it stands
     * @return what came of it
     * @throws UncheckedIOException when the taker throws it
     */
    public static Result readFound(
            Guidance guidance, Input input, ReadOptions options, BiConsumer<Post, Location> taker) {
        var reading = new PostReading(guidance, options, taker);
        reading.read(input, false);
        return reading.result();
    }

    private Result result() {
        return new Result(posts, skipped, refused.listed(), incomplete.listed());
    }

    private void read(Input input, boolean byName) {
        try {
            expand(input, byName);
        } catch (InputException e) {
            refused.add(e.problem());
        } catch (Stopped e) {
            throw new UncheckedIOException(e.inFull());
        }
    }

    private void expand(Input input, boolean byName) throws InputException {
        List<Input> inside = reading.expanded(input);
        boolean named = byName && inside.size() == 1 && inside.get(0) == input;
        for (Input one : inside) {
            try {
                PostReader reader = reading.reader(one, named);
                if (reader != null) {
                    reading.read(reader, one, options, new Sink(), incomplete);
                } else if (named) {
                    throw reading.unknown(one);
                } else {
                    skipped.merge("other files", 1L, Long::sum);
                }
            } catch (InputException e) {
                if (named) {
                    throw e;
                }
                incomplete.add(e.problem());
            }
        }
    }

    private final class Sink implements PostSink {
        @Override
        public void post(Post post, Location where) {
            posts++;
            try {
                taker.accept(post, where);
            } catch (RuntimeException | Error e) {
                throw new Stopped(e);
            }
        }

        @Override
        public void skipped(Location where, String reason) {
            skipped.merge(reason, 1L, Long::sum);
        }

        @Override
        public void unreadable(Problem problem) {
            incomplete.add(problem);
        }
    }
}
