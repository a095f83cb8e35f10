package org.govsocial.archives;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.govsocial.spi.Input;
import org.jspecify.annotations.Nullable;

/**
 * One file of a zip. What it unpacks to is measured as it is read, since the sizes in a directory may lie, and compared
 * with the directory's checksum at the end.
 */
final class ZipEntryInput implements Input {
    /** Unpacks to something else than the directory says. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final String name;
    private final ZipFile zip;
    private final ZipEntry entry;
    private @Nullable Measured last;

    ZipEntryInput(String archive, ZipFile zip, ZipEntry entry) {
        this.name = archive + "!/" + shown(entry.getName());
        this.zip = zip;
        this.entry = entry;
    }

    /** A name for messages: what could play tricks with a screen is replaced. */
    static String shown(String name) {
        var shown = new StringBuilder(name.length());
        name.codePoints().limit(300).forEach(c -> {
            int type = Character.getType(c);
            boolean tricky = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(tricky ? '\uFFFD' : c == '\\' ? '/' : c);
        });
        return shown.toString();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Path path() {
        return null;
    }

    @Override
    public boolean isFolder() {
        return false;
    }

    @Override
    public byte[] head() throws IOException {
        try (InputStream in = bytes()) {
            return in.readNBytes(4096);
        }
    }

    private InputStream bytes() throws IOException {
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new DamagedException();
        }
        return in;
    }

    @Override
    public InputStream open() throws IOException {
        last = new Measured(bytes(), Math.min(ZipLimits.MAX_ENTRY, Math.max(0, entry.getSize())), entry.getCrc());
        return last;
    }

    /** Checks that what was read was whole. */
    void verify() throws IOException {
        if (last != null && !last.verified) {
            throw new DamagedException();
        }
    }

    private static final class Measured extends FilterInputStream {
        private final long size;
        private final long checksum;
        private final CRC32 crc = new CRC32();
        private long count;
        private boolean verified;

        Measured(InputStream in, long size, long checksum) {
            super(in);
            this.size = size;
            this.checksum = checksum;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            if (read < 0) {
                if (count != size || crc.getValue() != checksum) {
                    throw new DamagedException();
                }
                verified = true;
                return -1;
            }
            count += read;
            if (count > size) {
                throw new DamagedException();
            }
            crc.update(buffer, offset, read);
            return read;
        }

        @Override
        public long skip(long n) {
            return 0;
        }

        /** Reads what a reader left, so that the checksum tells of all of it. */
        @Override
        public void close() throws IOException {
            try {
                if (!verified) {
                    var rest = new byte[8192];
                    while (read(rest, 0, rest.length) >= 0) {
                        continue;
                    }
                }
            } catch (DamagedException e) {
                // verify() tells.
            } finally {
                super.close();
            }
        }
    }
}
