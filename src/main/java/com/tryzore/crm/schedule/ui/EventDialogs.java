package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.BookingSettings;
import com.tryzore.crm.schedule.Bookings;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.Events;
import com.tryzore.crm.schedule.Payments;
import com.tryzore.crm.schedule.Rooms;
import com.tryzore.crm.schedule.Rosters;
import com.tryzore.crm.schedule.Tours;
import com.tryzore.crm.schedule.Waitlists;
import com.tryzore.crm.ui.LiveUpdates;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what an event's dialog is made of. */
@Component
record EventDialogs(
    Calendar calendar,
    Rosters rosters,
    Waitlists waitlists,
    Bookings bookings,
    BookingSettings settings,
    MemberSearch search,
    MemberPhotos photos,
    LiveUpdates live,
    EventForms forms,
    Payments payments,
    Tours tours,
    Events events,
    Rooms rooms,
    Permissions permissions,
    SeriesDialogs series) {

  /** Moves events, and says what came of it in these words. */
  Moving moving(EventWords words) {
    return new Moving(events, rooms, permissions, series, words);
  }

  /**
   * The dialog of an event, not yet open; none when the gym has no such event.
   *
   * @param leave does what Escape does
   */
  Optional<EventDialog> of(EventId event, EventWords words, Runnable leave) {
    return calendar.find(event).map(detail -> new EventDialog(this, detail, words, leave));
  }
}
