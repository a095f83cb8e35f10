/**
 * The domain: subjects that rules judge, what a judgement says, and the guidance it rests on.
 *
 * <p>Everything here is immutable and safe to share between threads. Text offsets are UTF-16 code units.
 */
@NullMarked
package org.govsocial.model;

import org.jspecify.annotations.NullMarked;
