package org.govsocial.reports;

import java.net.URI;
import java.net.URISyntaxException;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Place;
import org.govsocial.model.Post;
import org.govsocial.model.Profile;
import org.govsocial.model.Subject;
import org.jspecify.annotations.Nullable;

/** The words of a subject that places and edits point to. */
final class Words {
    private Words() {}

    /** The text of a field; null when the subject has no such text. */
    static @Nullable String at(Subject subject, String field) {
        if (subject instanceof Post post) {
            return post.textAt(field);
        }
        return subject instanceof Profile profile ? profile.textAt(field) : null;
    }

    /** The words at a place; null when the place is a whole field or lies outside the text. */
    static @Nullable String at(Subject subject, Place place) {
        String text = place.isWhole() ? null : at(subject, place.field());
        return text == null || place.end() > text.length() ? null : text.substring(place.start(), place.end());
    }

    /** The words that an edit takes away; empty when it only adds. */
    static String before(Subject subject, Edit edit) {
        String text = at(subject, edit.field());
        return text == null || edit.end() > text.length() ? "" : text.substring(edit.start(), edit.end());
    }

    /** The best fix that changes something; null when there is none. */
    static @Nullable Fix fix(Finding finding) {
        for (Fix fix : finding.fixes()) {
            if (!fix.edits().isEmpty()) {
                return fix;
            }
        }
        return null;
    }

    /** An address that a reader may safely follow; empty for any other. */
    static String link(String address) {
        try {
            var uri = new URI(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
