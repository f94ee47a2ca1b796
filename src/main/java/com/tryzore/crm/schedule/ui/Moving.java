package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.EventSaving;
import com.tryzore.crm.schedule.Events;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.schedule.Rooms;
import com.tryzore.crm.schedule.Undo;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves events of the calendar on screen, by dragging and by the form alike, with an undo. */
record Moving(
    Events events, Rooms rooms, Permissions permissions, SeriesDialogs series, EventWords words) {

  /** Whether this account may move events. */
  boolean allowed() {
    return permissions.has(Permission.SCHEDULE_EDIT);
  }

  /** Whether this event is one to move: to come, and not cancelled. */
  boolean movable(EventId event) {
    return allowed()
        && events
            .find(event)
            .filter(found -> !found.cancelled() && found.startsAt().isAfter(Instant.now()))
            .isPresent();
  }

  /** Whether what is said of this event may be changed: whenever it is, unless it is cancelled. */
  boolean changeable(EventId event) {
    return allowed() && events.find(event).filter(found -> !found.cancelled()).isPresent();
  }

  /** Whether this is one to cancel by itself: to come, and of no series. */
  boolean cancellable(EventId event) {
    return movable(event) && events.find(event).filter(it -> it.series() == null).isPresent();
  }

  /** Opens the form where the event is now. */
  void ask(EventId event) {
    events
        .find(event)
        .ifPresent(
            found ->
                form(
                        found,
                        new MoveTo(
                            LocalDateTime.ofInstant(found.startsAt(), words.binding().zone()),
                            Duration.between(found.startsAt(), found.endsAt())))
                    .open());
  }

  /**
   * Moves an event that was dragged; what stands in the way opens the form with it. Of a series it
   * is asked how much of it is meant.
   */
  void dragged(EventId event, MoveTo to) {
    EventRecord found = events.find(event).orElse(null);
    if (found == null) {
      Toasts.trouble(say("schedule.event.unknown"));
      return;
    }
    if (asksHowMuch(found)) {
      howMuch(found, to, found.facts().room(), () -> {});
      return;
    }
    EventSaving saving = move(found, to, found.facts().room(), false);
    if (!(saving instanceof EventSaving.Saved)) {
      MoveDialog form = form(found, to);
      form.refused(saving);
      form.open();
    }
  }

  /** Whether the event may stand for more of its series. */
  static boolean asksHowMuch(EventRecord event) {
    return event.series() != null && !event.cancelled() && event.startsAt().isAfter(Instant.now());
  }

  /** Asks how much of its series is moved, and moves it. */
  void howMuch(EventRecord event, MoveTo to, @Nullable RoomId room, Runnable done) {
    boolean stays = Objects.equals(room, event.facts().room());
    series.change(
        event,
        new Change.Move(to.start(), to.length()),
        stays ? null : event.facts().in(room),
        words,
        done);
  }

  EventSaving move(EventRecord event, MoveTo to, @Nullable RoomId room, boolean despiteTrainer) {
    EventSaving saving =
        events.move(event.id(), event.version(), to.start(), to.length(), room, despiteTrainer);
    if (saving instanceof EventSaving.Saved saved) {
      Toasts.undoable(
          say(
              "schedule.move.done",
              event.facts().title(),
              words.formats().weekday(to.start().toLocalDate()),
              words.formats().time(to.start().toLocalTime())),
          () -> undone(events.undo(saved.change())));
    }
    return saving;
  }

  /** What stands in the way, in sentences. */
  List<String> sentences(EventSaving saving) {
    return new EventObjections(words).sentences(saving);
  }

  private MoveDialog form(EventRecord event, MoveTo to) {
    List<Room> offered =
        rooms.list().stream()
            .filter(room -> !room.archived() || room.id().equals(event.facts().room()))
            .toList();
    return new MoveDialog(this, event, offered, to);
  }

  private void undone(Undo undo) {
    if (undo instanceof Undo.Done) {
      Toasts.done(say("schedule.move.undone"));
    } else {
      Toasts.trouble(say("schedule.move.notUndone"));
    }
  }

  private static String say(String key, Object... arguments) {
    return I18NProvider.translate(key, arguments);
  }
}
