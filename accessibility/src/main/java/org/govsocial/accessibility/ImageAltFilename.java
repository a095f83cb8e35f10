package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A text alternative that is the name of a file. */
final class ImageAltFilename implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-filename",
                    "A11Y-ALT-PLACEHOLDER",
                    "Describe the picture; its file name describes nothing.")
            .withMessage(
                    "file-name",
                    Severity.ERROR,
                    "The text alternative of picture {number} is a file name, “{text}”. Say what the picture shows.")
            .withNeeds(Trait.ALT_TEXT)
            .withCriterion("1.1.1");

    private static final String[] EXTENSIONS = {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".svg", ".avif", ".jfif",
        ".mp4", ".mov", ".psd"
    };

    /** What cameras and phones call their files, before a number. */
    private static final String[] CAMERAS = {
        "img",
        "dsc",
        "dscn",
        "dscf",
        "pxl",
        "mvimg",
        "screenshot",
        "screen shot",
        "whatsapp image",
        "snapchat",
        "signal",
        "photo-",
        "image-",
        "image_",
        "photo_",
        "picture_"
    };

    private static final int HASH = 32;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            if (alt != null && isFileName(alt, Alt.start(alt), Alt.end(alt))) {
                out.fail("file-name").at(Place.alt(i)).with("number", i + 1).with("text", alt);
            }
        }
    }

    private static boolean isFileName(String alt, int start, int end) {
        for (String extension : EXTENSIONS) {
            int dot = end - extension.length();
            if (dot > start
                    && Alt.isWord(alt.charAt(dot - 1))
                    && alt.regionMatches(true, dot, extension, 0, extension.length())) {
                return true;
            }
        }
        for (String camera : CAMERAS) {
            if (alt.regionMatches(true, start, camera, 0, camera.length())
                    && isNumbering(alt, start + camera.length(), end)) {
                return true;
            }
        }
        return isHash(alt, start, end);
    }

    /** Digits, with what a clock or counter puts between them: {@code _2041}, {@code 2025-03-01 at 9.14.02 am}. */
    private static boolean isNumbering(String alt, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = alt.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" _-.:()atpmEAPMBUw".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= 3;
    }

    /** A hash or a UUID. */
    private static boolean isHash(String alt, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = alt.charAt(i);
            if (Character.digit(c, 16) >= 0 && c < 0x80) {
                digits++;
            } else if (c != '-') {
                return false;
            }
        }
        return digits >= HASH;
    }
}
