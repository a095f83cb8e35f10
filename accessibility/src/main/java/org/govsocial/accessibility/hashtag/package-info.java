/**
 * Reads the words in a hashtag: "stateofemergency" is "state", "of" and "emergency". Not for use outside this module.
 */
@NullMarked
package org.govsocial.accessibility.hashtag;

import org.jspecify.annotations.NullMarked;
