package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.ImportProgressed;
import com.tryzore.crm.ui.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every desk of the gym how far an import is. */
@Component
class ImportNews {

  /** The topic of {@link ImportProgressed}. */
  static final String TOPIC = "imports";

  private final LiveUpdates live;

  ImportNews(LiveUpdates live) {
    this.live = live;
  }

  @EventListener
  void tell(ImportProgressed event) {
    live.publish(event.organization().value(), TOPIC, event);
  }
}
