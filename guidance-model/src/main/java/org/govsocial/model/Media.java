package org.govsocial.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A picture, animation, video or sound that a post carries. Made by {@link #of} and {@code with…}, so that components
 * can be added.
 *
 * @param kind what it is
 * @param file its name relative to the input's folder, with forward slashes; null when only its existence is known
 * @param alt its text alternative
 * @param captions the caption file's name relative to the input's folder; null when none is known
 * @param colours text in a picture and what is behind it, as the author describes them; empty when not described
 * @param seen what was seen in the files; {@link MediaFeatures#NONE} when nobody looked
 */
public record Media(
        Kind kind,
        @Nullable String file,
        TextAlternative alt,
        @Nullable String captions,
        List<TextColours> colours,
        MediaFeatures seen) {
    /** Copies the colours. */
    public Media {
        colours = List.copyOf(colours);
    }

    /** What a medium is. */
    public enum Kind {
        /** A still picture. */
        IMAGE,
        /** A picture that moves by itself. */
        ANIMATION,
        /** Moving pictures, with or without sound. */
        VIDEO,
        /** Sound only. */
        AUDIO,
        /** A PDF, slides or other document. */
        DOCUMENT,
        /** The source does not say. */
        OTHER;

        /**
         * What the ending of a file's name says.
         *
         * @param name a file's name or path
         * @return {@link #OTHER} when it says nothing
         */
        public static Kind ofFile(String name) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (ending) {
                case "jpg", "jpeg", "png", "webp", "svg", "avif", "heic", "bmp", "tif", "tiff" -> IMAGE;
                case "gif", "apng" -> ANIMATION;
                case "mp4", "m4v", "mov", "webm" -> VIDEO;
                case "mp3", "m4a", "wav", "ogg" -> AUDIO;
                case "pdf", "pptx", "docx" -> DOCUMENT;
                default -> OTHER;
            };
        }
    }

    /**
     * A medium.
     *
     * @param kind what it is
     * @param alt its text alternative
     * @return a medium of which neither file nor captions are known
     */
    public static Media of(Kind kind, TextAlternative alt) {
        return new Media(kind, null, alt, null, List.of(), MediaFeatures.NONE);
    }

    /**
     * The same medium in a file.
     *
     * @param name relative to the input's folder
     * @return a new medium
     */
    public Media withFile(String name) {
        return new Media(kind, name, alt, captions, colours, seen);
    }

    /**
     * The same medium with another text alternative.
     *
     * @param alternative what is known of it
     * @return a new medium
     */
    public Media withAlt(TextAlternative alternative) {
        return new Media(kind, file, alternative, captions, colours, seen);
    }

    /**
     * The same medium with captions.
     *
     * @param name the caption file, relative to the input's folder
     * @return a new medium
     */
    public Media withCaptions(String name) {
        return new Media(kind, file, alt, name, colours, seen);
    }

    /**
     * The same medium with colours of text in it.
     *
     * @param pairs text and what is behind it
     * @return a new medium
     */
    public Media withColours(List<TextColours> pairs) {
        return new Media(kind, file, alt, captions, pairs, seen);
    }

    /**
     * The same medium with what was seen in its files.
     *
     * @param features what was seen
     * @return a new medium
     */
    public Media withSeen(MediaFeatures features) {
        return new Media(kind, file, alt, captions, colours, features);
    }

    /**
     * Whether people see it: a picture or an animation, which every platform asks a text alternative for.
     *
     * @return true for {@link Kind#IMAGE} and {@link Kind#ANIMATION}
     */
    public boolean isPicture() {
        return kind == Kind.IMAGE || kind == Kind.ANIMATION;
    }
}
