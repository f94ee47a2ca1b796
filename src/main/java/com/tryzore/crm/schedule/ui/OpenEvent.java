package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/** The event that lies open over the calendar, if one does, as the address has it. */
final class OpenEvent {

  private final EventDialogs dialogs;
  private final EventWords words;
  private final CalendarBoard board;
  private final Runnable leave;
  private @Nullable EventDialog dialog;

  /**
   * None open yet.
   *
   * @param leave takes the event out of the address
   */
  OpenEvent(EventDialogs dialogs, EventWords words, CalendarBoard board, Runnable leave) {
    this.dialogs = dialogs;
    this.words = words;
    this.board = board;
    this.leave = leave;
  }

  void show(EventId event) {
    if (dialog != null && dialog.event().equals(event)) {
      return;
    }
    close();
    dialog = dialogs.of(event, words, leave).orElse(null);
    if (dialog == null) {
      Toasts.note(I18NProvider.translate("schedule.event.unknown"));
      leave.run();
    } else {
      dialog.open();
    }
  }

  void close() {
    EventDialog open = dialog;
    dialog = null;
    if (open != null) {
      open.close();
      board.focus(open.event());
    }
  }
}
