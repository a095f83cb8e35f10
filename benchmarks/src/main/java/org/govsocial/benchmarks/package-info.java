/** Speed of the paths that every post takes, with yardsticks in the same run. */
@NullMarked
package org.govsocial.benchmarks;

import org.jspecify.annotations.NullMarked;
