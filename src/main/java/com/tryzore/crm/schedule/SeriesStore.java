package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.edits.Alone;
import com.tryzore.crm.schedule.edits.PlannedSeries;
import com.tryzore.crm.schedule.recurrence.Occurrence;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes series. */
@Component
class SeriesStore {

  /** What making occurrences came to. */
  record MadeRows(List<EventId> events, int withoutRoom) {}

  /** What of a series is rewritten, by a change and by its undo, from a row {@code b}. */
  static final String AS_GIVEN =
      """
      title = b.title,
               description = b.description,
               colour = b.colour,
               local_start = b.local_start,
               duration_minutes = b.duration_minutes,
               rule = b.rule,
               exceptions = b.exceptions,
               additions = b.additions,
               room_id = b.room_id,
               place = b.place,
               meeting_url = b.meeting_url,
               trainer_id = b.trainer_id,
               capacity = b.capacity,
               price_minor = b.price_minor,
               source_uid = b.source_uid,
               source_digest = b.source_digest\
      """;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String READ =
      """
      select s.*, s.exceptions::text[] as exception_texts, s.additions::text[] as addition_texts
        from event_series s
       where s.organization_id = ?
         and %s
      """;

  private final JdbcClient sql;
  private final EventReader reader;

  SeriesStore(JdbcClient sql, EventReader reader) {
    this.sql = sql;
    this.reader = reader;
  }

  Optional<SeriesRecord> find(SeriesId series) {
    return read(READ.formatted("s.id = ?"), series.value());
  }

  /** The same, nobody else changing it until the end of the transaction. */
  Optional<SeriesRecord> lock(SeriesId series) {
    return read(READ.formatted("s.id = ? for no key update"), series.value());
  }

  Optional<SeriesRecord> imported(String uid) {
    return read(READ.formatted("s.source_uid = ?"), uid);
  }

  private Optional<SeriesRecord> read(String query, Object parameter) {
    return sql.sql(query)
        .params(reader.here(), parameter)
        .query((row, number) -> series(row))
        .optional();
  }

  void insert(
      SeriesId id,
      EventFacts facts,
      SeriesTimes times,
      @Nullable SeriesId continues,
      @Nullable String sourceUid,
      @Nullable String sourceDigest) {
    sql.sql(
            """
            insert into event_series (organization_id, id, kind, title, description, colour, local_start, time_zone, duration_minutes,
                                      rule, exceptions, additions, room_id, place, meeting_url, trainer_id, capacity, price_minor,
                                      continues_id, source_uid, source_digest)
            select :organization, b.id, b.kind, b.title, b.description, b.colour, b.local_start, b.time_zone, b.duration_minutes,
                   b.rule, b.exceptions, b.additions, b.room_id, b.place, b.meeting_url, b.trainer_id, b.capacity, b.price_minor,
                   b.continues_id, b.source_uid, b.source_digest
              from jsonb_populate_record(null::event_series, cast(:row as jsonb)) b
            """)
        .param("organization", reader.here())
        .param("row", json(id, facts, times, continues, sourceUid, sourceDigest))
        .update();
  }

  /** Rewrites a series. */
  void update(
      SeriesId id,
      EventFacts facts,
      SeriesTimes times,
      @Nullable String sourceUid,
      @Nullable String sourceDigest) {
    sql.sql(
            """
            update event_series s
               set %s
              from jsonb_populate_record(null::event_series, cast(:row as jsonb)) b
             where s.organization_id = :organization
               and s.id = b.id
            """
                .formatted(AS_GIVEN))
        .param("organization", reader.here())
        .param("row", json(id, facts, times, null, sourceUid, sourceDigest))
        .update();
  }

