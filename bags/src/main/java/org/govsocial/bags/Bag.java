package org.govsocial.bags;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes and verifies bags. A bag that is made has payload and tag manifests with SHA-256 and SHA-512, and UTF-8 tag
 * files. Stateless; may be called by several threads, for different folders.
 */
public final class Bag {
    private Bag() {}

    /**
     * Makes a bag, whole or not at all: it is written beside its place under a hidden name, reaches the disk, and then
     * takes its place in one step. Each payload is read once, and what is read is what the checksums are of.
     *
     * @param bag the folder to make; it must not exist, or be empty
     * @param info facts about the bag; {@code Bagging-Date} is the caller's to give, {@code Payload-Oxum} is added
     * @param payloads what it holds, at least one
     * @return what was made
     * @throws BagException when the folder is taken, there is nothing to hold, or two payloads bear one name
     * @throws IOException when a payload cannot be read or the bag not be written
     */
    public static Made create(Path bag, BagInfo info, List<Payload> payloads) throws IOException {
        return BagWriter.write(bag, info, payloads);
    }

    /**
     * Looks whether a bag can be made in a folder, before anything is gathered for it.
     *
     * @param bag the folder
     * @throws BagException when the folder is taken
     * @throws IOException when the folder cannot be listed
     */
    public static void checkFree(Path bag) throws IOException {
        BagWriter.checkFree(bag);
    }

    /**
     * Verifies a bag of version 0.93 to 1.0: every file is read and compared with every manifest that lists it. Nothing
     * outside of the folder is touched, no link is followed, and nothing is fetched.
     *
     * @param bag the bag's folder
     * @return what is wrong with it, nothing when it is whole
     * @throws BagException when there is no such folder
     * @throws IOException when the folder cannot be listed; a single file that cannot be read is a flaw
     */
    public static Verification verify(Path bag) throws IOException {
        return BagVerifier.verify(bag);
    }

    /**
     * What was made.
     *
     * @param bag the folder
     * @param files how many payload files it holds
     * @param octets how many bytes these have
     * @param seal the SHA-256 of {@code tagmanifest-sha256.txt}, in lower-case hexadecimal: noted elsewhere, it proves
     *     later that the whole bag is still this one
     */
    public record Made(Path bag, long files, long octets, String seal) {}
}
