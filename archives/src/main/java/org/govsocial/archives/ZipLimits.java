package org.govsocial.archives;

import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.govsocial.spi.InputException;

/** What an archive may claim before it is opened. */
final class ZipLimits {
    /** All entries unpacked, in bytes. */
    static final long MAX_TOTAL = 100L << 30;

    /** One entry unpacked, in bytes. */
    static final long MAX_ENTRY = 50L << 30;

    static final int MAX_ENTRIES = 200_000;

    /** How many times larger than packed an entry may be; exports of posts stay below 20. */
    static final int MAX_RATIO = 200;

    /** Small entries may be packed as well as they like. */
    static final long RATIO_FROM = 10L << 20;

    /** Fixed parts of a local header, of a central directory entry and of the directory's end. */
    private static final int LOCAL_HEADER = 30;

    private static final int CENTRAL_HEADER = 46;
    private static final int END = 22;

    private ZipLimits() {}

    static void check(String name, long size, ZipFile zip, List<? extends ZipEntry> entries) throws InputException {
        if (zip.size() > MAX_ENTRIES) {
            throw refused(name, "it lists %,d files, and the limit is %,d", zip.size(), MAX_ENTRIES);
        }
        long total = 0;
        long claimed = END;
        for (ZipEntry entry : entries) {
            long unpacked = Math.max(0, entry.getSize());
            long packed = Math.max(0, entry.getCompressedSize());
            total += unpacked;
            claimed += LOCAL_HEADER + CENTRAL_HEADER + 2L * entry.getName().length() + packed;
            if (unpacked > MAX_ENTRY || total > MAX_TOTAL) {
                throw refused(name, "it says it unpacks to more than %,d GB from %,d bytes", total >> 30, size);
            }
            if (unpacked > RATIO_FROM && unpacked / MAX_RATIO > packed) {
                throw refused(
                        name,
                        "a file in it says it unpacks to %,d times its size, and the limit is %,d",
                        unpacked / Math.max(1, packed),
                        MAX_RATIO);
            }
            if (claimed > size || claimed < 0) {
                throw refused(name, "its files overlap: they claim more than the %,d bytes that it has", size);
            }
        }
    }

    private static InputException refused(String name, String why, Object... values) {
        return new InputException(
                name,
                "This archive was not opened: " + String.format(Locale.ROOT, why, values) + ".",
                "No archive of posts is like that, so be careful where it comes from.");
    }
}