  /** Makes occurrences into rows; those that are there stay as they are. */
  MadeRows make(SeriesId series, Collection<Occurrence> occurrences, Instant until) {
    List<EventId> made = new ArrayList<>();
    int[] withoutRoom = new int[1];
    sql.sql("select * from schedule.add_occurrences(?, cast(? as jsonb), ?)")
        .params(series.value(), rows(occurrences), until.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              made.add(new EventId(row.getObject("event_id", UUID.class)));
              withoutRoom[0] += row.getBoolean("has_room") ? 0 : 1;
            });
    return new MadeRows(made, withoutRoom[0]);
  }

  /** Occurrences as the database takes them. */
  static String rows(Collection<Occurrence> occurrences) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      rows.add(
          Map.of(
              "original", occurrence.originalStart().toString(),
              "starts_at", occurrence.startsAt().toString(),
              "ends_at", occurrence.endsAt().toString()));
    }
    return JSON.writeValueAsString(rows);
  }

  /** The series with what was changed of it alone, as its rows say. */
  static PlannedSeries planned(SeriesTimes times, List<EventRecord> rows) {
    SortedMap<LocalDateTime, Alone> changed = new TreeMap<>();
    for (EventRecord row : rows) {
      LocalDateTime original = row.originalStart();
      if (original != null && row.changedAlone() && !row.cancelled()) {
        Occurrence regular = times.at(original);
        boolean inPlace = regular.startsAt().equals(row.startsAt());
        changed.put(
            original,
            new Alone(
                inPlace ? original : LocalDateTime.ofInstant(row.startsAt(), times.zone()),
                Duration.between(row.startsAt(), row.endsAt())));
      }
    }
    return new PlannedSeries(times, changed);
  }

  /** Times as the columns of a series hold them. */
  static SeriesTimes times(ResultSet row) throws SQLException {
    LocalDateTime start = row.getObject("local_start", LocalDateTime.class);
    ZoneId zone = ZoneId.of(row.getString("time_zone"));
    RuleReading reading = Recurrence.read(row.getString("rule"), start, zone);
    if (!(reading instanceof RuleReading.Read rule)) {
      throw new IllegalStateException("The rule of a series cannot be read: " + reading);
    }
    return new SeriesTimes(
        start,
        zone,
        Duration.ofMinutes(row.getInt("duration_minutes")),
        rule.recurrence(),
        starts(row, "exception_texts"),
        starts(row, "addition_texts"));
  }

  /** As text, because the driver's timestamps know hours that the machine's clock skips. */
  private static SortedSet<LocalDateTime> starts(ResultSet row, String column) throws SQLException {
    SortedSet<LocalDateTime> starts = new TreeSet<>();
    for (String text : (String[]) row.getArray(column).getArray()) {
      starts.add(LocalDateTime.parse(text.replace(' ', 'T')));
    }
    return starts;
  }

  private static SeriesRecord series(ResultSet row) throws SQLException {
    return new SeriesRecord(
        new SeriesId(row.getObject("id", UUID.class)),
        row.getLong("version"),
        EventReader.facts(row),
        times(row),
        row.getObject("made_until") == null
            ? Instant.EPOCH
            : EventReader.instant(row, "made_until"),
        EventReader.value(row.getObject("continues_id", UUID.class), SeriesId::new),
        row.getString("source_uid"),
        row.getString("source_digest"));
  }

  private static String json(
      SeriesId id,
      EventFacts facts,
      SeriesTimes times,
      @Nullable SeriesId continues,
      @Nullable String sourceUid,
      @Nullable String sourceDigest) {
    Map<String, @Nullable Object> row = new HashMap<>();
    EventWriter.putFacts(row, facts);
    row.put("id", id.value().toString());
    row.put("local_start", times.start().toString());
    row.put("time_zone", times.zone().getId());
    row.put("duration_minutes", times.duration().toMinutes());
    row.put("rule", times.recurrence().text(times.zone()));
    row.put("exceptions", times.exceptions().stream().map(LocalDateTime::toString).toList());
    row.put("additions", times.additions().stream().map(LocalDateTime::toString).toList());
    row.put("continues_id", continues == null ? null : continues.toString());
    row.put("source_uid", sourceUid);
    row.put("source_digest", sourceDigest);
    return JSON.writeValueAsString(row);
  }
}
