/**
 * The calendar on screen: day, week, month and agenda, an event with its roster. Features above use
 * {@link com.tryzore.crm.schedule.ui.ScheduleNews} and {@link
 * com.tryzore.crm.schedule.ui.CalendarAddress}.
 */
@NullMarked
@NamedInterface("ui")
package com.tryzore.crm.schedule.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
