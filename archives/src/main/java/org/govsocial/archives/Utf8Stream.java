package org.govsocial.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8, for readers that work on bytes. */
final class Utf8Stream extends InputStream {
    private final Reader text;
    private final CharsetEncoder encoder =
            StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    private final CharBuffer chars = CharBuffer.allocate(8192).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(32 * 1024).flip();
    private boolean end;

    Utf8Stream(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!bytes.hasRemaining()) {
            if (end) {
                return -1;
            }
            chars.compact();
            int count = text.read(chars.array(), chars.position(), chars.remaining());
            end = count < 0;
            chars.position(chars.position() + Math.max(0, count)).flip();
            bytes.clear();
            encoder.encode(chars, bytes, end);
            bytes.flip();
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(buffer, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
