/** High-level guidance and Hands-on toolbox: whether to use social media, and how to set it up, run and close it. */
@NullMarked
package org.govsocial.planning;

import org.jspecify.annotations.NullMarked;
