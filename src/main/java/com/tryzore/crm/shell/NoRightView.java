package com.tryzore.crm.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** For places that one's tier does not have. */
@AnonymousAllowed
class NoRightView extends FaultPage implements HasErrorParameter<AccessDeniedException> {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    show(Fault.NO_RIGHT, Addresses.home(event.getLocation()));
    return Fault.NO_RIGHT.status();
  }
}
