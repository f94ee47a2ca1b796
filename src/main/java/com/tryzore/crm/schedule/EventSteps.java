package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.EventReader.Slot;
import com.tryzore.crm.schedule.EventWriter.Row;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The steps of {@link Events}, each one transaction. */
@Service
@Transactional
class EventSteps {
  static final TourFacts NO_TOUR = new TourFacts(null, null, null);

  private final EventReader reader;
  private final EventWriter writer;
  private final BookingSteps bookings;
  private final ChangeLog log;
  private final Bindings bindings;
  private final JdbcClient sql;
  private final Clock clock = Clock.systemUTC();

  EventSteps(
      EventReader reader,
      EventWriter writer,
      BookingSteps bookings,
      ChangeLog log,
      Bindings bindings,
      JdbcClient sql) {
    this.reader = reader;
    this.writer = writer;
    this.bookings = bookings;
    this.log = log;
    this.bindings = bindings;
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  Optional<EventRecord> find(EventId event) {
    return reader.find(event);
  }

  @Transactional(readOnly = true)
  List<HeldPlace> places(List<EventId> events) {
    return reader.heldPlaces(events);
  }

  EventSaving create(NewEvent event, boolean despiteTrainer) {
    writer.hold(List.of(), List.of());
    Instant start = SeriesTimes.startsAt(event.start(), bindings.required().zone());
    // A tour is often written down afterwards; nothing else takes place in the past.
    if (event.facts().kind() != EventKind.TOUR && start.isBefore(clock.instant())) {
      return new EventSaving.HasBegun();
    }
    EventId id = new EventId(UUID.randomUUID());
    Row row =
        new Row(
            id,
            null,
            null,
            false,
            start,
            start.plus(event.length()),
            event.facts(),
            null,
            Objects.requireNonNullElse(event.tour(), NO_TOUR));
    Optional<EventSaving> against = clash(row, true, !despiteTrainer);
    if (against.isPresent()) {
      return against.get();
    }
    writer.insert(row, null, null);
    if (event.client() != null) {
      Booking booked = bookings.book(id, event.client(), null);
      if (!(booked instanceof Booking.Booked)) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return booked instanceof Booking.Refused refused
            ? new EventSaving.ClientRefused(refused.reasons())
            : new EventSaving.Unknown();
      }
    }
    return saved(id, ChangeLog.Action.CREATE, ChangeLog.nothing(), null, List.of());
  }

  EventSaving change(
      EventId id,
      long version,
      EventFacts facts,
      @Nullable TourFacts tour,
      boolean despiteTrainer) {
    writer.hold(List.of(id), List.of());
    EventRecord event = reader.find(id).orElse(null);
    if (event == null) {
      return new EventSaving.Unknown();
    }
    Optional<EventSaving> refused = refused(event, version, facts);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean isTour = facts.kind() == EventKind.TOUR;
    Row row =
        alone(event).with(facts, isTour ? Objects.requireNonNullElse(tour, event.tour()) : NO_TOUR);
    boolean newRoom = !Objects.equals(facts.room(), event.facts().room());
    boolean newTrainer = !Objects.equals(facts.trainer(), event.facts().trainer());
    Optional<EventSaving> against = clash(row, newRoom, newTrainer && !despiteTrainer);
    if (against.isPresent()) {
      return against.get();
    }
    ChangeLog.Before before = log.remember(List.of(id), null);
    writer.update(List.of(row));
    return saved(id, ChangeLog.Action.CHANGE, before, null, List.of());
  }

  EventSaving move(
      EventId id,
      long version,
      LocalDateTime start,
      Duration length,
      @Nullable RoomId room,
      boolean despiteTrainer) {
    if (!SeriesTimes.fits(length)) {
      throw new IllegalArgumentException("an event lasts 5 minutes to a day, not " + length);
    }
    writer.hold(List.of(id), List.of());
    EventRecord event = reader.find(id).orElse(null);
    if (event == null) {
      return new EventSaving.Unknown();
    }
    Optional<EventSaving> refused = refused(event, version);
    if (refused.isPresent()) {
      return refused.get();
    }
    Instant startsAt = SeriesTimes.startsAt(start, bindings.required().zone());
    if (!startsAt.isAfter(clock.instant())) {
      return new EventSaving.HasBegun();
    }
    Row row =
        alone(event).at(startsAt, startsAt.plus(length)).with(event.facts().in(room), event.tour());
    Optional<EventSaving> against = clash(row, true, !despiteTrainer);
    if (against.isPresent()) {
      return against.get();
    }
    ChangeLog.Before before = log.remember(List.of(id), null);
    writer.update(List.of(row));
    return saved(id, ChangeLog.Action.MOVE, before, null, List.of());
  }

