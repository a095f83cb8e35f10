package org.govsocial.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text on purpose, never by guess: a byte order mark decides (and is taken off), otherwise the encoding that the
 * user names, which is UTF-8 unless said. A byte that does not fit, or a NUL, ends in {@link NotTextException}.
 */
final class StrictText extends Reader {
    private static final int HEAD = 4096;

    private final String name;
    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();

    /** How many bytes came before the buffer. */
    private long before;

    private boolean end;

    private StrictText(String name, InputStream in, Charset charset) {
        this.name = name;
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static StrictText open(Input input, ReadOptions options) throws IOException {
        return open(input.name(), input.open(), options);
    }

    static StrictText open(String name, InputStream in, ReadOptions options) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        Charset said = markedCharset(head, head.length);
        var text = new StrictText(name, in, said == null ? options.encoding() : said);
        int mark = said == null ? 0 : markLength(said);
        text.bytes.clear().put(head, mark, head.length - mark).flip();
        text.before = mark;
        return text;
    }

    /** What a byte order mark says; null without one. */
    static @Nullable Charset markedCharset(byte[] head, int count) {
        if (count >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (count >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (count >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    static int markLength(Charset marked) {
        return marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
    }

    /** The first bytes of an input as text, for recognition: whatever does not decode is replaced. */
    static String head(Input input) throws IOException {
        byte[] head = input.head();
        Charset said = markedCharset(head, head.length);
        return said == null
                ? new String(head, StandardCharsets.UTF_8)
                : new String(head, markLength(said), head.length - markLength(said), said);
    }

    /** All of it, for texts that a person wrote. */
    String all(int limit) throws IOException {
        var out = new StringBuilder();
        var buffer = new char[8192];
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            out.append(buffer, 0, count);
            if (out.length() > limit) {
                throw new NotTextException(new Problem(
                        name,
                        String.format(Locale.ROOT, "This is longer than %,d characters, which no post is.", limit),
                        "Check that it is the right file."));
            }
        }
        return out.toString();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 1) {
            throw new IllegalArgumentException("A surrogate pair needs room for two characters.");
        }
        var out = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, end);
            if (result.isError()) {
                throw undecodable(before + bytes.position());
            }
            int count = out.position() - offset;
            if (count > 0) {
                refuseNul(buffer, offset, count);
                return count;
            }
            if (end) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public int read() throws IOException {
        throw new UnsupportedOperationException("Read by the block.");
    }

    private void fill() throws IOException {
        before += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            end = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void refuseNul(char[] buffer, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == 0) {
                throw binary(name);
            }
        }
    }

    static NotTextException binary(String name) {
        return new NotTextException(new Problem(
                name,
                "This is not text but a binary file, such as a picture, a document or a damaged file.",
                "Name a file of posts, or check how it was made."));
    }

    private NotTextException undecodable(long offset) throws IOException {
        for (int i = 0; i < bytes.limit(); i++) {
            if (bytes.get(i) == 0 && !charset.name().startsWith("UTF-16")) {
                return binary(name);
            }
        }
        return new NotTextException(undecodable(name, offset, charset));
    }

    static Problem undecodable(String where, long offset, Charset charset) {
        return new Problem(
                where,
                String.format(Locale.ROOT, "Byte %,d is not valid %s.", offset, charset.name()),
                "Save it again as UTF-8 (in Excel: \"CSV UTF-8\"), or say which encoding it has, such as"
                        + " --encoding windows-1252.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
