package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.MemberChanged;
import com.tryzore.crm.members.imports.MembersImported;
import com.tryzore.crm.ui.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells every desk of the gym that a member changed. Listen with {@code live.subscribe(this,
 * organization, MemberNews.TOPIC, MemberChanged.class, …)}.
 */
@Component
public class MemberNews {

  /** The topic of {@link MemberChanged} and {@link MembersImported}. */
  public static final String TOPIC = "members";

  private final LiveUpdates live;

  MemberNews(LiveUpdates live) {
    this.live = live;
  }

  @TransactionalEventListener
  void tell(MemberChanged event) {
    live.publish(event.organization().value(), TOPIC, event);
  }

  @TransactionalEventListener
  void tell(MembersImported event) {
    live.publish(event.organization().value(), TOPIC, event);
  }
}
