package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The last entry that was acknowledged, in {@code log.confirmed} beside the log. Written after the entry is on the disk
 * and not forced itself, so that it may lag behind after a power cut but never runs ahead. It tells an entry that was
 * damaged after it was saved from one whose saving was interrupted. It is no proof against a person: whoever can change
 * the log can change it too.
 */
record Confirmed(long number, Hash leaf) {
    private static final int NUMBER = 19;
    private static final int LENGTH = NUMBER + 1 + 64 + 1 + 8 + 1;

    /** Before the first entry. */
    static final Confirmed NOTHING = new Confirmed(0, new Hash("0".repeat(64)));

    byte[] toBytes() {
        String digits = Long.toString(number);
        String facts = "0".repeat(NUMBER - digits.length()) + digits + " " + leaf.hex();
        return (facts + " " + check(facts) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Null when it is not there or was torn. */
    static @Nullable Confirmed read(Storage.StoredFile file) throws IOException {
        var buffer = ByteBuffer.allocate(LENGTH);
        while (buffer.hasRemaining() && file.read(buffer, buffer.position()) > 0) {
            continue;
        }
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
        int facts = NUMBER + 1 + 64;
        if (text.length() != LENGTH || !text.substring(facts).equals(" " + check(text.substring(0, facts)) + "\n")) {
            return null;
        }
        return new Confirmed(Long.parseLong(text.substring(0, NUMBER)), new Hash(text.substring(NUMBER + 1, facts)));
    }

    private static String check(String facts) {
        return Hash.of(Sha256.digest().digest(facts.getBytes(StandardCharsets.US_ASCII)))
                .hex()
                .substring(0, 8);
    }
}
