/** Formats of reports: text for people, and the formats that other programs read. All of them stream. */
@NullMarked
package org.govsocial.reports;

import org.jspecify.annotations.NullMarked;
