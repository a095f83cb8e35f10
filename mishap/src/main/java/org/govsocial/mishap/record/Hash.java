package org.govsocial.mishap.record;

import java.util.HexFormat;

/**
 * A SHA-256 value.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {
    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException when it is anything but 64 lower-case hexadecimal digits
     */
    public Hash {
        if (hex.length() != 64 || !isHex(hex)) {
            throw new IllegalArgumentException("A SHA-256 value has 64 digits of 0-9 and a-f; this is: " + hex);
        }
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    static Hash of(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /**
     * Enough of it to tell entries apart and to read over the telephone.
     *
     * @return the first eight digits, in two groups, for example {@code "7f3a-09c2"}
     */
    public String brief() {
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }

    @Override
    public String toString() {
        return hex;
    }
}
