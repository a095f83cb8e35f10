/** The contrast of text with what is behind it. */
@NullMarked
package org.govsocial.accessibility.contrast;

import org.jspecify.annotations.NullMarked;
