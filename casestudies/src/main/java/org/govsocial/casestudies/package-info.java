/** Case studies and reports: what others learned. */
@NullMarked
package org.govsocial.casestudies;

import org.jspecify.annotations.NullMarked;
