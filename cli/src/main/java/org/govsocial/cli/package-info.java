/** The govsocial command. It parses what the user types, calls the modules, and says how it went. */
@NullMarked
package org.govsocial.cli;

import org.jspecify.annotations.NullMarked;
