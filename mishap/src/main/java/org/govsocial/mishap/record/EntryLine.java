package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code log.jsonl}: JSON for people and programs, and at the same time a fixed sequence of bytes, so that
 * hashes are taken over the bytes as they stand and no two writers can differ.
 *
 * <pre>
 * {"entry":N,"time":"…","zone":"…","kind":"…"   header
 * ,"body":{…}                                   content; null and spaces once erased
 * ,"salt":"32 hex digits"                       null and spaces once erased
 * ,"commit":"64","prev":"64"                    SHA-256(salt, body), and the leaf of the entry before
 * ,"leaf":"64"}                                 SHA-256(0x00, the line without body, salt and leaf)
 * </pre>
 *
 * <p>{@code docs/mishap-log.md} says the same at length. Erasing keeps the length of the line, so that places further
 * down stay where they are.
 */
final class EntryLine {
    /** The longest line, in bytes; longer things are attachments. */
    static final int MAX_LENGTH = 4 << 20;

    static final int SALT_BYTES = 16;

    private static final byte[] START = ascii("{\"entry\":");
    private static final byte[] TIME = ascii(",\"time\":\"");
    private static final byte[] ZONE = ascii("\",\"zone\":\"");
    private static final byte[] KIND = ascii("\",\"kind\":\"");
    private static final byte[] BODY = ascii("\",\"body\":");
    private static final byte[] SALT = ascii(",\"salt\":");
    private static final byte[] COMMIT = ascii(",\"commit\":\"");
    private static final byte[] PREV = ascii("\",\"prev\":\"");
    private static final byte[] LEAF = ascii("\",\"leaf\":\"");
    private static final byte[] END = ascii("\"}");
    private static final byte[] NULL = ascii("null");

    private static final int HASH = 64;
    private static final int SALT_VALUE = 2 * SALT_BYTES + 2;
    private static final int TIME_LENGTH = 29;
    private static final int MAX_NAME = 60;

    /** From the end of the body to the end of the line. */
    private static final int AFTER_BODY =
            SALT.length + SALT_VALUE + COMMIT.length + HASH + PREV.length + HASH + LEAF.length + HASH + END.length;

    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final byte[] HEX = ascii("0123456789abcdef");

    private final byte[] line;
    private final int start;
    private final int end;
    private final long number;
    private final int zoneStart;
    private final int kindStart;
    private final int headerEnd;

    private EntryLine(byte[] line, int start, int end, long number, int zoneStart, int kindStart, int headerEnd) {
        this.line = line;
        this.start = start;
        this.end = end;
        this.number = number;
        this.zoneStart = zoneStart;
        this.kindStart = kindStart;
        this.headerEnd = headerEnd;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    // Writing

    /** A line with its line end, ready to be written. */
    record Encoded(byte[] bytes, Hash leaf) {}

    static Encoded encode(long number, ZonedDateTime time, String kind, byte[] body, byte[] salt, Hash prev) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        String commit = HexFormat.of().formatHex(digest.digest(body));
        String header = "{\"entry\":" + number + ",\"time\":\"" + TIMES.format(time) + "\",\"zone\":\""
                + time.getZone().getId() + "\",\"kind\":\"" + kind + "\"";
        String proof = ",\"commit\":\"" + commit + "\",\"prev\":\"" + prev.hex() + "\"";
        Hash leaf = Hash.of(Sha256.leaf(ascii(header + proof + "}")));
        byte[] before = ascii(header + ",\"body\":");
        byte[] after = ascii(
                ",\"salt\":\"" + HexFormat.of().formatHex(salt) + "\"" + proof + ",\"leaf\":\"" + leaf.hex() + "\"}\n");
        byte[] bytes = Arrays.copyOf(before, before.length + body.length + after.length);
        System.arraycopy(body, 0, bytes, before.length, body.length);
        System.arraycopy(after, 0, bytes, before.length + body.length, after.length);
        return new Encoded(bytes, leaf);
    }

    // Reading

    /** A reader with its own digest; used by one thread. */
    static final class Parser {
        private final MessageDigest digest = Sha256.digest();
        private final byte[] actual = new byte[32];

