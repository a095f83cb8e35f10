/** Reports on what was published: counts, themes, accessibility over time, and how that compares with the plan. */
@NullMarked
package org.govsocial.planning.reporting;

import org.jspecify.annotations.NullMarked;
