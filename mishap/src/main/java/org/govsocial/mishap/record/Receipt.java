package org.govsocial.mishap.record;

/**
 * The acknowledgement: the entry is on the disk and was read back.
 *
 * @param number the entry's place in the log, from 1
 * @param fingerprint the entry's fingerprint, which vouches for all entries up to it
 */
public record Receipt(long number, Hash fingerprint) {
    @Override
    public String toString() {
        return "Saved as entry " + number + ". Fingerprint " + fingerprint.brief() + ".";
    }
}
