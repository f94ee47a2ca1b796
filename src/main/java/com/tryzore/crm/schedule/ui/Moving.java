package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.schedule.Clash;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.EventSaving;
import com.tryzore.crm.schedule.Events;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.schedule.Rooms;
import com.tryzore.crm.schedule.Undo;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves events of the calendar on screen, by dragging and by the form alike, with an undo. */
record Moving(Events events, Rooms rooms, Permissions permissions, EventWords words) {

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

  /** Moves an event that was dragged; what stands in the way opens the form with it. */
  void dragged(EventId event, MoveTo to) {
    EventRecord found = events.find(event).orElse(null);
    if (found == null) {
      Toasts.trouble(say("schedule.event.unknown"));
      return;
    }
    EventSaving saving = move(found, to, found.facts().room(), false);
    if (!(saving instanceof EventSaving.Saved)) {
      MoveDialog form = form(found, to);
      form.refused(saving);
      form.open();
    }
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
    return switch (saving) {
      case EventSaving.RoomTaken(List<Clash> by) -> clashes("schedule.move.roomTaken", by);
      case EventSaving.TrainerBusy(List<Clash> by) -> clashes("schedule.move.trainerBusy", by);
      case EventSaving.HasBegun begun -> List.of(say("schedule.move.hasBegun"));
      case EventSaving.IsCancelled cancelled -> List.of(say("schedule.refusal.event-cancelled"));
      case EventSaving.ChangedMeanwhile changed -> List.of(say("schedule.move.changed"));
      case EventSaving.Saved saved -> List.of();
      case EventSaving.TooSmall small -> List.of(say("schedule.move.impossible"));
      case EventSaving.HasPlaces places -> List.of(say("schedule.move.impossible"));
      case EventSaving.ClientRefused refused -> List.of(say("schedule.move.impossible"));
      case EventSaving.Unknown unknown -> List.of(say("schedule.move.impossible"));
    };
  }

  private MoveDialog form(EventRecord event, MoveTo to) {
    List<Room> offered =
        rooms.list().stream()
            .filter(room -> !room.archived() || room.id().equals(event.facts().room()))
            .toList();
    return new MoveDialog(this, event, offered, to);
  }

  private List<String> clashes(String key, List<Clash> by) {
    return Stream.concat(
            Stream.of(say(key)),
            by.stream()
                .map(
                    clash ->
                        say(
                            "schedule.move.clash",
                            clash.title(),
                            words.formats().times(clash.startsAt(), clash.endsAt()))))
        .toList();
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
