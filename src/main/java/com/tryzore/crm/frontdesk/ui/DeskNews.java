package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.HandOverChanged;
import com.tryzore.crm.frontdesk.VisitsChanged;
import com.tryzore.crm.ui.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells every desk of the gym, once it is committed, that somebody came or a note changed. */
@Component
class DeskNews {

  /** The topic of {@link VisitsChanged}. */
  static final String VISITS = "visits";

  /** The topic of {@link HandOverChanged}. */
  static final String HAND_OVER = "hand-over";

  private final LiveUpdates live;

  DeskNews(LiveUpdates live) {
    this.live = live;
  }

  @TransactionalEventListener
  void tell(VisitsChanged event) {
    live.publish(event.organization().value(), VISITS, event);
  }

  @TransactionalEventListener
  void tell(HandOverChanged event) {
    live.publish(event.organization().value(), HAND_OVER, event);
  }
}
