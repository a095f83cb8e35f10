/** Records of what was published: back-ups with checksums, and transcripts that need no program to be read. */
@NullMarked
package org.govsocial.planning.records;

import org.jspecify.annotations.NullMarked;
