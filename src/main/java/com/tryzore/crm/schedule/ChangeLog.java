package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what changes of the calendar did, so that each can be undone once. */
@Component
class ChangeLog {

  /** What a change was; the word in {@code schedule_changes.action}. */
  enum Action {
    CREATE,
    CHANGE,
    MOVE,
    CANCEL,
    SUBSTITUTE,
    IMPORT
  }

  /** Rows as they were. */
  record Before(String events, @Nullable String series) {}

  /**
   * What was written.
   *
   * @param events all that were changed or made
   * @param kept those of them that only got another name
   */
  record After(
      Collection<EventId> events,
      Set<EventId> kept,
      @Nullable SeriesId series,
      @Nullable SeriesId continuation,
      List<ParticipantId> released) {

    static After of(EventId event, @Nullable SeriesId series, List<ParticipantId> released) {
      return new After(List.of(event), Set.of(), series, null, released);
    }
  }

  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher publisher;

  ChangeLog(JdbcClient sql, Bindings bindings, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.bindings = bindings;
    this.publisher = publisher;
  }

  /** What there is, before it is changed. */
  Before remember(Collection<EventId> events, @Nullable SeriesId series) {
    String rows =
        sql.sql(
                """
                select coalesce(jsonb_agg(to_jsonb(e)), '[]')::text
                  from events e
                 where e.organization_id = ?
                   and e.id = any (?::uuid[])
                """)
            .params(here(), EventReader.ids(events))
            .query(String.class)
            .single();
    String master =
        series == null
            ? null
            : sql.sql(
                    """
                    select to_jsonb(s)::text
                      from event_series s
                     where s.organization_id = ?
                       and s.id = ?
                    """)
                .params(here(), series.value())
                .query(String.class)
                .single();
    return new Before(rows, master);
  }

  /** Nothing there was. */
  static Before nothing() {
    return new Before("[]", null);
  }

  /** Keeps a change that has been written, and tells of it. */
  ChangeId record(Action action, Before before, After after) {
    return record(action, before, after, null);
  }

  /** The same, as a part of an import, with which it is undone. */
  ChangeId record(Action action, Before before, After after, @Nullable TimetableImportId partOf) {
    UUID id =
        sql.sql(
                """
                insert into schedule_changes (organization_id, action, made_by, series_id, continuation_id, series_before,
                                              series_after, events_before, events_after, released, import_id)
                select :organization, :action, access.user_id(), :series, :continuation, cast(:seriesBefore as jsonb),
                       coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'version', s.version))
                                   from event_series s
                                  where s.organization_id = :organization
                                    and s.id in (:series, :continuation)), '[]'),
                       coalesce((select jsonb_agg(b)
                                   from jsonb_array_elements(cast(:eventsBefore as jsonb)) b
                                  where (b ->> 'id')::uuid = any (cast(:events as uuid[]))), '[]'),
                       coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'version', e.version,
                                                                     'kept', e.id = any (cast(:kept as uuid[]))))
                                   from events e
                                  where e.organization_id = :organization
                                    and e.id = any (cast(:events as uuid[]))), '[]'),
                       cast(:released as uuid[]), :import
                returning id
                """)
            .param("organization", here())
            .param("action", TourFacts.word(action))
            .param(
                "series", EventReader.value(after.series(), SeriesId::value), java.sql.Types.OTHER)
            .param(
                "continuation",
                EventReader.value(after.continuation(), SeriesId::value),
                java.sql.Types.OTHER)
            .param(
                "import", EventReader.value(partOf, TimetableImportId::value), java.sql.Types.OTHER)
            .param("seriesBefore", before.series())
            .param("eventsBefore", before.events())
            .param("kept", EventReader.ids(after.kept()))
            .param("events", EventReader.ids(after.events()))
            .param(
                "released",
                after.released().stream().map(ParticipantId::value).toArray(UUID[]::new))
            .query(UUID.class)
            .single();
    tell();
    return new ChangeId(id);
  }

  /** Tells whoever shows the calendar to read it again. */
  void tell() {
    publisher.publishEvent(new TimetableChanged(bindings.required().organization()));
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
