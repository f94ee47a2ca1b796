package com.tryzore.crm.schedule;

import java.util.UUID;

/**
 * A room or a trainer to filter the calendar by.
 *
 * @param id of the room or the person
 * @param name what people call it or them
 */
public record CalendarChoice(UUID id, String name) {}
