package org.govsocial.archives;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * {@code Shares.csv} of a LinkedIn download. Its files double some quotes and put a backslash before others, so that plain
 * CSV would split their records. Text alternatives are not in it, so they are unknown.
 */
final class LinkedInShares implements PostReader {
    @Override
    public String id() {
        return "linkedin";
    }

    @Override
    public String title() {
        return "LinkedIn download, Shares.csv";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()
                || !MediaFiles.extension(input.name()).equals("csv")
                        && !input.name().equals("-")) {
            return 0;
        }
        String head = StrictText.head(input).toLowerCase(Locale.ROOT);
        int feed = head.indexOf('\n');
        String header = feed < 0 ? head : head.substring(0, feed);
        return header.contains("sharecommentary") && header.contains(",") ? 95 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        try (var text = new Doubling(new BufferedReader(StrictText.open(input, options)))) {
            CsvPosts.read(input.name(), text, options, onLinkedIn(out));
        }
    }

    private static PostSink onLinkedIn(PostSink out) {
        return new OnwardSink(out) {
            @Override
            public void post(Post post, Location where) {
                out.post(post.withPlatform(Platform.LINKEDIN), where);
            }
        };
    }

    /** Makes two quotes of a backslash and a quote: as many characters, so that lines and columns stay. */
    private static final class Doubling extends FilterReader {
        /** The character after the last one given; -2 when it was not read yet. */
        private int next = -2;

        Doubling(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = next == -2 ? in.read() : next;
            next = -2;
            if (c != '\\') {
                return c;
            }
            next = in.read();
            return next == '"' ? '"' : c;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int c = read();
                if (c < 0) {
                    break;
                }
                buffer[from + count++] = (char) c;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
