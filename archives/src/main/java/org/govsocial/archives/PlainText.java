package org.govsocial.archives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.govsocial.model.Post;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * A text file that is one draft. Line breaks become {@code \n}; blank lines at the end are not part of the post. Its id is
 * the file's name.
 */
final class PlainText implements PostReader {
    /** No platform takes a post anywhere near as long. */
    static final int MAX_POST = 1_000_000;

    @Override
    public String id() {
        return "text";
    }

    @Override
    public String title() {
        return "a text file that is one post";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()) {
            return 0;
        }
        String name = input.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".alt.txt")) {
            return 1;
        }
        if (name.endsWith(".txt") || name.endsWith(".md")) {
            return 60;
        }
        // The last resort for standard input and for drafts without an ending.
        boolean text = StrictText.head(input).indexOf(0) < 0;
        return text && (name.equals("-") || MediaFiles.extension(name).isEmpty()) ? 1 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        out.post(post(input, words(input, options)), Location.of(input.name()));
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public void rewrite(Input input, ReadOptions options, UnaryOperator<Post> change, OutputStream out)
            throws InputException, IOException {
        Words words = words(input, options);
        rewrite(input, options, words, change.apply(post(input, words)).text(), out);
    }

    /** Copies a text file, with other words unless they are the same. */
    static void rewrite(Input input, ReadOptions options, Words old, String words, OutputStream out)
            throws IOException {
        if (words.equals(old.text())) {
            try (var in = input.open()) {
                in.transferTo(out);
            }
            return;
        }
        byte[] head = input.head();
        Charset marked = StrictText.markedCharset(head, head.length);
        if (marked != null) {
            out.write(head, 0, StrictText.markLength(marked));
        }
        String body = words + old.tail();
        out.write(old.withBreaks(body).getBytes(marked == null ? options.encoding() : marked));
    }

    private static Post post(Input input, Words words) {
        String name = input.name();
        return Post.of(name.equals("-") ? "stdin" : name.substring(name.lastIndexOf('/') + 1), words.text());
    }

    /**
     * The words of a text file.
     *
     * @param text the words, lines parted by {@code \n}
     * @param tail the line breaks behind them
     * @param breaks for each line break of the file, whether it is that of Windows
     */
    record Words(String text, String tail, BitSet breaks) {
        /** Ends each line as it ended before; where there are more or fewer lines now, all as the first one did. */
        String withBreaks(String body) {
            long before = lines(text + tail);
            boolean same = lines(body) == before;
            var out = new StringBuilder(body.length() + breaks.cardinality());
            int line = 0;
            for (int i = 0; i < body.length(); i++) {
                char c = body.charAt(i);
                if (c == '\n' && breaks.get(same ? line++ : 0)) {
                    out.append('\r');
                }
                out.append(c);
            }
            return out.toString();
        }

        private static long lines(String text) {
            return text.chars().filter(c -> c == '\n').count();
        }
    }

    static Words words(Input input, ReadOptions options) throws InputException, IOException {
        String all;
        try (StrictText in = StrictText.open(input, options)) {
            all = in.all(MAX_POST);
        } catch (NotTextException e) {
            throw e.toInputException();
        }
        if (all.isBlank()) {
            throw Emptiness.of(input.name());
        }
        var breaks = new BitSet();
        int line = 0;
        for (int at = all.indexOf('\n'); at >= 0; at = all.indexOf('\n', at + 1)) {
            breaks.set(line++, at > 0 && all.charAt(at - 1) == '\r');
        }
        String lines = all.replace("\r\n", "\n");
        int end = lines.length();
        while (end > 0 && lines.charAt(end - 1) == '\n') {
            end--;
        }
        return new Words(lines.substring(0, end), lines.substring(end), breaks);
    }
}