        /**
         * Reads a line whose header and proof are whole.
         *
         * @return null when anything but its body or salt differs from what was written
         */
        @Nullable
        EntryLine parse(byte[] bytes, int start, int end) {
            if (end - start < START.length + AFTER_BODY || !at(bytes, start, end, START)) {
                return null;
            }
            int i = start + START.length;
            long number = 0;
            int digits = i;
            while (i < end && bytes[i] >= '0' && bytes[i] <= '9' && i - digits < 18) {
                number = 10 * number + (bytes[i++] - '0');
            }
            if (number == 0 || bytes[digits] == '0' || !at(bytes, i, end, TIME)) {
                return null;
            }
            int zoneStart = i + TIME.length + TIME_LENGTH + ZONE.length;
            if (!at(bytes, zoneStart - ZONE.length, end, ZONE)) {
                return null;
            }
            int zoneEnd = quote(bytes, zoneStart, end);
            if (!at(bytes, zoneEnd, end, KIND)) {
                return null;
            }
            int kindStart = zoneEnd + KIND.length;
            int kindEnd = quote(bytes, kindStart, end);
            int bodyEnd = end - AFTER_BODY;
            if (!at(bytes, kindEnd, bodyEnd, BODY)) {
                return null;
            }
            int proof = bodyEnd + SALT.length + SALT_VALUE;
            int prev = proof + COMMIT.length + HASH;
            int leaf = prev + PREV.length + HASH;
            if (!at(bytes, bodyEnd, end, SALT)
                    || !at(bytes, proof, end, COMMIT)
                    || !at(bytes, prev, end, PREV)
                    || !at(bytes, leaf, end, LEAF)
                    || !at(bytes, end - END.length, end, END)) {
                return null;
            }
            digest.update((byte) 0);
            digest.update(bytes, start, kindEnd + 1 - start);
            digest.update(bytes, proof, leaf + 1 - proof);
            digest.update((byte) '}');
            if (!matches(bytes, leaf + LEAF.length)) {
                return null;
            }
            return new EntryLine(bytes, start, end, number, zoneStart, kindStart, kindEnd + 1);
        }

        /** What became of the part that may be erased. */
        BodyState bodyOf(EntryLine line) {
            int bodyStart = line.bodyStart();
            int bodyEnd = line.bodyEnd();
            int salt = bodyEnd + SALT.length;
            if (line.line[salt] == 'n') {
                if (!isNull(line.line, salt, salt + SALT_VALUE)) {
                    return BodyState.CHANGED;
                }
                return isNull(line.line, bodyStart, bodyEnd) ? BodyState.ERASED : BodyState.REDACTED;
            }
            if (line.line[salt] != '"' || line.line[salt + SALT_VALUE - 1] != '"') {
                return BodyState.CHANGED;
            }
            for (int i = salt + 1; i < salt + SALT_VALUE - 1; i += 2) {
                int high = digit(line.line[i]);
                int low = digit(line.line[i + 1]);
                if (high < 0 || low < 0) {
                    digest.reset();
                    return BodyState.CHANGED;
                }
                digest.update((byte) (high << 4 | low));
            }
            digest.update(line.line, bodyStart, bodyEnd - bodyStart);
            return matches(line.line, bodyEnd + SALT.length + SALT_VALUE + COMMIT.length)
                    ? BodyState.WHOLE
                    : BodyState.CHANGED;
        }

        private boolean matches(byte[] bytes, int hex) {
            try {
                digest.digest(actual, 0, actual.length);
            } catch (java.security.DigestException e) {
                throw new IllegalStateException(e);
            }
            for (int i = 0; i < actual.length; i++) {
                if (bytes[hex + 2 * i] != HEX[actual[i] >> 4 & 15] || bytes[hex + 2 * i + 1] != HEX[actual[i] & 15]) {
                    return false;
                }
            }
            return true;
        }

        private static int digit(byte c) {
            return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        }

        private static boolean at(byte[] bytes, int place, int end, byte[] expected) {
            return place >= 0
                    && place + expected.length <= end
                    && Arrays.equals(bytes, place, place + expected.length, expected, 0, expected.length);
        }

        private static int quote(byte[] bytes, int from, int end) {
            for (int i = from; i < end && i - from <= MAX_NAME; i++) {
                if (bytes[i] == '"') {
                    return i;
                }
            }
            return -1;
        }

