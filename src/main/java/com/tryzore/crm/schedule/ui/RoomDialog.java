package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.schedule.CrowdedEvent;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomSaving;
import com.tryzore.crm.schedule.Rooms;
import com.tryzore.crm.ui.FieldErrors;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds a room, or changes its name and how many fit in. Events with more people than would fit are
 * named first; the same button saves all the same.
 */
final class RoomDialog extends FormDialog {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_PEOPLE = 10_000;
  private static final int NAMED = 5;

  private final transient Rooms rooms;
  private final transient Binding binding;
  private final transient Runnable then;
  private final TextField name = new TextField(getTranslation("schedule.rooms.name"));
  private final IntegerField capacity = new IntegerField(getTranslation("schedule.rooms.people"));
  private final FieldErrors errors =
      new FieldErrors().field("name", name).field("capacity", capacity);
  private final Div warning = new Div();
  private transient @Nullable Room room;
  private boolean despite;

  /**
   * A form.
   *
   * @param room the room to change; null to add one
   */
  RoomDialog(Rooms rooms, Binding binding, @Nullable Room room, Runnable then) {
    super("");
    this.rooms = rooms;
    this.binding = binding;
    this.room = room;
    this.then = then;
    setHeaderTitle(
        room == null
            ? getTranslation("schedule.rooms.add")
            : getTranslation("schedule.rooms.change.which", room.name()));
    setWidth("28rem");
    name.setMaxLength(LONGEST_NAME);
    name.setRequiredIndicatorVisible(true);
    name.setManualValidation(true);
    capacity.setMin(1);
    capacity.setMax(MOST_PEOPLE);
    capacity.setStepButtonsVisible(true);
    capacity.setManualValidation(true);
    capacity.setHelperText(getTranslation("schedule.rooms.people.help"));
    if (room != null) {
      name.setValue(room.name());
      capacity.setValue(room.capacity());
    }
    warning.addClassNames("roster-refusal", "zore-tone-caution");
    warning.getElement().setAttribute("role", "alert");
    warning.setVisible(false);
    name.addValueChangeListener(change -> fresh());
    capacity.addValueChangeListener(change -> fresh());
    wide(name, capacity, warning);
    fresh();
    onSave(this::saved);
  }

  /** Another number is another question. */
  private void fresh() {
    despite = false;
    warning.setVisible(false);
    saveWords(getTranslation(room == null ? "schedule.rooms.add.do" : "ui.save"));
  }

  private boolean saved() {
    String called = name.getValue().strip();
    Integer people = capacity.getValue();
    if (called.isEmpty()) {
      return wrong("name", getTranslation("schedule.rooms.name.missing"));
    }
    if (capacity.isInvalid() || (people != null && (people < 1 || people > MOST_PEOPLE))) {
      return wrong("capacity", getTranslation("schedule.rooms.people.wrong", MOST_PEOPLE));
    }
    errors.clear();
    Room known = room;
    if (known == null) {
      return answered(rooms.create(called, people), null);
    }
    if (people != null && !people.equals(known.capacity()) && !despite) {
      List<CrowdedEvent> crowded = rooms.crowded(known.id(), people);
      if (!crowded.isEmpty()) {
        warn(people, crowded);
        return false;
      }
    }
    return answered(rooms.change(known.id(), known.version(), called, people), known);
  }

  private boolean answered(RoomSaving saving, @Nullable Room before) {
    return switch (saving) {
      case RoomSaving.Saved(Room now) -> {
        if (before == null) {
          Toasts.done(getTranslation("schedule.rooms.added", now.name()));
        } else {
          Toasts.undoable(
              getTranslation("schedule.rooms.saved", now.name()), () -> takeBack(now, before));
        }
        then.run();
        yield true;
      }
      case RoomSaving.NameTaken taken ->
          wrong("name", getTranslation("schedule.rooms.name.taken", name.getValue().strip()));
      case RoomSaving.ChangedMeanwhile(Room now) -> {
        room = now;
        despite = false;
        say(
            getTranslation(
                "schedule.rooms.conflict",
                now.name(),
                now.capacity() == null
                    ? getTranslation("schedule.rooms.noCapacity")
                    : getTranslation("schedule.rooms.capacity", now.capacity())));
        saveWords(getTranslation("schedule.rooms.overwrite"));
        yield false;
      }
      case RoomSaving.StillUsed used -> throw new IllegalStateException("nothing was archived");
      case RoomSaving.Unknown unknown -> {
        say(getTranslation("schedule.rooms.changed"));
        yield false;
      }
    };
  }

  private void takeBack(Room now, Room before) {
    RoomSaving saving = rooms.change(now.id(), now.version(), before.name(), before.capacity());
    if (saving instanceof RoomSaving.Saved) {
      Toasts.done(getTranslation("schedule.rooms.undone", before.name()));
    } else {
      Toasts.trouble(getTranslation("schedule.rooms.changed"));
    }
    then.run();
  }

  private boolean wrong(String field, String words) {
    errors.show(Map.of(field, words));
    return false;
  }

  private void say(String words) {
    warning.removeAll();
    warning.add(new Paragraph(words));
    warning.setVisible(true);
  }

  private void warn(int people, List<CrowdedEvent> crowded) {
    say(getTranslation("schedule.rooms.crowded", people, crowded.size()));
    Formats formats = Formats.of(getLocale(), binding.zone());
    UnorderedList list = new UnorderedList();
    list.addClassName("rooms-crowded");
    for (CrowdedEvent event : crowded.subList(0, Math.min(NAMED, crowded.size()))) {
      LocalDate day = LocalDate.ofInstant(event.startsAt(), binding.zone());
      Anchor which =
          new Anchor(CalendarAddress.of(binding.slug(), day, event.event()), event.title());
      Span when =
          new Span(
              getTranslation(
                  "schedule.rooms.crowded.event",
                  formats.weekday(day),
                  formats.time(event.startsAt()),
                  event.booked()));
      when.addClassName("zore-small");
      list.add(new ListItem(which, when));
    }
    warning.add(list);
    if (crowded.size() > NAMED) {
      warning.add(
          new Paragraph(getTranslation("schedule.rooms.crowded.more", crowded.size() - NAMED)));
    }
    despite = true;
    saveWords(getTranslation("schedule.rooms.despite"));
  }
}
