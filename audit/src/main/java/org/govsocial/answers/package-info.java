/** What people answer to findings: decisions kept in a sheet, worklists to fill in, and baselines of what is known. */
@NullMarked
package org.govsocial.answers;

import org.jspecify.annotations.NullMarked;
