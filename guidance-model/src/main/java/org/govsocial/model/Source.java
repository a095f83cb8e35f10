package org.govsocial.model;

/**
 * A text that statements were read in.
 *
 * @param code short name, unique across packs
 * @param title its title
 * @param publisher who published it
 * @param url where it was read, empty when it has no address
 * @param date its date as far as known (year, month or day), empty when not known
 * @param provenance the provenance of every statement read in it
 */
public record Source(String code, String title, String publisher, String url, String date, Provenance provenance) {}
