/**
 * What a caller uses: load the guidance, make a reviewer, judge subjects.
 *
 * <p>{@code Guidance} is immutable and shared; a {@code Reviewer} belongs to
 * one thread.
 */
@NullMarked
package org.govsocial.engine;

import org.jspecify.annotations.NullMarked;
