package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.ClientId;
import com.vaadin.flow.component.Component;

/** Makes the profile that stands beside the roster. */
interface ProfileSlot {

  /**
   * The profile of a member.
   *
   * @param close goes back to the roster alone
   */
  Component profile(ClientId id, Runnable close);
}
