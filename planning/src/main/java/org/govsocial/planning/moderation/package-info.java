/** What was done with other people's comments, and why: an append-only log. */
@NullMarked
package org.govsocial.planning.moderation;

import org.jspecify.annotations.NullMarked;
