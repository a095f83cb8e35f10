package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key that signs checkpoints (Ed25519), in a file of its own outside every log's folder, readable by its owner
 * alone; the public half stands beside it in a file of the same name with {@code .pub} behind it. Thread-safe.
 */
public final class CheckpointKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final Path file;
    private final PrivateKey secret;
    private final VerifierKey verifier;

    private CheckpointKey(Path file, PrivateKey secret, VerifierKey verifier) {
        this.file = file;
        this.secret = secret;
        this.verifier = verifier;
    }

    /**
     * Makes a key and writes it.
     *
     * @param file where; the folders are made
     * @param name who signs, for example the agency's domain: printable ASCII without spaces and {@code +}
     * @return the key
     * @throws LogException when the file is there already, or the name has other characters
     * @throws IOException when it cannot be written
     */
    public static CheckpointKey create(Path file, String name) throws IOException {
        if (!VerifierKey.isName(name)) {
            throw new LogException("A key's name has no spaces, no + and only ASCII; this has: " + name);
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            VerifierKey verifier = VerifierKey.of(name, pair.getPublic());
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (Disk.isPosix(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            String pem =
                    BEGIN + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + END;
            Files.writeString(file, pem, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            StateFile.write(pub(file), (verifier.text() + "\n").getBytes(StandardCharsets.US_ASCII));
            return new CheckpointKey(file, pair.getPrivate(), verifier);
        } catch (FileAlreadyExistsException e) {
            throw new LogException("There is a key in " + file + " already. Use it, or choose another file.", e);
        } catch (GeneralSecurityException e) {
            throw new LogException("This Java cannot make Ed25519 keys; Java 17 can.", e);
        }
    }

    /**
     * Reads a key.
     *
     * @param file where it is
     * @return the key
     * @throws LogException when it is not there, is no key, or does not fit the public half beside it
     * @throws IOException when it cannot be read
     */
    public static CheckpointKey load(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isRegularFile(pub(file))) {
            throw new LogException("There is no key in " + file + " (with its public half in " + pub(file)
                    + "). Make one, or copy both files back.");
        }
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(pem.replace(BEGIN.strip(), "").replace(END.strip(), ""));
            PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var verifier = new VerifierKey(
                    Files.readString(pub(file), StandardCharsets.US_ASCII).strip());
            var key = new CheckpointKey(file, secret, verifier);
            byte[] sample = "sample".getBytes(StandardCharsets.US_ASCII);
            if (!verifier.verifies(sample, key.sign(sample))) {
                throw new LogException(file + " and " + pub(file) + " are not halves of one key.");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LogException(file + " or its public half cannot be read as a key. Copy both files back.", e);
        }
    }

    private static Path pub(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /**
     * Where the secret half lies.
     *
     * @return the file
     */
    public Path file() {
        return file;
    }

    /**
     * The public half.
     *
     * @return for whoever checks
     */
    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
