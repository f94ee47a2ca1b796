package com.tryzore.crm.schedule;

/**
 * An event that somebody teaches, with what to expect of those who hold a seat.
 *
 * @param event the event
 * @param firstVisits how many have not been here before that day
 * @param birthdays how many have their birthday that day
 * @param cares of how many something has to be minded
 */
public record TaughtClass(CalendarEvent event, int firstVisits, int birthdays, int cares) {}
