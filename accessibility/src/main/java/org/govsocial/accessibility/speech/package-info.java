/**
 * What people hear of a post: {@link org.govsocial.accessibility.speech.ScreenReader} says a post the way a screen
 * reader would, near enough to notice what is wrong with it.
 */
@NullMarked
package org.govsocial.accessibility.speech;

import org.jspecify.annotations.NullMarked;
