/** Being ready for a mishap before there is one. */
@NullMarked
package org.govsocial.mishap.ready;

import org.jspecify.annotations.NullMarked;
