package org.govsocial.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.RuleId;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** What the OSCAL documents share: NIST's Open Security Controls Assessment Language, version 1.1.3. */
final class Oscal {
    static final String VERSION = "1.1.3";

    /** Whose properties these are; OSCAL's own have another. */
    static final String NAMESPACE = "urn:govsocial:oscal";

    private static final UUID ROOT = UUID.fromString("0c6f7d3e-6c5c-5b0e-9b43-8a7f0a2b6d11");
    private static final String MARKUP = "\\`*_[]<>^~";

    private Oscal() {}

    /** The same name always gives the same UUID (version 5, RFC 9562 section 5.5). */
    static String uuid(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(ROOT.getMostSignificantBits())
                    .putLong(ROOT.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & ~0xf000L | 0x5000L;
            long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1.", e);
        }
    }

    /** An id as OSCAL's tokens want it: they cannot begin with a digit. */
    static String token(String id) {
        return Character.isLetter(id.charAt(0)) ? id : "_" + id;
    }

    /** The parameter that stands for a setting of a rule. */
    static String parameter(RuleId rule, String setting) {
        return token(rule.document() + "." + rule.name() + "." + setting);
    }

    /** One line, without white space at its ends, which OSCAL's strings do not allow. */
    static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Text as OSCAL's markup, in which some signs have a meaning. */
    static String markup(String text) {
        String line = line(text);
        var out = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); i++) {
            if (MARKUP.indexOf(line.charAt(i)) >= 0) {
                out.append('\\');
            }
            out.append(line.charAt(i));
        }
        return out.toString();
    }

    static boolean isUri(String text) {
        try {
            return !text.isBlank() && new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The day on which the newest of the statements was read: nothing depends on when the file is written. */
    static LocalDate lastChecked(Catalogue catalogue) {
        return catalogue.documents().stream()
                .flatMap(d -> d.statements().stream())
                .map(Statement::checked)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    static void metadata(String title, String version, String remarks, Catalogue catalogue, JsonOutput out)
            throws IOException {
        out.name("metadata")
                .beginObject()
                .member("title", markup(title))
                .member("last-modified", lastChecked(catalogue) + "T00:00:00Z")
                .member("version", line(version))
                .member("oscal-version", VERSION)
                .member("remarks", markup(remarks))
                .endObject();
    }

    /** A property of our own. */
    static void prop(String name, String value, JsonOutput out) throws IOException {
        out.beginObject()
                .member("name", name)
                .member("ns", NAMESPACE)
                .member("value", line(value))
                .endObject();
    }
}
