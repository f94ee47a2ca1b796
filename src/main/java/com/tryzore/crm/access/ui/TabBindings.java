package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingSource;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NoSuchPlaceException;
import com.tryzore.crm.access.SignedIn;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Binds each browser tab to the organization in its address, and to that one only: the binding is
 * kept in the UI, never in the session that all tabs share.
 */
@Component
class TabBindings implements VaadinServiceInitListener, BindingSource {
  private static final Logger log = LoggerFactory.getLogger(TabBindings.class);
  private static final String ORGANIZATION = "organization";

  private final transient Gate gate;
  private final transient IdleWatch watch;
  private final transient Clock clock = Clock.systemUTC();

  TabBindings(Gate gate, IdleWatch watch) {
    this.gate = gate;
    this.watch = watch;
  }

  @Override
  public Optional<Binding> current() {
    return Optional.ofNullable(UI.getCurrent()).flatMap(Tab::of).map(Tab::binding);
  }

  @Override
  public void serviceInit(ServiceInitEvent service) {
    service
        .getSource()
        .addUIInitListener(
            init -> {
              UI ui = init.getUI();
              ui.addBeforeEnterListener(this::bind);
              ui.addDetachListener(detached -> release(ui));
            });
  }

  private void bind(BeforeEnterEvent navigation) {
    Optional<String> slug = navigation.getRouteParameters().get(ORGANIZATION);
    Optional<SignedIn> who = CurrentSignIn.get();
    if (slug.isEmpty() || who.isEmpty()) {
      return;
    }
    UI ui = navigation.getUI();
    if (Tab.of(ui).filter(tab -> tab.binding().slug().equals(slug.get())).isPresent()) {
      return;
    }
    release(ui);
    try {
      Binding binding = gate.open(who.get().user(), slug.get(), who.get().signedInAt());
      ComponentUtil.setData(ui, Tab.class, new Tab(binding, who.get(), clock.instant()));
      watch.start(ui);
    } catch (NoSuchPlaceException unknownOrForeign) {
      navigation.rerouteToError(new NotFoundException(), "");
    }
  }

  private void release(UI ui) {
    Tab.of(ui)
        .ifPresent(
            tab -> {
              ComponentUtil.setData(ui, Tab.class, null);
              watch.stop(ui);
              try {
                gate.close(tab.binding());
              } catch (DataAccessException unavailable) {
                log.warn("{} could not be closed; it ends by itself", tab.binding(), unavailable);
              }
            });
  }
}
