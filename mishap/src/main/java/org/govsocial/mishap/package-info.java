/** How to handle a mishap: what to do before, during and after it. */
@NullMarked
package org.govsocial.mishap;

import org.jspecify.annotations.NullMarked;
