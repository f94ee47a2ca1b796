package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.ChangeId;
import com.tryzore.crm.schedule.Clash;
import com.tryzore.crm.schedule.Events;
import com.tryzore.crm.schedule.HeldPlace;
import com.tryzore.crm.schedule.Undo;
import com.tryzore.crm.ui.Toasts;
import java.util.List;
import java.util.stream.Collectors;

/** Tells that the calendar was changed, and takes it back when that is asked for. */
record TakingBack(Events events, EventWords words) {

  /**
   * Shows what was done, with an undo.
   *
   * @param also what else is to be taken back when the calendar was
   */
  void offer(String done, ChangeId change, Runnable also) {
    Toasts.undoable(
        done,
        () -> {
          Undo undo = events.undo(change);
          tell(undo);
          if (undo instanceof Undo.Done) {
            also.run();
          }
        });
  }

  private void tell(Undo undo) {
    switch (undo) {
      case Undo.Done(List<HeldPlace> notRestored) -> {
        if (notRestored.isEmpty()) {
          Toasts.done(say("schedule.undo.done"));
        } else {
          Toasts.trouble(
              say(
                  "schedule.undo.notRestored",
                  notRestored.stream().map(HeldPlace::name).collect(Collectors.joining(", "))));
        }
      }
      case Undo.Already already -> Toasts.note(say("schedule.undo.already"));
      case Undo.TooLate late -> Toasts.trouble(say("schedule.undo.tooLate"));
      case Undo.ChangedSince since -> Toasts.trouble(say("schedule.undo.changedSince"));
      case Undo.SomebodyBooked(int places) ->
          Toasts.trouble(say("schedule.undo.somebodyBooked", places));
      case Undo.RoomTaken(List<Clash> by) ->
          Toasts.trouble(say("schedule.undo.roomTaken", new ClashWords(words).list(by)));
      case Undo.Unknown unknown -> Toasts.trouble(say("schedule.undo.unknown"));
    }
  }

  private String say(String key, Object... arguments) {
    return words.texts().get(key, arguments);
  }
}
