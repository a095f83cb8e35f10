/**
 * Bags as RFC 8493 (BagIt 1.0) describes them: a folder with files, their checksums, and a few facts about the whole.
 * {@link org.govsocial.bags.Bag} makes and verifies them.
 */
@NullMarked
package org.govsocial.bags;

import org.jspecify.annotations.NullMarked;
