package org.govsocial.spi;

import org.govsocial.model.Report;

/**
 * A subject that was reviewed, and where it stands in the input.
 *
 * @param where in the input
 * @param report what the rules say of it
 */
public record Reviewed(Location where, Report report) {}
