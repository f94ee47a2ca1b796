package com.tryzore.crm.schedule;

import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.tags.TagId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Single events of the bound gym: classes, tours, personal training. Changing one of a series
 * changes that one alone; {@code SeriesPlans} changes more of it. Each call is one transaction, and
 * what it did can be undone once.
 *
 * <p>Everybody reads; changing needs {@code schedule.edit}, otherwise {@link NotAllowedException}.
 * Local times are those of the gym.
 */
@Service
public class Events {
  private final EventSteps steps;
  private final EventEditing editing;
  private final Undos undos;
  private final Settling settling;

  Events(EventSteps steps, EventEditing editing, Undos undos, Settling settling) {
    this.steps = steps;
    this.editing = editing;
    this.undos = undos;
    this.settling = settling;
  }

  /** An event as it is written; empty when there is none such at this gym. */
  public Optional<EventRecord> find(EventId event) {
    return steps.find(event);
  }

  /** Who has a place in events that might be cancelled, by start, seats first. */
  public List<HeldPlace> places(List<EventId> events) {
    return steps.places(events);
  }

  /**
   * Makes one.
   *
   * @param despiteTrainer whether it is made although its trainer teaches something else then
   */
  public EventSaving create(NewEvent event, boolean despiteTrainer) {
    return settle(() -> steps.create(event, despiteTrainer));
  }

  /**
   * Makes one with tags.
   *
   * @param tags those it gets, in the same transaction
   * @param despiteTrainer whether it is made although its trainer teaches something else then
   */
  public EventSaving create(NewEvent event, Set<TagId> tags, boolean despiteTrainer) {
    return settle(() -> editing.create(event, tags, despiteTrainer));
  }

  /**
   * Changes all of one that its form says: what it is, when, where and its tags. One that has begun
   * keeps its times.
   *
   * @param version the one that was shown
   * @param wanted what it becomes; names no client, who has a place is changed by {@link Bookings}
   * @param tags those it has then; tags of its series stay
   */
  public EventSaving edit(
      EventId event, long version, NewEvent wanted, Set<TagId> tags, boolean despiteTrainer) {
    if (wanted.client() != null) {
      throw new IllegalArgumentException("the places of an event are changed by booking");
    }
    return settle(() -> editing.edit(event, version, wanted, tags, despiteTrainer));
  }

  /**
   * Changes what is said of one: title, room, trainer, seats, and what came of a tour.
   *
   * @param version the one that was shown
   * @param tour only of a tour
   */
  public EventSaving change(
      EventId event,
      long version,
      EventFacts facts,
      @Nullable TourFacts tour,
      boolean despiteTrainer) {
    return settle(() -> steps.change(event, version, facts, tour, despiteTrainer));
  }

  /**
   * Moves one to another time, another length, another room.
   *
   * @param start local, at the gym
   * @param room the room then; null for none
   */
  public EventSaving move(
      EventId event,
      long version,
      LocalDateTime start,
      Duration length,
      @Nullable RoomId room,
      boolean despiteTrainer) {
    return settle(() -> steps.move(event, version, start, length, room, despiteTrainer));
  }

  /**
   * Cancels one. Whoever has a place loses it, never as late, in the same transaction, if that was
   * decided; otherwise nothing happens and they are listed.
   *
   * @param reason why, for those who see it
   * @param releasePlaces whether the places are given up
   */
  public EventSaving cancel(EventId event, long version, String reason, boolean releasePlaces) {
    return settle(() -> steps.cancel(event, version, reason, releasePlaces));
  }

  /** Takes back what any change of the calendar did, once, as long as nothing of it has begun. */
  public Undo undo(ChangeId change) {
    return settling.settle(() -> undos.undo(change), new Undo.Unknown());
  }

  private EventSaving settle(Supplier<EventSaving> step) {
    return settling.settle(step, new EventSaving.Unknown());
  }
}
