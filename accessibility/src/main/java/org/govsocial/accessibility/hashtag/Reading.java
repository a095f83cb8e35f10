package org.govsocial.accessibility.hashtag;

import org.jspecify.annotations.Nullable;

/**
 * What a hashtag says.
 *
 * @param verdict how sure the reading is
 * @param best the most probable split
 * @param second the next split to offer, or null where there is none
 * @param margin how many times more probable the best split is than the next, as a power of ten: 0 or more,
 *     infinite where there is no second; 0 too where the second is offered because it would embarrass
 */
public record Reading(Verdict verdict, Split best, @Nullable Split second, double margin) {}
