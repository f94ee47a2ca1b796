package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.Standing;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Where everybody starts: straight into the gym when there is one only, else to the chooser. */
@Route(value = "", autoLayout = false)
@PermitAll
class StartView extends Div implements BeforeEnterObserver {
  private final transient Gate gate;

  StartView(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    List<Standing> places =
        CurrentSignIn.get().map(who -> gate.standings(who.user())).orElse(List.of());
    if (places.size() == 1) {
      event.forwardTo("o/" + places.getFirst().slug());
    } else {
      event.forwardTo(ChooseView.class, QueryParameters.empty());
    }
  }
}
