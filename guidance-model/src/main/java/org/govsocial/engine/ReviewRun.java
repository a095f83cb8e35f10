package org.govsocial.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.Subject;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * Reads posts, judges them on several threads and writes what was found, in the order of the input and in constant
 * memory. What cannot be read or judged becomes a problem; the rest goes on.
 *
 * <p>Used by one thread: give it inputs, then {@link #end} it. Close it in any case, so that its threads stop.
 */
public final class ReviewRun implements AutoCloseable {
    /** Enough posts that handing them over costs nothing beside judging them, few enough to keep memory small. */
    private static final int BATCH_POSTS = 256;

    private static final int BATCH_CHARS = 1 << 18;

    private final Guidance guidance;
    private final ReviewConfig config;
    private final RunOptions options;
    private final ReportWriter out;
    private final InputReading reading;
    private final MediaProbing probing;

    private final List<Lane> idle = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Tally written = new Tally();
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final ProblemList refused = new ProblemList();
    private final ProblemList incomplete = new ProblemList();
    private final Deque<Future<Batch>> waiting = new ArrayDeque<>();
    private Batch batch = new Batch();
    private @Nullable ExecutorService threads;
    private long read;

    /**
     * Starts a run.
     *
     * @param guidance what posts are judged by
     * @param config how they are judged
     * @param options how the run reads and works
     * @param out takes what is found; used by the calling thread only
     */
    public ReviewRun(Guidance guidance, ReviewConfig config, RunOptions options, ReportWriter out) {
        this.guidance = guidance;
        this.config = config;
        this.options = options;
        this.out = out;
        this.reading = new InputReading(guidance.postReaders(), options.reader());
        this.probing = guidance.probing(config);
    }

    /**
     * Judges every post of an input that the user named. A folder that is no draft itself is searched; files in it that
     * no reader knows are counted as skipped.
     *
     * @param input what to read
     * @throws IOException when the report cannot be written
     */
    public void read(Input input) throws IOException {
        try {
            List<Input> inside = reading.expanded(input);
            boolean named = inside.size() == 1 && inside.get(0) == input;
            long others = 0;
            for (Input one : inside) {
                try {
                    PostReader reader = reading.reader(one, named);
                    if (reader != null) {
                        reading.read(reader, one, options.reading(), new Sink(Inputs.beside(one)), incomplete);
                    } else if (named) {
                        throw reading.unknown(one);
                    } else {
                        others++;
                    }
                } catch (InputException e) {
                    (named ? refused : incomplete).add(e.problem());
                }
            }
            if (others > 0) {
                skipped.merge("other files", others, Long::sum);
            }
            if (others == inside.size() && !named) {
                refused.add(new Problem(
                        input.name(),
                        "Nothing in this folder can be read as posts.",
                        "Name a folder that holds drafts or archives."));
            }
        } catch (InputException e) {
            refused.add(e.problem());
        } catch (Stopped e) {
            throw e.inFull();
        }
    }

    /**
     * Judges one post.
     *
     * @param post the post
     * @param where it stands
     * @throws IOException when the report cannot be written
     */
    public void post(Post post, Location where) throws IOException {
        post(post, where, Attachments.NONE);
    }

    /**
     * Judges one post with its media.
     *
     * @param post the post
     * @param where it stands
     * @param files finds the files of its media
     * @throws IOException when the report cannot be written
     */
    public void post(Post post, Location where, Attachments files) throws IOException {
        try {
            take(post, where, files);
        } catch (Stopped e) {
            throw e.inFull();
        }
    }

    /**
     * Judges something else than a post, such as a plan or a profile.
     *
     * @param subject what to judge
     * @param where it stands
     * @throws IOException when the report cannot be written
     */
    public void subject(Subject subject, Location where) throws IOException {
        try {
            take(subject, where, Attachments.NONE);
        } catch (Stopped e) {
            throw e.inFull();
        }
    }

    /**
     * Notes an input of the user's that cannot be used, found out before it was read.
     *
     * @param problem where, what was wrong, and what to do
     */
    public void refuse(Problem problem) {
        refused.add(problem);
    }

    /**
     * Judges what is left, writes the end of the report and adds up.
     *
     * @return how it went
     * @throws IOException when the report cannot be written
     */
    public RunResult end() throws IOException {
        try {
            if (threads == null) {
                emit(judged(batch));
            } else {
                hand();
            }
            while (!waiting.isEmpty()) {
                drain();
            }
        } catch (Stopped e) {
            throw e.inFull();
        }
        var tally = new Tally();
        tally.add(written);
        for (Lane lane : lanes) {
            tally.add(lane.tally);
        }
        var failures = new ArrayList<>(tally.failures());
        failures.sort((one, other) -> one.rule().compareTo(other.rule()));
        for (RuleFailure failure : failures) {
            incomplete.add(unfinished(failure));
        }
        probing.problems().forEach(incomplete::add);
        probing.leftOut().forEach((what, number) -> skipped.merge(what, number, Long::sum));
        if (guidance.rules().isEmpty()) {
            incomplete.add(new Problem(
                    "rules",
                    "No rule is loaded, so nothing was checked.",
                    "Put a document's module or a pack with rules back; \"govsocial plugins\" lists what is there."));
        }
        var problems = new ArrayList<>(guidance.problems());
        problems.addAll(refused.listed());
        problems.addAll(incomplete.listed());
        var summary = new RunSummary(
                tally.subjects(),
                tally.outcomes(),
                tally.findings(),
                tally.rules(),
                tally.platforms(),
                skipped,
                problems,
                tally.answers());
        out.end(summary);
        return new RunResult(summary, tally.failing(), refused.listed(), incomplete.listed());
    }

    /** Stops the threads; judges nothing more. */
    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private void take(Subject subject, Location where, Attachments files) {
        batch.add(subject, where, files);
        if (batch.isFull()) {
            hand();
        }
    }

    /** Gives the batch to a thread, and writes what is ready when enough is under way. */
    private void hand() {
        if (threads == null) {
            threads = Executors.newFixedThreadPool(options.threads(), task -> {
                var thread = new Thread(task, "govsocial-review");
                thread.setDaemon(true);
                return thread;
            });
        }
        Batch full = batch;
        read += full.size();
        batch = new Batch();
        waiting.add(threads.submit((Callable<Batch>) () -> judged(full)));
        while (waiting.size() > 2 * options.threads()) {
            drain();
        }
        options.progress().accept(read);
    }

    private void drain() {
        try {
            emit(waiting.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(new InterruptedIOException("The run was interrupted."));
        } catch (ExecutionException e) {
            throw new Stopped(e.getCause());
        }
    }

    /** Runs on any thread. */
    private Batch judged(Batch posts) {
        Lane lane = lane();
        // A finding that two platforms share is one finding, which only the words tell.
        boolean counts = options.summaryOnly() && config.platforms().size() < 2;
        for (int i = 0; i < posts.size(); i++) {
            Subject subject = posts.subject(i);
            if (subject instanceof Post post) {
                subject = probing.probed(post, posts.files.get(i));
            }
            if (counts && subject instanceof Post post) {
                lane.reviewer.tally(post, lane.tally);
            } else {
                posts.report(lane.reviewer.review(subject));
            }
        }
        synchronized (idle) {
            idle.add(lane);
        }
        return posts;
    }

    private Lane lane() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.remove(idle.size() - 1);
            }
            var lane = new Lane(guidance.reviewer(config), new Tally());
            lanes.add(lane);
            return lane;
        }
    }

    private void emit(Batch posts) {
        try {
            for (int i = 0; i < posts.reports.size(); i++) {
                Report report = posts.reports.get(i);
                written.add(report, !config.platforms().isEmpty());
                if (!options.summaryOnly()) {
                    out.subject(new Reviewed(posts.where.get(i), report));
                }
            }
        } catch (IOException e) {
            throw new Stopped(e);
        }
    }

    private static Problem unfinished(RuleFailure failure) {
        return new Problem(
                failure.rule().toString(),
                "The rule of the plug-in \"" + failure.plugin() + "\" did not finish (" + failure.error()
                        + "), so what it stopped at was not checked by it.",
                "Tell " + failure.maintainer() + " (" + failure.reportTo() + "), or leave it out with --skip "
                        + failure.rule() + ".");
    }

    /** A reviewer and what it counts; used by one thread at a time. */
    private record Lane(Reviewer reviewer, Tally tally) {}

    /** Subjects that are judged together; either all are posts, or each is put into words. */
    private static final class Batch {
        private final List<Subject> subjects = new ArrayList<>();
        private final List<Location> where = new ArrayList<>();
        private final List<Attachments> files = new ArrayList<>();
        private final List<Report> reports = new ArrayList<>();
        private int chars;

        void add(Subject subject, Location at, Attachments beside) {
            subjects.add(subject);
            where.add(at);
            files.add(beside);
            chars += subject instanceof Post post ? post.text().length() : 1;
        }

        boolean isFull() {
            return subjects.size() >= BATCH_POSTS || chars >= BATCH_CHARS;
        }

        int size() {
            return subjects.size();
        }

        Subject subject(int i) {
            return subjects.get(i);
        }

        void report(Report report) {
            reports.add(report);
        }
    }

    private final class Sink implements PostSink {
        private final Attachments beside;

        Sink(Attachments beside) {
            this.beside = beside;
        }

        @Override
        public void post(Post post, Location where) {
            post(post, where, beside);
        }

        @Override
        public void post(Post post, Location where, Attachments files) {
            try {
                var left = options.intake().leavesOut(post);
                if (left.isPresent()) {
                    skipped.merge(left.get(), 1L, Long::sum);
                } else {
                    take(options.intake().completed(post), where, files);
                }
            } catch (Stopped e) {
                throw e;
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
