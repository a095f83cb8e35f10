/** The calendar of what is to be published: read, checked, and exported to calendars and scheduling tools. */
@NullMarked
package org.govsocial.planning.calendar;

import org.jspecify.annotations.NullMarked;
