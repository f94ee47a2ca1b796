package com.tryzore.crm.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** For unknown addresses, and for those of others: nobody can tell the two apart. */
@AnonymousAllowed
class NotFoundView extends FaultPage implements HasErrorParameter<NotFoundException> {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    show(Fault.NOT_FOUND, "");
    return Fault.NOT_FOUND.status();
  }
}
