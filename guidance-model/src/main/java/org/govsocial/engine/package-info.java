/**
 * What a caller uses: load the guidance, make a reviewer, judge subjects.
 *
 * <p>{@link org.govsocial.engine.Guidance} is immutable and shared; a {@link org.govsocial.engine.Reviewer} belongs to
 * one thread.
 */
@NullMarked
package org.govsocial.engine;

import org.jspecify.annotations.NullMarked;
