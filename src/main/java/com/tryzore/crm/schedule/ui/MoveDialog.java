package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.EventSaving;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;

/**
 * Moves one event to another time, length or room: what dragging does, by keyboard. A trainer who
 * teaches something else then is a warning, and the same button moves it all the same.
 */
final class MoveDialog extends FormDialog {

  private final transient EventTimes times;
  private final Select<Room> room = new Select<>();
  private final Hindrance warning = new Hindrance();
  private final transient Moving moving;
  private final transient EventRecord event;
  private boolean despiteTrainer;

  MoveDialog(Moving moving, EventRecord event, List<Room> rooms, MoveTo to) {
    super(event.facts().title());
    this.moving = moving;
    this.event = event;
    times = new EventTimes(moving.words().binding().zone(), getLocale());
    times.read(to.start(), to.length());
    room.setLabel(getTranslation("schedule.move.room"));
    room.setEmptySelectionAllowed(true);
    room.setEmptySelectionCaption(getTranslation("schedule.move.noRoom"));
    room.setItemLabelGenerator(
        one -> one == null ? getTranslation("schedule.move.noRoom") : one.name());
    room.setItems(rooms);
    rooms.stream()
        .filter(one -> one.id().equals(event.facts().room()))
        .findFirst()
        .ifPresent(room::setValue);
    times.onChange(this::fresh);
    times.addTo(this);
    wide(room);
    wide(warning);
    fresh();
    onSave(this::move);
  }

  /** Another time is another question. */
  private void fresh() {
    despiteTrainer = false;
    warning.clear();
    saveWords(getTranslation("schedule.move.do"));
  }

  /** Shows what stands in the way of it. */
  void refused(EventSaving saving) {
    warning.show(moving.sentences(saving), saving instanceof EventSaving.TrainerBusy);
    if (saving instanceof EventSaving.TrainerBusy) {
      despiteTrainer = true;
      saveWords(getTranslation("schedule.move.despite"));
    }
  }

  private boolean move() {
    return times.write().filter(this::moved).isPresent();
  }

  private boolean moved(MoveTo to) {
    RoomId where = room.getValue() == null ? null : Objects.requireNonNull(room.getValue()).id();
    if (Moving.asksHowMuch(event)) {
      // The form stays behind the question, with what was typed, until it is answered.
      moving.howMuch(event, to, where, this::close);
      return false;
    }
    EventSaving saving = moving.move(event, to, where, despiteTrainer);
    if (saving instanceof EventSaving.Saved) {
      return true;
    }
    refused(saving);
    return false;
  }
}
