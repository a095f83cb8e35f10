/** Early warning: bursts in a stream of mentions. */
@NullMarked
package org.govsocial.mishap.watch;

import org.jspecify.annotations.NullMarked;
