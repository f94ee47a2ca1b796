/**
 * The calendar: classes, tours and personal training, the series they come from, and who has a
 * place in which event, who waits, who came.
 *
 * <ul>
 *   <li>{@link com.tryzore.crm.schedule.Bookings} books, cancels, moves, marks and takes back;
 *       whether somebody may be booked is decided by {@link com.tryzore.crm.schedule.Eligibility},
 *       whose reasons are {@link com.tryzore.crm.schedule.BookingRefusal}.
 *   <li>{@link com.tryzore.crm.schedule.Waitlists} tells who waits, who is next, and why somebody
 *       was or will be passed over.
 *   <li>{@link com.tryzore.crm.schedule.Rosters} reads who has a place; {@link
 *       com.tryzore.crm.schedule.MyClasses} what the bound account teaches.
 *   <li>{@link com.tryzore.crm.schedule.BookingSettings} keeps the gym's {@link
 *       com.tryzore.crm.schedule.BookingRules}.
 *   <li>{@link com.tryzore.crm.schedule.Rooms} and {@link com.tryzore.crm.schedule.Events} keep
 *       rooms and single events and undo changes; {@link com.tryzore.crm.schedule.SeriesPlans}
 *       makes and changes series, {@link com.tryzore.crm.schedule.Substitutes} finds who teaches
 *       instead, {@link com.tryzore.crm.schedule.TimetableImports} takes timetables from files.
 *       {@link com.tryzore.crm.schedule.TimetableChanged} tells that any of it wrote.
 * </ul>
 *
 * Seats, lines and promotions are kept right by the database, whichever path writes ({@code
 * V11__bookings.sql}).
 */
@NullMarked
package com.tryzore.crm.schedule;

import org.jspecify.annotations.NullMarked;
