package org.govsocial.spi;

/**
 * A threshold that an agency's pack may adjust, with a reason.
 *
 * @param name kebab case
 * @param value the default
 * @param min the least that makes sense
 * @param max the most that makes sense
 * @param meaning what it is, with its unit and the source of the default
 */
public record Setting(String name, int value, int min, int max, String meaning) {}
