package org.govsocial.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/** JSON Lines: one post a line. A bad line is told and passed over; a file without any good line is refused. */
final class JsonLines implements PostReader {
    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    /** So many bad lines at the start, and none that is good, and the file is something else. */
    private static final int PATIENCE = 100;

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public String title() {
        return "JSON Lines, one post a line";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()) {
            return 0;
        }
        String extension = MediaFiles.extension(input.name());
        String head = StrictText.head(input).stripLeading();
        boolean named = extension.equals("jsonl") || extension.equals("ndjson");
        if (!head.startsWith("{")) {
            return named ? 40 : 0;
        }
        int feed = head.indexOf('\n');
        String first = feed < 0 ? head : head.substring(0, feed);
        boolean post = JsonPosts.looksLikePosts(first) > 0 && !first.startsWith("{\"posts\"");
        if (named) {
            return post ? 95 : 45;
        }
        boolean whole = first.stripTrailing().endsWith("}");
        boolean more = feed > 0 && head.substring(feed).stripLeading().startsWith("{");
        return whole && post ? more ? 80 : 65 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        try (var lines = new ByteLines(utf8(input, options))) {
            new Run(input, options, lines, out, (post, where, body) -> out.post(post, where), NOWHERE).run();
        } catch (NotTextException e) {
            throw e.toInputException();
        }
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public void rewrite(Input input, ReadOptions options, UnaryOperator<Post> change, OutputStream out)
            throws InputException, IOException {
        if (!isUtf8(input, options)) {
            throw Rewriting.needsUtf8(input);
        }
        try (var lines = new ByteLines(input.open())) {
            Taker rewriter = (post, where, body) -> {
                Post changed = change.apply(post);
                if (changed.equals(post)) {
                    out.write(lines.bytes(), lines.start(), lines.endWithTerminator() - lines.start());
                } else {
                    out.write(lines.bytes(), lines.start(), body - lines.start());
                    var json = JsonOutput.compact(out);
                    JsonInput.of(where.input(), text(lines, body)).copyTo(json, Rewriting.of(post, changed));
                    json.flush();
                    out.write(lines.bytes(), lines.end(), lines.endWithTerminator() - lines.end());
                }
            };
            new Run(input, options, lines, Rewriting.SILENT, rewriter, out).run();
        }
    }

    private static boolean isUtf8(Input input, ReadOptions options) throws IOException {
        byte[] head = input.head();
        Charset said = StrictText.markedCharset(head, head.length);
        return (said == null ? options.encoding() : said).equals(StandardCharsets.UTF_8);
    }

    private static InputStream utf8(Input input, ReadOptions options) throws IOException {
        return isUtf8(input, options) ? input.open() : new Utf8Stream(StrictText.open(input, options));
    }

    private static String text(ByteLines lines, int from) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(lines.bytes(), from, lines.end() - from))
                .toString();
    }

    /** What is done with a post. */
    private interface Taker {
        /**
         * Takes it.
         *
         * @param body where the line's JSON starts, behind a byte order mark
         */
        void take(Post post, Location where, int body) throws IOException;
    }

    /** One pass over one input. */
    private static final class Run {
        private final Input input;
        private final String name;
        private final ByteLines lines;
        private final PostSink out;
        private final Taker posts;
        private final OutputStream others;
        private final PostDraft draft;
        private final FlatLine flat = new FlatLine();

        /** Bad lines from before the first good one; null from there on. */
        private @Nullable List<Problem> early = new ArrayList<>();

        Run(Input input, ReadOptions options, ByteLines lines, PostSink out, Taker posts, OutputStream others) {
            this.input = input;
            this.name = input.name();
            this.lines = lines;
            this.out = out;
            this.posts = posts;
            this.others = others;
            this.draft = new PostDraft(options.zone());
        }

        void run() throws InputException, IOException {
            while (lines.next(others)) {
                if (lines.isTooLong()) {
                    bad(new Problem(
                            name + ":" + lines.number(),
                            "This line is longer than 16 MB, so it was passed over.",
                            "Check that each post has a line of its own."));
                } else if (lines.isBlank()) {
                    copyLine();
                } else {
                    line();
                }
            }
            if (early != null) {
                throw nothingReadable(early);
            }
        }

        private void line() throws InputException, IOException {
            boolean marked = lines.number() == 1
                    && lines.end() - lines.start() >= 3
                    && StandardCharsets.UTF_8.equals(StrictText.markedCharset(
                            Arrays.copyOfRange(lines.bytes(), lines.start(), lines.start() + 3), 3));
            int body = marked ? lines.start() + 3 : lines.start();
            Post post;
            try {
                post = post(body);
            } catch (JsonException e) {
                copyLine();
                bad(e.problem());
                return;
            } catch (NotTextException e) {
                copyLine();
                bad(e.problem());
                return;
            }
            if (early != null) {
                early.forEach(out::unreadable);
                early = null;
            }
            posts.take(post, Location.line(name, lines.number()), body);
        }

        private Post post(int body) throws IOException {
            String fallback = "line-" + lines.number();
            try {
                if (flat.read(lines.bytes(), body, lines.end(), draft)) {
                    return draft.post(fallback);
                }
            } catch (FieldException e) {
                // The general way finds the same fault, and says where.
            }
            JsonInput in = JsonInput.of(name, decoded(body)).startingAt(lines.number());
            Post post = draft.object(in, fallback);
            in.end();
            return post;
        }

        private String decoded(int body) throws IOException {
            var bytes = ByteBuffer.wrap(lines.bytes(), body, lines.end() - body);
            var chars = CharBuffer.allocate(bytes.remaining());
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
            if (result.isError()) {
                long offset = lines.offset() + bytes.position() - lines.start();
                throw new NotTextException(
                        StrictText.undecodable(name + ":" + lines.number(), offset, StandardCharsets.UTF_8));
            }
            String text = chars.flip().toString();
            if (text.indexOf(0) >= 0) {
                throw StrictText.binary(name + ":" + lines.number());
            }
            return text;
        }

        private void copyLine() throws IOException {
            others.write(lines.bytes(), lines.start(), lines.endWithTerminator() - lines.start());
        }

        private void bad(Problem problem) throws InputException, IOException {
            if (early == null) {
                out.unreadable(problem);
            } else {
                early.add(problem);
                if (early.size() == PATIENCE) {
                    throw nothingReadable(early);
                }
            }
        }

        private InputException nothingReadable(List<Problem> problems) throws IOException {
            if (problems.isEmpty()) {
                return Emptiness.of(name);
            }
            if (StrictText.head(input).indexOf(0) >= 0) {
                return StrictText.binary(name).toInputException();
            }
            Problem first = problems.get(0);
            return problems.size() == 1
                    ? new InputException(first)
                    : new InputException(
                            first.where(),
                            String.format(
                                    Locale.ROOT,
                                    "None of the first %d lines can be read as a post. The first: %s",
                                    problems.size(),
                                    first.what()),
                            first.advice());
        }
    }
}
