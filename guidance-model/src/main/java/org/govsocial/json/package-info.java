/**
 * Reading and writing JSON within fixed limits, in words that a person can act on. The only package that knows the JSON
 * library.
 */
@NullMarked
package org.govsocial.json;

import org.jspecify.annotations.NullMarked;
