package com.tryzore.crm.tags.ui;

import com.tryzore.crm.tags.SubjectsTagged;
import com.tryzore.crm.tags.TagsChanged;
import com.tryzore.crm.ui.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells every desk of the gym that tags changed. Listen with {@code live.subscribe(this,
 * organization, TagNews.TOPIC, SubjectsTagged.class, …)}.
 */
@Component
public class TagNews {

  /** The topic of {@link TagsChanged} and {@link SubjectsTagged}. */
  public static final String TOPIC = "tags";

  private final LiveUpdates live;

  TagNews(LiveUpdates live) {
    this.live = live;
  }

  @TransactionalEventListener
  void tell(TagsChanged event) {
    live.publish(event.organization().value(), TOPIC, event);
  }

  @TransactionalEventListener
  void tell(SubjectsTagged event) {
    live.publish(event.organization().value(), TOPIC, event);
  }
}
