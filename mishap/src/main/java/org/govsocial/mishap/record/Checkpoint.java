package org.govsocial.mishap.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement of what a log held at some time: a few lines of text in the form of a C2SP checkpoint, to be
 * printed, mailed or kept on another machine. Whoever has it notices when any of the entries it counts is changed,
 * removed or replaced later.
 *
 * <pre>
 * govsocial-mishap-log/0123456789abcdef0123456789abcdef     which log
 * 42                                                        how many entries
 * CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=              root of the Merkle tree (RFC 6962)
 * time 2026-11-22T21:04:05+13:00
 * key example.govt.nz+1f2e3d4c+AaQ…
 *
 * — example.govt.nz HPEvJ…                                  Ed25519 signature of all lines above the empty one
 * </pre>
 *
 * @param origin which log
 * @param size how many entries it counts, from 1
 * @param root root of the Merkle tree over their fingerprints
 * @param time when it was made
 * @param key what it is signed with, as it says itself; compare it with the key you know
 * @param text the whole text
 */
public record Checkpoint(String origin, long size, Hash root, OffsetDateTime time, VerifierKey key, String text) {
    private static final String ORIGIN = "govsocial-mishap-log/";

    /** The origin of the log whose first entry says that it follows {@code id}. */
    static String origin(Hash id) {
        return ORIGIN + id.hex().substring(0, 32);
    }

    static Checkpoint sign(CheckpointKey key, String origin, long size, Hash root, OffsetDateTime now) {
        OffsetDateTime time = now.truncatedTo(ChronoUnit.SECONDS);
        VerifierKey verifier = key.verifier();
        String message = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\ntime "
                + time + "\nkey " + verifier.text() + "\n";
        byte[] signature = key.sign(message.getBytes(StandardCharsets.UTF_8));
        var signed = new byte[4 + signature.length];
        System.arraycopy(HexFormat.of().parseHex(verifier.hash()), 0, signed, 0, 4);
        System.arraycopy(signature, 0, signed, 4, signature.length);
        String text =
                message + "\n— " + verifier.name() + " " + Base64.getEncoder().encodeToString(signed) + "\n";
        return new Checkpoint(origin, size, root, time, verifier, text);
    }

    /**
     * Reads a checkpoint and checks its signature against the key that it names. Line ends of any kind, and spaces or
     * empty lines around it, are as good as its own, since people mail it.
     *
     * @param text the text
     * @return the checkpoint
     * @throws LogException when it is no checkpoint, or its signature is missing or does not fit
     */
    public static Checkpoint parse(String text) throws LogException {
        List<String> lines = text.strip().lines().map(String::stripTrailing).toList();
        int empty = lines.indexOf("");
        if (empty < 5 || !lines.get(0).startsWith(ORIGIN)) {
            throw new LogException(
                    lines.size() >= 3 && lines.get(0).startsWith(ORIGIN)
                            ? "This checkpoint is not signed, so it proves nothing. Use the whole text, signature line included."
                            : "This is not a checkpoint of an incident's log. Use the text that 'govsocial mishap checkpoint'"
                                    + " printed.");
        }
        try {
            String message = String.join("\n", lines.subList(0, empty)) + "\n";
            var key = new VerifierKey(value(lines.subList(0, empty), "key "));
            Checkpoint checkpoint = new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Hash.of(Base64.getDecoder().decode(lines.get(2))),
                    OffsetDateTime.parse(value(lines.subList(0, empty), "time ")),
                    key,
                    text);
            byte[] signature = signature(lines.subList(empty + 1, lines.size()), key);
            if (signature == null) {
                throw new LogException("This checkpoint is not signed by the key that it names, so it proves nothing.");
            }
            if (checkpoint.size() < 1 || !key.verifies(message.getBytes(StandardCharsets.UTF_8), signature)) {
                throw new LogException(
                        "The signature of this checkpoint does not fit its text: one of them was changed."
                                + " Look for an unchanged copy.");
            }
            return checkpoint;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new LogException("This checkpoint cannot be read: " + e.getMessage(), e);
        }
    }

    private static String value(List<String> lines, String name) {
        for (String line : lines) {
            if (line.startsWith(name)) {
                return line.substring(name.length());
            }
        }
        throw new IllegalArgumentException("it has no line that begins with \"" + name + "\"");
    }

    private static byte @Nullable [] signature(List<String> lines, VerifierKey key) {
        String start = "— " + key.name() + " ";
        for (String line : lines) {
            if (line.startsWith(start)) {
                String encoded = line.substring(start.length());
                byte[] signed = Base64.getDecoder().decode(encoded);
                // Base64 has bits at its end that say nothing; a text that was changed there was changed all the same.
                if (signed.length == 68
                        && Base64.getEncoder().encodeToString(signed).equals(encoded)
                        && HexFormat.of().formatHex(signed, 0, 4).equals(key.hash())) {
                    return java.util.Arrays.copyOfRange(signed, 4, 68);
                }
            }
        }
        return null;
    }
}
