package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.EventReader.Slot;
import com.tryzore.crm.schedule.EventWriter.Row;
import com.tryzore.crm.schedule.ical.TimetableDraft.ChangedOccurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the single dates of a series of a timetable: left out, added, changed by themselves. */
@Component
class SeriesImportDates {

  /**
   * What was done.
   *
   * @param kept whether a date was left as it is because people have places then
   */
  record Dates(int sessions, int withoutRoom, boolean kept) {}

  /** What stands as the reason beside what an import cancelled. */
  static final String REASON = "iCalendar";

  private final JdbcClient sql;
  private final SeriesStore store;
  private final EventReader reader;
  private final EventWriter writer;

  SeriesImportDates(JdbcClient sql, SeriesStore store, EventReader reader, EventWriter writer) {
    this.sql = sql;
    this.store = store;
    this.reader = reader;
    this.writer = writer;
  }

  /** Single dates that the file leaves out, adds, or leaves out no longer. */
  Dates take(SeriesId id, SeriesTimes said, EventFacts facts, Instant now) {
    SeriesRecord series = store.lock(id).orElseThrow();
    SeriesTimes times = series.times();
    Map<LocalDateTime, EventRecord> rows = rows(id);
    TreeSet<LocalDateTime> exceptions = new TreeSet<>(times.exceptions());
    TreeSet<LocalDateTime> additions = new TreeSet<>(times.additions());
    List<EventId> left = new ArrayList<>();
    boolean kept = false;
    for (LocalDateTime out : said.exceptions()) {
      EventRecord row = rows.get(out);
      if (!isToCome(out, times, now) || exceptions.contains(out)) {
        continue;
      }
      if (row != null && row.booked() + row.waiting() > 0) {
        kept = true;
      } else {
        exceptions.add(out);
        if (row != null && !row.cancelled()) {
          left.add(row.id());
        }
      }
    }
    int back = 0;
    for (LocalDateTime out : times.exceptions()) {
      boolean takesPlace = !said.exceptions().contains(out) && isToCome(out, times, now);
      if (takesPlace && (rows.get(out) == null || comesBack(rows.get(out)))) {
        exceptions.remove(out);
        back += rows.get(out) == null ? 0 : 1;
      }
    }
    for (LocalDateTime added : said.additions()) {
      if (isToCome(added, times, now)) {
        additions.add(added);
      }
    }
    writer.cancel(left, REASON);
    SeriesTimes after = times.except(exceptions).plus(additions);
    store.update(id, facts, after, series.sourceUid(), series.sourceDigest());
    SeriesStore.MadeRows made =
        store.make(
            id,
            after.occurrencesMissing(rows.keySet(), now, series.madeUntil()),
            series.madeUntil());
    return new Dates(left.size() + back + made.events().size(), made.withoutRoom(), kept);
  }

  /** What an import cancelled comes back by an import; what somebody cancelled here does not. */
  private boolean comesBack(EventRecord row) {
    return sql.sql(
                """
                update events
                   set status = 'scheduled',
                       cancelled_reason = null,
                       wanted_room_id = coalesce(wanted_room_id, room_id),
                       room_id = null
                 where organization_id = ?
                   and id = ?
                   and status = 'cancelled'
                   and cancelled_reason = ?
                """)
            .params(reader.here(), row.id().value(), REASON)
            .update()
        == 1;
  }

  private static boolean isToCome(LocalDateTime start, SeriesTimes times, Instant now) {
    return SeriesTimes.startsAt(start, times.zone()).isAfter(now);
  }

  private Map<LocalDateTime, EventRecord> rows(SeriesId id) {
    Map<LocalDateTime, EventRecord> rows = new HashMap<>();
    for (EventRecord row : reader.ofSeries(id)) {
      LocalDateTime original = row.originalStart();
      if (original != null) {
        rows.put(original, row);
      }
    }
    return rows;
  }

  /** Single sessions that the file has changed, after a moment. How many. */
  int change(
      SeriesId id,
      SeriesTimes times,
      SortedMap<LocalDateTime, ChangedOccurrence> changed,
      ImportedNames names,
      Instant after) {
    if (changed.isEmpty()) {
      return 0;
    }
    Map<LocalDateTime, EventRecord> rows = rows(id);
    int count = 0;
    for (Map.Entry<LocalDateTime, ChangedOccurrence> one : changed.entrySet()) {
      EventRecord row = rows.get(one.getKey());
      ChangedOccurrence said = one.getValue();
      Instant start = SeriesTimes.startsAt(said.start(), times.zone());
      if (row != null
          && !row.cancelled()
          && row.startsAt().isAfter(after)
          && start.isAfter(after)) {
        EventFacts facts = names.facts(said.facts());
        Integer seats = facts.capacity();
        if (seats != null && seats < row.booked()) {
          facts = facts.seats(row.booked());
        }
        Row then =
            Row.of(row)
                .called(id, one.getKey(), true)
                .at(start, start.plus(said.duration()))
                .with(facts, row.tour());
        if (!then.equals(Row.of(row))) {
          writer.update(List.of(withFreeRoom(then)));
          count++;
        }
      }
    }
    return count;
  }

  private Row withFreeRoom(Row row) {
    RoomId room = row.facts().room();
    return room == null
            || reader
                .roomClashes(
                    List.of(new Slot(row.startsAt(), row.endsAt(), room, null)), List.of(row.id()))
                .isEmpty()
        ? row
        : row.withoutRoom(room);
  }
}
