/** Plans and accounts: how a plan begins, what it lacks (one rule for each topic), what is due, and what is amiss in the register. */
@NullMarked
package org.govsocial.planning.toolbox;

import org.jspecify.annotations.NullMarked;
