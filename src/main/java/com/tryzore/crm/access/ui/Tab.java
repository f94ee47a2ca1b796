package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.SignedIn;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one browser tab that stands in an organization. Guarded by the session's lock.
 */
final class Tab {
  private final Binding binding;
  private final SignedIn who;
  private Instant usedAt;
  private Instant touchedAt;
  private boolean warnedOfTheEnd;
  private @Nullable Dialog warning;

  Tab(Binding binding, SignedIn who, Instant now) {
    this.binding = binding;
    this.who = who;
    this.usedAt = now;
    this.touchedAt = now;
  }

  /** The tab's data, if it is bound. */
  static Optional<Tab> of(UI ui) {
    return Optional.ofNullable(ComponentUtil.getData(ui, Tab.class));
  }

  Binding binding() {
    return binding;
  }

  SignedIn who() {
    return who;
  }

  /** When its user last did something, in this tab or another one of the same browser. */
  Instant usedAt() {
    return usedAt;
  }

  void usedAt(Instant now) {
    usedAt = now;
    closeWarning();
  }

  /** When the database was last told so. */
  Instant touchedAt() {
    return touchedAt;
  }

  void touchedAt(Instant now) {
    touchedAt = now;
  }

  boolean isWarned() {
    return warning != null && warning.isOpened();
  }

  void warnedBy(Dialog dialog) {
    closeWarning();
    warning = dialog;
  }

  /** True once: the end after twelve hours is announced once. */
  boolean announceTheEnd() {
    boolean first = !warnedOfTheEnd;
    warnedOfTheEnd = true;
    return first;
  }

  private void closeWarning() {
    if (warning != null) {
      warning.close();
      warning = null;
    }
  }
}
