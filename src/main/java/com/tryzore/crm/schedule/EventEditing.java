package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.schedule.EventWriter.Row;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.tags.TagId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the form of an event does: facts, times and tags, all in one transaction. */
@Service
@Transactional
class EventEditing {
  private final EventSteps steps;
  private final EventReader reader;
  private final EventWriter writer;
  private final EventTags tags;
  private final ChangeLog log;
  private final Bindings bindings;
  private final Clock clock = Clock.systemUTC();

  EventEditing(
      EventSteps steps,
      EventReader reader,
      EventWriter writer,
      EventTags tags,
      ChangeLog log,
      Bindings bindings) {
    this.steps = steps;
    this.reader = reader;
    this.writer = writer;
    this.tags = tags;
    this.log = log;
    this.bindings = bindings;
  }

  EventSaving create(NewEvent event, Set<TagId> wanted, boolean despiteTrainer) {
    EventSaving saving = steps.create(event, despiteTrainer);
    if (saving instanceof EventSaving.Saved saved) {
      tags.become(saved.event(), wanted);
    }
    return saving;
  }

  EventSaving edit(
      EventId id, long version, NewEvent wanted, Set<TagId> tagged, boolean despiteTrainer) {
    writer.hold(List.of(id), List.of());
    EventRecord event = reader.find(id).orElse(null);
    if (event == null) {
      return new EventSaving.Unknown();
    }
    EventFacts facts = wanted.facts();
    Optional<EventSaving> refused = EventSteps.refused(event, version, facts);
    if (refused.isPresent()) {
      return refused.get();
    }
    Row row =
        EventSteps.alone(event)
            .at(start(event, wanted.start()), start(event, wanted.start()).plus(wanted.length()))
            .with(facts, Objects.requireNonNullElse(wanted.tour(), EventSteps.NO_TOUR));
    boolean moved =
        !row.startsAt().equals(event.startsAt()) || !row.endsAt().equals(event.endsAt());
    Instant now = clock.instant();
    if (moved && (!event.startsAt().isAfter(now) || !row.startsAt().isAfter(now))) {
      return new EventSaving.HasBegun();
    }
    boolean room = moved || !Objects.equals(facts.room(), event.facts().room());
    boolean trainer = moved || !Objects.equals(facts.trainer(), event.facts().trainer());
    Optional<EventSaving> against = steps.clash(row, room, trainer && !despiteTrainer);
    if (against.isPresent()) {
      return against.get();
    }
    ChangeLog.Before before = log.remember(List.of(id), null);
    writer.update(List.of(row));
    tags.become(id, tagged);
    ChangeLog.Action action = moved ? ChangeLog.Action.MOVE : ChangeLog.Action.CHANGE;
    return steps.saved(id, action, before, null, List.of());
  }

  /** In an hour that comes twice, a start that was not touched stays the one it was. */
  private Instant start(EventRecord event, LocalDateTime wanted) {
    ZoneId zone = bindings.required().zone();
    return wanted.equals(LocalDateTime.ofInstant(event.startsAt(), zone))
        ? event.startsAt()
        : SeriesTimes.startsAt(wanted, zone);
  }
}
