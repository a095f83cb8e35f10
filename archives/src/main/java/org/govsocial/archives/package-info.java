/**
 * Readers of posts: one small class for each format, all streaming in constant memory. What a record holds that cannot
 * be read is told and reading goes on; what cannot be used as a whole is one clear message.
 */
@NullMarked
package org.govsocial.archives;

import org.jspecify.annotations.NullMarked;
