/**
 * What a plug-in implements and what it is given. A plug-in sees this package, {@link org.govsocial.model}, the JDK and
 * itself.
 */
@NullMarked
package org.govsocial.spi;

import org.jspecify.annotations.NullMarked;
