package org.govsocial.model;

/**
 * Text in front of a background, as an author describes it or a file tells it.
 *
 * @param text the text's colour as written, such as {@code "#777"}
 * @param background the colour behind it, as written
 * @param pixels the height of the letters in pixels of the picture; 0 when not known
 * @param bold whether it is bold
 */
public record TextColours(String text, String background, int pixels, boolean bold) {}