        private static boolean isNull(byte[] bytes, int from, int to) {
            if (!at(bytes, from, to, NULL)) {
                return false;
            }
            for (int i = from + NULL.length; i < to; i++) {
                if (bytes[i] != ' ') {
                    return false;
                }
            }
            return true;
        }
    }

    /** What became of the part that may be erased. */
    enum BodyState {
        /** As it was written. */
        WHOLE,
        /** Body and salt are gone, as disposal leaves them. */
        ERASED,
        /** The salt is gone, as a release copy leaves it: the body cannot be checked. */
        REDACTED,
        /** Body or salt differ from what was written. */
        CHANGED
    }

    long number() {
        return number;
    }

    int length() {
        return end - start;
    }

    int bodyStart() {
        return headerEnd + BODY.length - 1;
    }

    int bodyEnd() {
        return end - AFTER_BODY;
    }

    byte[] body() {
        return Arrays.copyOfRange(line, bodyStart(), bodyEnd());
    }

    Hash leaf() {
        return hash(end - END.length - HASH);
    }

    Hash prev() {
        return hash(end - END.length - HASH - LEAF.length - HASH);
    }

    byte[] leafBytes() {
        return hex(end - END.length - HASH);
    }

    byte[] prevBytes() {
        return hex(end - END.length - HASH - LEAF.length - HASH);
    }

    private byte[] hex(int from) {
        var out = new byte[HASH / 2];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (Parser.digit(line[from + 2 * i]) << 4 | Parser.digit(line[from + 2 * i + 1]));
        }
        return out;
    }

    private Hash hash(int from) {
        return new Hash(text(from, from + HASH));
    }

    String kind() {
        return text(kindStart, headerEnd - 1);
    }

    boolean isKind(byte[] kind) {
        return Arrays.equals(line, kindStart, headerEnd - 1, kind, 0, kind.length);
    }

    String timeText() {
        int from = zoneStart - ZONE.length - TIME_LENGTH;
        return text(from, from + TIME_LENGTH);
    }

    /** Null when nobody's clock says so, which only a forger writes. */
    static @Nullable Instant instantOrNull(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What it says about itself. */
    Entry toEntry(BodyState body) throws IOException {
        try {
            OffsetDateTime time = OffsetDateTime.parse(timeText());
            ZoneId zone = ZoneId.of(text(zoneStart, kindStart - KIND.length));
            Content content = body == BodyState.WHOLE || body == BodyState.REDACTED ? Content.parse(body()) : null;
            Entry.State state = switch (body) {
                case WHOLE -> Entry.State.WHOLE;
                case REDACTED -> Entry.State.REDACTED;
                case ERASED -> Entry.State.DISPOSED;
                case CHANGED -> Entry.State.DAMAGED;
            };
            return new Entry(number, time, zone, kind(), leaf(), state, content);
        } catch (DateTimeException e) {
            throw new LogException("Entry " + number + " has a time that cannot be read: " + e.getMessage(), e);
        }
    }

    private String text(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The same line, as long as before, with another body and without its salt. */
    byte[] without(byte[] body) {
        byte[] out = Arrays.copyOfRange(line, start, end);
        int from = bodyStart() - start;
        int to = bodyEnd() - start;
        if (body.length > to - from) {
            throw new IllegalArgumentException("longer than before");
        }
        Arrays.fill(out, from, to, (byte) ' ');
        System.arraycopy(body, 0, out, from, body.length);
        int salt = to + SALT.length;
        Arrays.fill(out, salt, salt + SALT_VALUE, (byte) ' ');
        System.arraycopy(NULL, 0, out, salt, NULL.length);
        return out;
    }

    /** The same line without its salt, with another body of any length. */
    byte[] replacing(byte[] body) {
        byte[] erased = without(NULL);
        int from = bodyStart() - start;
        int to = bodyEnd() - start;
        var out = new byte[erased.length - (to - from) + body.length];
        System.arraycopy(erased, 0, out, 0, from);
        System.arraycopy(body, 0, out, from, body.length);
        System.arraycopy(erased, to, out, from + body.length, erased.length - to);
        return out;
    }

    byte[] erased() {
        return without(NULL);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(line, start, end);
    }
}
