package org.govsocial.accessibility.hashtag;

/**
 * One word of a hashtag.
 *
 * @param start where it starts in the tag without its hash, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param text how to write it in a hashtag: a capital first ("Emergency"), or the form that a brand or acronym has for
 *     itself ("iPhone", "NZTA"); never a letter more or fewer than the tag has, and never a macron added
 */
public record Word(int start, int end, String text) {}
