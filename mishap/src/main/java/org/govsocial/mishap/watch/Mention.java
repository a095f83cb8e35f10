package org.govsocial.mishap.watch;

import java.time.Instant;

/**
 * Somebody speaks of the agency.
 *
 * @param time when
 * @param text what they say
 * @param shared whether they pass on what another said
 */
public record Mention(Instant time, String text, boolean shared) {}
