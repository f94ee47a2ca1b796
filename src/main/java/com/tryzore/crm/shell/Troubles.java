package com.tryzore.crm.shell;

import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * What becomes of an error that nobody caught while a person was doing something: a sentence for
 * the person, the details for the log, without anybody's data. A lost binding empties the tab.
 */
@Component
class Troubles implements ErrorHandler, VaadinServiceInitListener {

  private static final Logger log = LoggerFactory.getLogger(Troubles.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
  }

  @Override
  public void error(ErrorEvent event) {
    if (wentAway(event.getThrowable())) {
      log.debug("A browser went away before its answer was written");
      return;
    }
    Fault fault = Fault.of(event.getThrowable());
    String reference = record(fault, event.getThrowable());
    UI ui = UI.getCurrent();
    if (ui == null) {
      return;
    }
    if (fault == Fault.SIGNED_OUT) {
      empty(ui);
    } else {
      Toasts.trouble(ui.getTranslation(fault.key("toast"), reference));
    }
  }

  /** A browser that closes its connection while it is answered is nobody's mistake. */
  static boolean wentAway(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof ClientAbortException || at instanceof AsyncRequestNotUsableException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes to the log what an operator needs.
   *
   * @return what to ask for in the log
   */
  String record(Fault fault, @Nullable Throwable error) {
    String reference = Integer.toString(RANDOM.nextInt(36 * 36 * 36 * 36), 36);
    switch (fault) {
      case NOT_FOUND, NO_RIGHT, SIGNED_OUT, CONFLICT -> log.info("{}: {}", reference, fault);
      case UNAVAILABLE ->
          log.warn("{}: the database does not answer", reference, Redacted.of(error));
      case BROKEN -> log.error("{}: not expected", reference, Redacted.of(error));
    }
    return reference;
  }

  private static void empty(UI ui) {
    Location here = ui.getActiveViewLocation();
    Location there =
        new Location(
            SignedOutView.PATH,
            new QueryParameters(
                Map.of(SignedOutView.TO, List.of(here.getPathWithQueryParameters()))));
    ui.getPage().setLocation(there.getPathWithQueryParameters());
  }
}
