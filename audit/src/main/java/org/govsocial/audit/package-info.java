/** Sums up what was found in whole archives, in constant memory: a report with trends, sheets, and a random sample. */
@NullMarked
package org.govsocial.audit;

import org.jspecify.annotations.NullMarked;
