/** Working on a mishap: the incident's record in its log, its steps and its clocks. */
@NullMarked
package org.govsocial.mishap.response;

import org.jspecify.annotations.NullMarked;
