/**
 * The record of an incident: a log that only grows, that says "saved" only of what is on the disk, and in which every
 * later change shows. {@link org.govsocial.mishap.record.IncidentLog} is where to start.
 */
@NullMarked
package org.govsocial.mishap.record;

import org.jspecify.annotations.NullMarked;
