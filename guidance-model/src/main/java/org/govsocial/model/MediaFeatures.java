package org.govsocial.model;

import java.util.List;

/**
 * What was seen in the files of a medium. Made by {@link #NONE} and {@code with…}, so that components can be added.
 *
 * @param size of a picture or video, in pixels
 * @param motion frames of an animation or video; a still picture has one
 * @param captions what the caption file says
 * @param embeddedAlt the text alternative that the picture's own metadata holds; empty when it holds none
 * @param location whether the metadata says where the picture was taken
 * @param words the words in a picture
 * @param colours text and the background behind it, where the file tells them
 * @param sound whether there is an audio track
 * @param duration of a video or sound, in milliseconds
 */
public record MediaFeatures(
        Seen<PixelSize> size,
        Seen<Motion> motion,
        Seen<CaptionTrack> captions,
        Seen<String> embeddedAlt,
        Seen<Boolean> location,
        Seen<PictureWords> words,
        Seen<List<TextColours>> colours,
        Seen<Boolean> sound,
        Seen<Long> duration) {
    /** Nobody looked. */
    public static final MediaFeatures NONE = new MediaFeatures(
            Seen.notLooked(),
            Seen.notLooked(),
            Seen.notLooked(),
            Seen.notLooked(),
            Seen.notLooked(),
            Seen.notLooked(),
            Seen.notLooked(),
            Seen.notLooked(),
            Seen.notLooked());

    /**
     * Width and height.
     *
     * @param width pixels
     * @param height pixels
     */
    public record PixelSize(int width, int height) {}

    /**
     * The same with a size.
     *
     * @param now what is known of it
     * @return new features
     */
    public MediaFeatures withSize(Seen<PixelSize> now) {
        return new MediaFeatures(now, motion, captions, embeddedAlt, location, words, colours, sound, duration);
    }

    /**
     * The same with motion.
     *
     * @param now what is known of it
     * @return new features
     */
    public MediaFeatures withMotion(Seen<Motion> now) {
        return new MediaFeatures(size, now, captions, embeddedAlt, location, words, colours, sound, duration);
    }

    /**
     * The same with captions.
     *
     * @param now what is known of them
     * @return new features
     */
    public MediaFeatures withCaptions(Seen<CaptionTrack> now) {
        return new MediaFeatures(size, motion, now, embeddedAlt, location, words, colours, sound, duration);
    }

    /**
     * The same with a text alternative in the metadata.
     *
     * @param now what is known of it
     * @return new features
     */
    public MediaFeatures withEmbeddedAlt(Seen<String> now) {
        return new MediaFeatures(size, motion, captions, now, location, words, colours, sound, duration);
    }

    /**
     * The same with a place in the metadata.
     *
     * @param now what is known of it
     * @return new features
     */
    public MediaFeatures withLocation(Seen<Boolean> now) {
        return new MediaFeatures(size, motion, captions, embeddedAlt, now, words, colours, sound, duration);
    }

    /**
     * The same with words in the picture.
     *
     * @param now what is known of them
     * @return new features
     */
    public MediaFeatures withWords(Seen<PictureWords> now) {
        return new MediaFeatures(size, motion, captions, embeddedAlt, location, now, colours, sound, duration);
    }

    /**
     * The same with colours.
     *
     * @param now what is known of them
     * @return new features
     */
    public MediaFeatures withColours(Seen<List<TextColours>> now) {
        return new MediaFeatures(size, motion, captions, embeddedAlt, location, words, now, sound, duration);
    }

    /**
     * The same with or without sound.
     *
     * @param now what is known of it
     * @return new features
     */
    public MediaFeatures withSound(Seen<Boolean> now) {
        return new MediaFeatures(size, motion, captions, embeddedAlt, location, words, colours, now, duration);
    }

    /**
     * The same with a duration.
     *
     * @param now what is known of it, in milliseconds
     * @return new features
     */
    public MediaFeatures withDuration(Seen<Long> now) {
        return new MediaFeatures(size, motion, captions, embeddedAlt, location, words, colours, sound, now);
    }
}
