package org.govsocial.mishap.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a {@link CheckpointKey}, which anybody may have, in the notation of signed notes (C2SP): name, key
 * hash and key, joined by {@code +}.
 *
 * @param text for example {@code example.govt.nz+1f2e3d4c+AaQ…}
 */
public record VerifierKey(String text) {
    /** What comes before a raw Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte ED25519 = 1;

    /**
     * Checks the notation.
     *
     * @throws IllegalArgumentException when it is no Ed25519 key, or its hash does not fit
     */
    public VerifierKey {
        int plus = text.indexOf('+');
        byte[] key = plus > 0 && text.length() > plus + 10 && text.charAt(plus + 9) == '+'
                ? Base64.getDecoder().decode(text.substring(plus + 10))
                : new byte[0];
        if (key.length != 33
                || key[0] != ED25519
                || !isName(text.substring(0, plus))
                || !hash(text.substring(0, plus), key).equals(text.substring(plus + 1, plus + 9))) {
            throw new IllegalArgumentException("This is no key for checkpoints: " + text);
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '+');
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        var typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(encoded, X509.length, typed, 1, 32);
        return new VerifierKey(
                name + "+" + hash(name, typed) + "+" + Base64.getEncoder().encodeToString(typed));
    }

    private static String hash(String name, byte[] key) {
        var digest = Sha256.digest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(key), 0, 4);
    }

    /**
     * Who signs.
     *
     * @return the key's name
     */
    public String name() {
        return text.substring(0, text.indexOf('+'));
    }

    /**
     * Enough of the key to compare by eye.
     *
     * @return eight hexadecimal digits
     */
    public String hash() {
        return text.substring(text.indexOf('+') + 1, text.indexOf('+') + 9);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(text.indexOf('+') + 10));
            byte[] encoded = Arrays.copyOf(X509, X509.length + 32);
            System.arraycopy(key, 1, encoded, X509.length, 32);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
