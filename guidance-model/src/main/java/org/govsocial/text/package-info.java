/**
 * Facts about characters and emoji, from compact tables: what a tokenizer needs for every character of a post, and what
 * rules need to explain what they saw.
 *
 * <p>All methods are pure, safe for use by many threads, and allocate nothing unless they return a string. Offsets are
 * in UTF-16 code units. The tables are generated from ICU4J, which is not needed at run time; a test proves that they
 * equal what ICU4J says.
 */
@NullMarked
package org.govsocial.text;

import org.jspecify.annotations.NullMarked;
