/** What a plan needs: one rule for each topic of the Hands-on toolbox. */
@NullMarked
package org.govsocial.planning.toolbox;

import org.jspecify.annotations.NullMarked;
