/**
 * The document "Accessibility and social media" and its rules. Each rule is one class, one page that explains it and one
 * file of examples, all with the same stem.
 */
@NullMarked
package org.govsocial.accessibility;

import org.jspecify.annotations.NullMarked;
