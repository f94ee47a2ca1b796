/**
 * Reading a timetable from an iCalendar file (RFC 5545): which events and series it holds, what
 * stands about them in words, and what cannot be taken and why. Whatever the file is, time and
 * memory stay bounded. Plain Java; knows neither database nor screen.
 */
@NullMarked
package com.tryzore.crm.schedule.ical;

import org.jspecify.annotations.NullMarked;
