package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.SignIns;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Ends what nobody uses, with a word beforehand. A key, a click or a touch in any tab of a browser
 * keeps all its tabs; live updates do not. After twenty-eight minutes without, and five minutes
 * before the twelve hours are over, the tab says so; then it shows the sign-in page, and no data.
 */
@Component
class IdleWatch implements DisposableBean {
  static final Duration IDLE_NOTICE = Duration.ofMinutes(2);
  static final Duration END_NOTICE = Duration.ofMinutes(5);
  static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(IdleWatch.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

  private final Gate gate;
  private final SignIns signIns;
  private final Clock clock = Clock.systemUTC();
  private final Set<UI> tabs = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService ticker;

  IdleWatch(Gate gate, SignIns signIns) {
    this.gate = gate;
    this.signIns = signIns;
  }

  /** Watches a tab that has been bound. Called with the session locked. */
  void start(UI ui) {
    if (tabs.add(ui)) {
      ui.getElement().addEventListener("zore-activity", used -> used(ui));
      startTicking();
    }
  }

  void stop(UI ui) {
    tabs.remove(ui);
  }

  /** Somebody uses a tab: all tabs of that browser stay. Called with the session locked. */
  void used(UI ui) {
    VaadinSession session = ui.getSession();
    Instant now = clock.instant();
    tabs.stream()
        .filter(open -> open.equals(ui) || Objects.equals(open.getSession(), session))
        .flatMap(open -> Tab.of(open).stream())
        .forEach(tab -> used(tab, now));
  }

  private void used(Tab tab, Instant now) {
    tab.usedAt(now);
    if (Duration.between(tab.touchedAt(), now).compareTo(TOUCH_EVERY) >= 0) {
      tab.touchedAt(now);
      try {
        gate.touch(tab.binding());
      } catch (DataAccessException unavailable) {
        log.warn("{} could not be kept alive", tab.binding(), unavailable);
      }
    }
  }

  /** Looks at every tab as if it were that instant. */
  void look(Instant now) {
    for (UI ui : List.copyOf(tabs)) {
      try {
        var unused = ui.access(() -> Tab.of(ui).ifPresent(tab -> look(ui, tab, now)));
      } catch (UIDetachedException gone) {
        tabs.remove(ui);
      }
    }
  }

  private void look(UI ui, Tab tab, Instant now) {
    Duration idle = Duration.between(tab.usedAt(), now);
    Duration left = Duration.between(now, tab.binding().expiresAt());
    if (left.isNegative() || left.isZero()) {
      end(ui.getPage(), tab, LoginView.EXPIRED);
    } else if (idle.compareTo(SignIns.LONGEST_IDLE) >= 0) {
      end(ui.getPage(), tab, LoginView.IDLE);
    } else if (idle.compareTo(SignIns.LONGEST_IDLE.minus(IDLE_NOTICE)) >= 0 && !tab.isWarned()) {
      tab.warnedBy(EndNotice.idle());
    } else if (left.compareTo(END_NOTICE) <= 0 && tab.announceTheEnd()) {
      tab.warnedBy(EndNotice.expiring(tab.binding()));
    }
  }

  private void end(Page page, Tab tab, String reason) {
    signIns.end(tab.who());
    page.setLocation("login?" + reason);
  }

  private synchronized void startTicking() {
    if (ticker == null) {
      ticker =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("idle-watch").factory());
      var unused =
          ticker.scheduleWithFixedDelay(
              this::tick, LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void tick() {
    try {
      look(clock.instant());
    } catch (RuntimeException failed) {
      log.error("Looking for idle tabs failed", failed);
    }
  }

  @Override
  public synchronized void destroy() {
    if (ticker != null) {
      ticker.shutdownNow();
    }
  }
}
