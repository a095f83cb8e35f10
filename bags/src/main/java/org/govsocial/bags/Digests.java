package org.govsocial.bags;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checksums, by the names that manifests use: lower case without a hyphen. */
final class Digests {
    /** What we write. */
    static final List<String> OURS = List.of("sha256", "sha512");

    /** By the names of manifests, the names of Java. RFC 8493, section 2.4, asks readers for the first four. */
    private static final Map<String, String> KNOWN = Map.of(
            "md5", "MD5",
            "sha1", "SHA-1",
            "sha256", "SHA-256",
            "sha512", "SHA-512",
            "sha224", "SHA-224",
            "sha384", "SHA-384",
            "sha3256", "SHA3-256",
            "sha3512", "SHA3-512");

    private static final int BUFFER = 1 << 16;

    private final Map<String, MessageDigest> digests = new LinkedHashMap<>();
    private long octets;

    private Digests() {}

    static boolean knows(String algorithm) {
        return KNOWN.containsKey(algorithm.toLowerCase(Locale.ROOT));
    }

    /** How many hexadecimal digits a checksum has. */
    static int digits(String algorithm) {
        return digest(algorithm).getDigestLength() * 2;
    }

    /** Reads to the end, once, for all algorithms; copies what it reads. */
    static Digests of(Collection<String> algorithms, InputStream in, OutputStream copy) throws IOException {
        var all = new Digests();
        for (String algorithm : algorithms) {
            all.digests.put(algorithm, digest(algorithm));
        }
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (MessageDigest digest : all.digests.values()) {
                digest.update(buffer, 0, read);
            }
            copy.write(buffer, 0, read);
            all.octets += read;
        }
        return all;
    }

    long octets() {
        return octets;
    }

    /** The checksums in lower-case hexadecimal, by algorithm. */
    Map<String, String> hexadecimal() {
        var sums = new LinkedHashMap<String, String>();
        digests.forEach((name, digest) -> sums.put(name, HexFormat.of().formatHex(digest.digest())));
        return sums;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(Optional.ofNullable(KNOWN.get(algorithm.toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> new IllegalArgumentException(algorithm)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
