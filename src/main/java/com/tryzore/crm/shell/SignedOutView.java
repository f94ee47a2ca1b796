package com.tryzore.crm.shell;

import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where a tab goes when its right is gone: a fresh page, with a way back to where it was. */
@Route(SignedOutView.PATH)
@AnonymousAllowed
class SignedOutView extends FaultPage implements BeforeEnterObserver {

  static final String PATH = "signed-out";
  static final String TO = "to";

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String to = QueryState.of(event.getLocation()).text(TO);
    show(
        Fault.SIGNED_OUT,
        Addresses.again(Addresses.isOurs(to) ? new Location(to) : new Location("")));
  }
}
