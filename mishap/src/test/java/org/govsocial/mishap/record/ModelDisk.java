package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A disk that loses its power: what was written but not forced survives in random sectors of 512 bytes, or not at all,
 * and the file may be as short as it was or as long as it was going to be. It can also be given a bug that the harness
 * must notice.
 */
final class ModelDisk implements Storage {
    static final int SECTOR = 512;

    /** What the programmer, or the disk, got wrong. */
    enum Bug {
        NONE,
        /** The entry is acknowledged first and forced with the next one. */
        ACKNOWLEDGES_BEFORE_FORCE,
        NO_FORCE,
        /** Opens at the last whole entry, and writes on behind the torn bytes as if they were not there. */
        NO_TAIL_CHECK,
        /** Takes a line for an entry though its hashes do not fit. */
        NO_CHECKSUM
    }

    /** Thrown in the middle of an operation; nothing catches it but the harness. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;

        PowerCut() {
            super("the power was cut", null, false, false);
        }
    }

    private final Bug bug;
    private final Random random;
    private final Map<Path, ModelFile> files = new HashMap<>();
    private int left = Integer.MAX_VALUE;

    ModelDisk(Bug bug, Random random) {
        this.bug = bug;
        this.random = random;
    }

    /** Cuts the power during one of the next operations. */
    void cutAfter(int operations) {
        left = operations;
    }

    /** The power is back. */
    void restart() {
        left = Integer.MAX_VALUE;
        files.values().forEach(ModelFile::survive);
    }

    byte[] bytes(Path path) {
        ModelFile file = files.get(path);
        return Arrays.copyOf(file.now, file.length);
    }

    @Override
    public StoredFile open(Path path) throws IOException {
        ModelFile file = files.computeIfAbsent(path, p -> new ModelFile());
        file.forceWaits = false;
        file.hidden = 0;
        boolean isLog = path.endsWith(Journal.LOG);
        if (isLog && bug == Bug.NO_TAIL_CHECK) {
            file.hidden = tail(file);
        } else if (isLog && bug == Bug.NO_CHECKSUM) {
            file.makeFit();
        }
        return file;
    }

    @Override
    public StoredFile openToRead(Path path) throws IOException {
        return open(path);
    }

    @Override
    public Object identity(Path path) {
        return path;
    }

    @Override
    public void forceFolder(Path folder) {}

    private static int tail(ModelFile file) throws IOException {
        var end = new int[1];
        LogScanner.scan(file, 0, file.size(), new LogScanner.Visitor() {
            @Override
            public void line(EntryLine line, EntryLine.BodyState body, long offset) {
                end[0] = (int) offset + line.length() + 1;
            }

            @Override
            public void junk(LogScanner.Junk junk) {}
        });
        return Math.max(0, file.length - end[0]);
    }

    private final class ModelFile implements StoredFile {
        private byte[] now = new byte[4096];
        private int length;
        private byte[] durable = new byte[0];
        private boolean forceWaits;
        private int hidden;

        private void operation() {
            if (left-- <= 0) {
                throw new PowerCut();
            }
        }

        @Override
        public long size() {
            return (long) length - hidden;
        }

        @Override
        public int read(ByteBuffer into, long at) {
            // Behind what is hidden, places are further up than the caller knows.
            int from = (int) at;
            int limit = length;
            if (hidden > 0) {
                int visible = hiddenAt;
                if (from >= visible) {
                    from += hidden;
                } else {
                    limit = visible;
                }
            }
            int count = Math.min(into.remaining(), limit - from);
            if (count <= 0) {
                return -1;
            }
            into.put(now, from, count);
            return count;
        }

        private int hiddenAt;

        @Override
        public void write(ByteBuffer from, long at) {
            if (forceWaits) {
                forceWaits = false;
                reallyForce();
            }
            if (hidden > 0 && hiddenAt == 0) {
                hiddenAt = (int) at;
            }
            int place = (int) at + hidden;
            int count = from.remaining();
            if (place + count > now.length) {
                now = Arrays.copyOf(now, 2 * (place + count));
            }
            if (left == 0) {
                count = random.nextInt(count + 1); // cut in the middle of the write
            }
            from.get(now, place, count);
            length = Math.max(length, place + count);
            operation();
        }

        @Override
        public void force() {
            if (left == 0 && random.nextBoolean()) {
                reallyForce(); // the disk had it, but nobody was told
            }
            operation();
            switch (bug) {
                case NO_FORCE -> {}
                case ACKNOWLEDGES_BEFORE_FORCE -> forceWaits = true;
                default -> reallyForce();
            }
        }

        private void reallyForce() {
            durable = Arrays.copyOf(now, length);
        }

        private void survive() {
            int size = durable.length + random.nextInt(length - durable.length + 1);
            if (random.nextBoolean()) {
                size = length; // the length is often there before the data
            }
            byte[] after = Arrays.copyOf(durable, size);
            for (int sector = 0; sector < size; sector += SECTOR) {
                if (random.nextBoolean()) {
                    System.arraycopy(now, sector, after, sector, Math.min(SECTOR, size - sector));
                }
            }
            now = Arrays.copyOf(after, Math.max(4096, size));
            length = size;
            durable = after;
        }

        /** Makes the hashes of the last line fit whatever stands in it, as if nobody looked at them. */
        private void makeFit() {
            int end = length;
            if (end == 0 || now[end - 1] != '\n') {
                return;
            }
            int start = end - 1;
            while (start > 0 && now[start - 1] != '\n') {
                start--;
            }
            byte[] line = Arrays.copyOfRange(now, start, end - 1);
            byte[] fitted = Fitting.fit(line);
            System.arraycopy(fitted, 0, now, start, fitted.length);
        }

        @Override
        public void close() {
            hiddenAt = 0;
        }
    }

    /** Recomputes the hashes of a line that has the shape of an entry. */
    private static final class Fitting {
        static byte[] fit(byte[] line) {
            String text = new String(line, java.nio.charset.StandardCharsets.ISO_8859_1);
            int body = text.indexOf(",\"body\":");
            int salt = text.lastIndexOf(",\"salt\":\"");
            int commit = text.lastIndexOf(",\"commit\":\"");
            int leaf = text.lastIndexOf(",\"leaf\":\"");
            if (!text.startsWith("{\"entry\":")
                    || body < 0
                    || salt < body
                    || commit < salt
                    || leaf < commit
                    || !text.endsWith("\"}")
                    || leaf + 9 + 64 + 2 != line.length
                    || salt + 9 + 32 + 1 != commit) {
                return line;
            }
            var digest = Sha256.digest();
            try {
                digest.update(java.util.HexFormat.of().parseHex(text, salt + 9, salt + 9 + 32));
            } catch (IllegalArgumentException e) {
                return line;
            }
            digest.update(line, body + 8, salt - body - 8);
            String hash = Hash.of(digest.digest()).hex();
            String fitted = text.substring(0, commit + 11) + hash + text.substring(commit + 11 + 64, leaf);
            String header = text.substring(0, body) + fitted.substring(commit) + "}";
            String sealed = fitted + ",\"leaf\":\""
                    + Hash.of(Sha256.leaf(header.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                            .hex()
                    + "\"}";
            return sealed.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }
}
