package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.EventSaving;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.ui.DayField;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * Moves one event to another time, length or room: what dragging does, by keyboard. A trainer who
 * teaches something else then is a warning, and the same button moves it all the same.
 */
final class MoveDialog extends FormDialog {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 1440;

  private final DayField day = new DayField(getTranslation("schedule.move.day"));
  private final TimePicker start = new TimePicker(getTranslation("schedule.move.start"));
  private final IntegerField minutes = new IntegerField(getTranslation("schedule.move.minutes"));
  private final Select<Room> room = new Select<>();
  private final Div warning = new Div();
  private final transient Moving moving;
  private final transient EventRecord event;
  private boolean despiteTrainer;

  MoveDialog(Moving moving, EventRecord event, List<Room> rooms, MoveTo to) {
    super(event.facts().title());
    this.moving = moving;
    this.event = event;
    day.setValue(to.start().toLocalDate());
    day.setRequiredIndicatorVisible(true);
    start.setLocale(getLocale());
    start.setStep(Duration.ofMinutes(15));
    start.setValue(to.start().toLocalTime());
    start.setRequiredIndicatorVisible(true);
    minutes.setMin(SHORTEST);
    minutes.setMax(LONGEST);
    minutes.setStepButtonsVisible(true);
    minutes.setStep(5);
    minutes.setValue((int) to.length().toMinutes());
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
    warning.addClassNames("roster-refusal", "zore-tone-caution");
    warning.getElement().setAttribute("role", "alert");
    warning.setVisible(false);
    day.addValueChangeListener(change -> fresh());
    start.addValueChangeListener(change -> fresh());
    minutes.addValueChangeListener(change -> fresh());
    fields(day, start, minutes, room);
    if (event.series() != null) {
      wide(new Paragraph(getTranslation("schedule.move.alone")));
    }
    wide(warning);
    fresh();
    onSave(this::move);
  }

  /** Another time is another question. */
  private void fresh() {
    despiteTrainer = false;
    warning.setVisible(false);
    saveWords(getTranslation("schedule.move.do"));
  }

  /** Shows what stands in the way of it. */
  void refused(EventSaving saving) {
    warning.removeAll();
    moving.sentences(saving).forEach(sentence -> warning.add(new Paragraph(sentence)));
    warning.setVisible(true);
    if (saving instanceof EventSaving.TrainerBusy) {
      despiteTrainer = true;
      saveWords(getTranslation("schedule.move.despite"));
    }
  }

  private boolean move() {
    LocalDate onDay = day.getValue();
    LocalTime at = start.getValue();
    Integer lasts = minutes.getValue();
    if (onDay == null || at == null || lasts == null || lasts < SHORTEST || lasts > LONGEST) {
      warning.removeAll();
      warning.add(new Paragraph(getTranslation("schedule.move.incomplete")));
      warning.setVisible(true);
      return false;
    }
    RoomId where = room.getValue() == null ? null : Objects.requireNonNull(room.getValue()).id();
    MoveTo to = new MoveTo(LocalDateTime.of(onDay, at), Duration.ofMinutes(lasts));
    EventSaving saving = moving.move(event, to, where, despiteTrainer);
    if (saving instanceof EventSaving.Saved) {
      return true;
    }
    refused(saving);
    return false;
  }
}