  EventSaving cancel(EventId id, long version, String reason, boolean releasePlaces) {
    EventRecord seen = reader.find(id).orElse(null);
    if (seen != null && seen.series() != null) {
      lock(seen.series());
    }
    writer.hold(List.of(id), List.of());
    EventRecord event = reader.find(id).orElse(null);
    if (event == null) {
      return new EventSaving.Unknown();
    }
    Optional<EventSaving> refused = refused(event, version);
    if (refused.isPresent()) {
      return refused.get();
    }
    List<HeldPlace> places = reader.heldPlaces(List.of(id));
    if (!places.isEmpty() && !releasePlaces) {
      return new EventSaving.HasPlaces(places);
    }
    writer.because(reason.strip());
    ChangeLog.Before before = log.remember(List.of(id), event.series());
    List<ParticipantId> released = writer.cancel(List.of(id), reason.strip());
    if (event.series() != null && event.originalStart() != null) {
      except(event.series(), event.originalStart());
    }
    return saved(id, ChangeLog.Action.CANCEL, before, event.series(), released);
  }

  /**
   * Whether it is another event by now than was looked at, or too many are booked for the facts.
   */
  static Optional<EventSaving> refused(EventRecord event, long version, EventFacts facts) {
    Optional<EventSaving> stale = stale(event, version);
    return stale.isEmpty() && facts.capacity() != null && facts.capacity() < event.booked()
        ? Optional.of(new EventSaving.TooSmall(event.booked()))
        : stale;
  }

  private Optional<EventSaving> refused(EventRecord event, long version) {
    Optional<EventSaving> stale = stale(event, version);
    return stale.isEmpty() && !event.startsAt().isAfter(clock.instant())
        ? Optional.of(new EventSaving.HasBegun())
        : stale;
  }

  private static Optional<EventSaving> stale(EventRecord event, long version) {
    if (event.version() != version) {
      return Optional.of(new EventSaving.ChangedMeanwhile());
    }
    return event.cancelled() ? Optional.of(new EventSaving.IsCancelled()) : Optional.empty();
  }

  /** One of a series that is changed by itself is changed alone. */
  static Row alone(EventRecord event) {
    return Row.of(event)
        .called(
            event.series(), event.originalStart(), event.changedAlone() || event.series() != null);
  }

  Optional<EventSaving> clash(Row row, boolean room, boolean trainer) {
    UserId teaches = row.facts().trainer();
    List<Slot> slot = List.of(new Slot(row.startsAt(), row.endsAt(), row.facts().room(), teaches));
    List<Clash> taken = room ? reader.roomClashes(slot, List.of(row.id())) : List.of();
    if (!taken.isEmpty()) {
      return Optional.of(new EventSaving.RoomTaken(taken));
    }
    List<Clash> busy = trainer ? reader.trainerClashes(slot, List.of(row.id())) : List.of();
    return busy.isEmpty() ? Optional.empty() : Optional.of(new EventSaving.TrainerBusy(busy));
  }

  private void lock(SeriesId series) {
    sql.sql(
            """
            select id
              from event_series
             where organization_id = ?
               and id = ?
               for no key update
            """)
        .params(reader.here(), series.value())
        .query(UUID.class)
        .list();
  }

  private void except(SeriesId series, LocalDateTime original) {
    sql.sql(
            """
            update event_series
               set exceptions = array_append(exceptions, cast(? as timestamp))
             where organization_id = ?
               and id = ?
               and cast(? as timestamp) <> all (exceptions)
            """)
        .params(original, reader.here(), series.value(), original)
        .update();
  }

  EventSaving saved(
      EventId id,
      ChangeLog.Action action,
      ChangeLog.Before before,
      @Nullable SeriesId series,
      List<ParticipantId> released) {
    ChangeId change = log.record(action, before, ChangeLog.After.of(id, series, released));
    long version = reader.find(id).orElseThrow().version();
    return new EventSaving.Saved(id, version, change);
  }
}
