package org.govsocial.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.govsocial.model.Post;

/** Reads posts of one format, streaming, in constant memory. Stateless; used by several threads. */
public interface PostReader {
    /**
     * From this sureness on, the content itself looks like posts. A file that was merely found in a folder is read from
     * here on; one that a person named is read by whatever reader is surest.
     */
    int LIKELY = 50;

    /**
     * The format's id, which {@code --from} takes.
     *
     * @return kebab case, unique
     */
    String id();

    /**
     * What it reads, for help texts.
     *
     * @return a short noun phrase, such as "Mastodon archive, outbox.json"
     */
    String title();

    /**
     * How sure the reader is that the input is of its format.
     *
     * @param input name and first bytes tell
     * @return 0 for no, 100 for certain; the surest reader wins, ties by id
     * @throws IOException when the input cannot be read
     */
    int recognises(Input input) throws IOException;

    /**
     * Reads every post.
     *
     * @param input what to read
     * @param options what the user says about it
     * @param out takes posts, records left out and records that could not be read
     * @throws InputException when the input as a whole cannot be used; posts before that point have been given
     * @throws IOException when the disk or the stream fails
     */
    void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException;

    /**
     * Whether {@link #rewrite} works, so that fixes can be written back.
     *
     * @return false for formats that are never written
     */
    default boolean rewrites() {
        return false;
    }

    /**
     * The files that hold the posts of an input, each of which {@link #rewrite} copies by itself.
     *
     * @param input what the user named, on disk
     * @return the input itself for most formats; a folder's files where a folder is one post
     * @throws IOException when a folder cannot be listed
     */
    default List<Input> files(Input input) throws IOException {
        return List.of(input);
    }

    /**
     * Copies one of the {@link #files}, with posts changed. Records that do not change are copied byte for byte; a changed record keeps
     * its keys and their order.
     *
     * @param input one of the files
     * @param options as for {@link #read}
     * @param change gives each post's new state, the same object when it does not change
     * @param out receives the copy; not closed
     * @throws InputException when the input as a whole cannot be used
     * @throws IOException when reading or writing fails
     */
    default void rewrite(Input input, ReadOptions options, UnaryOperator<Post> change, OutputStream out)
            throws InputException, IOException {
        throw new UnsupportedOperationException(id() + " is never written");
    }
}
