package com.tryzore.crm.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event with what only its own page tells.
 *
 * @param event the event
 * @param description what it is about; null when nobody wrote that
 * @param meetingUrl where a virtual one takes place, {@code https://}; null otherwise
 * @param cancelledReason why it does not take place; null when it does or nobody said
 * @param priceMinor what a place costs, in minor units of the gym's currency
 * @param inSeries whether it is one of a series
 * @param tags the names of its tags, by name
 */
public record CalendarDetail(
    CalendarEvent event,
    @Nullable String description,
    @Nullable String meetingUrl,
    @Nullable String cancelledReason,
    long priceMinor,
    boolean inSeries,
    List<String> tags) {
  public CalendarDetail {
    tags = List.copyOf(tags);
  }
}
