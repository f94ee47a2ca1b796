package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.BookingsChanged;
import com.tryzore.crm.schedule.TimetableChanged;
import com.tryzore.crm.ui.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells every desk of the gym that places changed hands or events were moved. Listen with {@code
 * live.subscribe(this, organization, ScheduleNews.TOPIC, BookingsChanged.class, …)}.
 */
@Component
public class ScheduleNews {

  /** The topic of {@link BookingsChanged} and {@link TimetableChanged}. */
  public static final String TOPIC = "schedule";

  private final LiveUpdates live;

  ScheduleNews(LiveUpdates live) {
    this.live = live;
  }

  @TransactionalEventListener
  void tell(TimetableChanged event) {
    live.publish(event.organization().value(), TOPIC, event);
  }

  @TransactionalEventListener
  void tell(BookingsChanged event) {
    live.publish(event.organization().value(), TOPIC, event);
  }
}
