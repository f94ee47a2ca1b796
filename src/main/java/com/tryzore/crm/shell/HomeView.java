package com.tryzore.crm.shell;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The front door of an organization: leads to the first place of one's tier. */
@Route("o/:organization")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final transient Bindings bindings;
  private final transient Places places;

  HomeView(Bindings bindings, Places places) {
    this.bindings = bindings;
    this.places = places;
    addClassName("zore-page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    bindings
        .current()
        .ifPresent(
            binding -> {
              List<NavigationEntry> reachable = places.of(binding);
              if (reachable.isEmpty()) {
                add(
                    new EmptyState(
                        Drawing.LOCKED,
                        getTranslation("shell.nothing.title"),
                        getTranslation("shell.nothing.text", binding.organizationName())));
              } else {
                event.forwardTo(Places.address(binding, reachable.getFirst().path()));
              }
            });
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.product");
  }
}
