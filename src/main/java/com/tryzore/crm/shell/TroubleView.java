package com.tryzore.crm.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** For whatever else went wrong while a view was being opened. */
@AnonymousAllowed
class TroubleView extends FaultPage implements HasErrorParameter<Exception> {

  private final transient Troubles troubles;

  TroubleView(Troubles troubles) {
    this.troubles = troubles;
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    Exception error = parameter.getCaughtException();
    Fault fault = Fault.of(error);
    troubles.record(fault, error);
    show(
        fault,
        fault == Fault.SIGNED_OUT
            ? Addresses.again(event.getLocation())
            : Addresses.home(event.getLocation()));
    return fault.status();
  }
}
