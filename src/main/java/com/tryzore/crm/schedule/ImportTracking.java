package com.tryzore.crm.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out what an import did to one series or event, whatever it did, so that it can go back. */
@Component
class ImportTracking {

  /**
   * What there is under an identifier of a file.
   *
   * @param digest what the last file said of it
   */
  record Known(@Nullable SeriesRecord series, @Nullable EventId event, @Nullable String digest) {}

  /** What there was before it was taken again. */
  record Tracked(Known known, Map<EventId, Long> versions, ChangeLog.Before before) {}

  /** What is kept of it. */
  record Did(ChangeLog.Before before, ChangeLog.After after) {}

  private record Imported(EventId id, @Nullable String digest) {}

  private final JdbcClient sql;
  private final EventReader reader;
  private final SeriesStore store;
  private final ChangeLog log;
  private final Clock clock = Clock.systemUTC();

  ImportTracking(JdbcClient sql, EventReader reader, SeriesStore store, ChangeLog log) {
    this.sql = sql;
    this.reader = reader;
    this.store = store;
    this.log = log;
  }

  Known known(String uid) {
    SeriesRecord series = store.imported(uid).orElse(null);
    Imported event = series == null ? event(uid).orElse(null) : null;
    return new Known(
        series,
        event == null ? null : event.id(),
        series != null ? series.sourceDigest() : event == null ? null : event.digest());
  }

  private Optional<Imported> event(String uid) {
    return sql.sql(
            "select id, source_digest from events where organization_id = ? and source_uid = ?")
        .params(reader.here(), uid)
        .query(
            (row, number) ->
                new Imported(
                    new EventId(row.getObject("id", UUID.class)), row.getString("source_digest")))
        .optional();
  }

  /** Looks at what there is, before anything is changed. */
  Tracked before(Known known) {
    Instant now = clock.instant();
    SeriesId series = known.series() == null ? null : known.series().id();
    Map<EventId, Long> versions = new HashMap<>();
    rows(series, known.event())
        .filter(row -> row.startsAt().isAfter(now))
        .forEach(row -> versions.put(row.id(), row.version()));
    ChangeLog.Before before =
        series == null && versions.isEmpty()
            ? ChangeLog.nothing()
            : log.remember(versions.keySet(), series);
    return new Tracked(known, versions, before);
  }

  /** What was done since, if anything. */
  Optional<Did> after(String uid, Tracked tracked) {
    Known now = known(uid);
    SeriesRecord was = tracked.known().series();
    SeriesRecord is = now.series();
    SeriesId later = is == null ? null : is.id();
    SeriesId first = was == null ? later : was.id();
    boolean divided = was != null && later != null && !later.equals(was.id());
    Stream<EventRecord> rows = rows(first, now.event());
    List<EventId> touched =
        (divided ? Stream.concat(rows, rows(later, null)) : rows)
            .filter(row -> !Objects.equals(tracked.versions().get(row.id()), row.version()))
            .filter(row -> tracked.versions().containsKey(row.id()) || isNew(row, tracked))
            .map(EventRecord::id)
            .distinct()
            .toList();
    boolean same = was != null && is != null && was.version() == is.version();
    return touched.isEmpty() && (same || first == null)
        ? Optional.empty()
        : Optional.of(
            new Did(
                tracked.before(),
                new ChangeLog.After(touched, Set.of(), first, divided ? later : null, List.of())));
  }

  /** Rows that have begun were not looked at before; of a series that was there they stay. */
  private boolean isNew(EventRecord row, Tracked tracked) {
    return (tracked.known().series() == null && tracked.known().event() == null)
        || row.startsAt().isAfter(clock.instant());
  }

  private Stream<EventRecord> rows(@Nullable SeriesId series, @Nullable EventId event) {
    return Stream.concat(
        series == null ? Stream.empty() : reader.ofSeries(series).stream(),
        event == null ? Stream.empty() : reader.find(event).stream());
  }
}
