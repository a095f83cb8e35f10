package org.govsocial.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.govsocial.model.Finding;
import org.govsocial.model.Post;
import org.govsocial.model.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Gives findings an identity that outlives edits elsewhere in the text: account, subject, rule, message, the words at
 * the place, and which of several equal ones it is. No offsets.
 */
final class Fingerprints {
    private final boolean wanted;

    /** Made when the first finding is, since that takes longer than checking a post. */
    private @Nullable MessageDigest digest;

    /** @param wanted whether findings get one at all */
    Fingerprints(boolean wanted) {
        this.wanted = wanted;
    }

    List<Finding> stamped(Subject subject, List<Finding> ordered) {
        if (!wanted || ordered.isEmpty()) {
            return ordered;
        }
        MessageDigest digest = digest();
        var stamped = new ArrayList<Finding>(ordered.size());
        Map<String, Integer> equals = new HashMap<>();
        for (Finding f : ordered) {
            String identity = identity(subject, f);
            int ordinal = equals.merge(identity, 1, Integer::sum);
            digest.update(identity.getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(Integer.toString(ordinal).getBytes(StandardCharsets.UTF_8));
            String print = HexFormat.of().formatHex(hash, 0, 16);
            stamped.add(f.withFingerprint(print));
        }
        return stamped;
    }

    private MessageDigest digest() {
        if (digest == null) {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256.", e);
            }
        }
        return digest;
    }

    private static String identity(Subject subject, Finding finding) {
        String account = subject instanceof Post post ? post.account().handle() : "";
        return account
                + '\0'
                + subject.id()
                + '\0'
                + finding.rule()
                + '\0'
                + finding.messageKey()
                + '\0'
                + (finding.place().isWhole() ? whole(subject, finding.place().field()) : words(subject, finding))
                + '\0';
    }

    /** A field with what it holds: what a person said of one text does not hold of the next. */
    private static String whole(Subject subject, String field) {
        String text = subject instanceof Post post ? post.textAt(field) : null;
        return text == null ? field : field + '\0' + composed(text);
    }

    private static String composed(String text) {
        return isAscii(text)
                ? text.strip()
                : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static String words(Subject subject, Finding finding) {
        String field =
                subject instanceof Post post ? post.textAt(finding.place().field()) : null;
        if (field == null || finding.place().end() > field.length()) {
            return finding.place().field();
        }
        return composed(field.substring(finding.place().start(), finding.place().end()));
    }

    /** Such words are composed already, and loading the normaliser takes longer than checking a post. */
    private static boolean isAscii(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
