/** Reading registers that people keep in CSV: every row with its line, every fault in words that its owner can act on. */
@NullMarked
package org.govsocial.csv;

import org.jspecify.annotations.NullMarked;
