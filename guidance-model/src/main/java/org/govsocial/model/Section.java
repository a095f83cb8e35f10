package org.govsocial.model;

/**
 * A part of a document.
 *
 * @param id unique across all packs
 * @param number as published, empty when not known
 * @param title its heading
 * @param pages as published, empty when not known
 */
public record Section(String id, String number, String title, String pages) {}
