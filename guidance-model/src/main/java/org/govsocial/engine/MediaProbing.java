package org.govsocial.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.Seen;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.MediaProbe;
import org.jspecify.annotations.Nullable;

/** Has probes look at the files of posts' media, at each file once, and counts what could not be looked at. Thread-safe. */
final class MediaProbing {
    /** A picture used in many posts is looked at once; an archive of any size needs no more memory than this. */
    private static final int REMEMBERED = 256;

    private final List<MediaProbe> probes;
    private final ProblemList problems = new ProblemList();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private final Map<String, FutureTask<MediaFeatures>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<MediaFeatures>> eldest) {
            return size() > REMEMBERED;
        }
    };

    MediaProbing(List<MediaProbe> probes) {
        this.probes = probes;
    }

    /** The post with what was seen in its media's files; the same object when it names none. */
    Post probed(Post post, Attachments files) {
        if (post.media().isEmpty() || probes.isEmpty() || !post.kind().isOwn()) {
            return post;
        }
        List<Media> all = post.media();
        ArrayList<Media> probed = null;
        for (int i = 0; i < all.size(); i++) {
            Media medium = all.get(i);
            MediaFeatures seen = look(medium.file(), files, medium.seen());
            seen = look(medium.captions(), files, seen);
            if (!seen.equals(medium.seen())) {
                probed = probed == null ? new ArrayList<>(all) : probed;
                probed.set(i, medium.withSeen(seen));
            }
        }
        return probed == null ? post : post.withMedia(probed);
    }

    /** How many files were left out, or could be seen in part only, by why. */
    synchronized SortedMap<String, Long> leftOut() {
        return new TreeMap<>(leftOut);
    }

    synchronized List<Problem> problems() {
        return problems.listed();
    }

    private MediaFeatures look(@Nullable String name, Attachments files, MediaFeatures before) {
        if (name == null) {
            return before;
        }
        try {
            Input file = files.find(name);
            if (file == null) {
                count("media that are not beside the posts");
                return before;
            }
            MediaFeatures seen = once(file);
            return before.equals(MediaFeatures.NONE) ? seen : joined(before, seen);
        } catch (InputException e) {
            problem(e.problem());
            return before;
        }
    }

    private MediaFeatures once(Input file) {
        FutureTask<MediaFeatures> task;
        synchronized (known) {
            task = known.computeIfAbsent(file.name(), n -> new FutureTask<>(() -> look(file)));
        }
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MediaFeatures.NONE;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private MediaFeatures look(Input file) {
        MediaFeatures seen = MediaFeatures.NONE;
        for (MediaProbe probe : probes) {
            try {
                if (probe.recognises(file.name())) {
                    seen = probe.look(file, seen);
                }
            } catch (IOException e) {
                problem(Inputs.unreadable(file.name(), e));
                return seen;
            } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
                problem(new Problem(
                        file.name(),
                        "The probe \"" + probe.id() + "\" stopped (" + Faults.oneLine(e)
                                + "), so what it looks for was not checked.",
                        "Report it to the probe's maintainer; \"govsocial plugins\" names them."));
            }
        }
        partly(seen.size());
        partly(seen.motion());
        partly(seen.captions());
        partly(seen.embeddedAlt());
        partly(seen.words());
        partly(seen.colours());
        partly(seen.sound());
        return seen;
    }

    private void partly(Seen<?> fact) {
        if (fact instanceof Seen.CannotTell<?> why) {
            count("media in part: " + why.reason() + " " + why.advice().replaceFirst("\\.$", ""));
        }
    }

    /** What is known of a medium's two files. */
    private static MediaFeatures joined(MediaFeatures one, MediaFeatures other) {
        return new MediaFeatures(
                first(one.size(), other.size()),
                first(one.motion(), other.motion()),
                first(one.captions(), other.captions()),
                first(one.embeddedAlt(), other.embeddedAlt()),
                first(one.location(), other.location()),
                first(one.words(), other.words()),
                first(one.colours(), other.colours()),
                first(one.sound(), other.sound()),
                first(one.duration(), other.duration()));
    }

    private static <T> Seen<T> first(Seen<T> one, Seen<T> other) {
        return one instanceof Seen.NotLooked<T> ? other : one;
    }

    private synchronized void count(String what) {
        leftOut.merge(what, 1L, Long::sum);
    }

    private synchronized void problem(Problem problem) {
        problems.add(problem);
    }
}
