package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.Bindings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The imports of the bound gym as rows. For use within a transaction. */
@Component
class ImportJobs {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SELECT =
      """
      select i.id, i.file_name, i.file_bytes, i.status, i.rows_total, i.rows_done, i.rows_created,
             i.rows_updated, i.rows_skipped, i.rows_rejected, i.failure,
             coalesce(s.display_name, '') as started_name, i.created_at, i.finished_at,
             u.display_name as undone_name, i.undone_at
        from imports i
        left join users s
          on s.id = i.started_by
        left join users u
          on u.id = i.undone_by
       where i.organization_id = ?
      """;

  private final JdbcClient sql;
  private final Bindings bindings;

  ImportJobs(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  ImportId add(String fileName, long bytes, byte[] digest, int rows, ImportPlan plan) {
    return new ImportId(
        sql.sql(
                """
                insert into imports (organization_id, file_name, file_bytes, content_sha256,
                                     rows_total, mapping, started_by)
                values (?, ?, ?, ?, ?, cast(? as jsonb), ?)
                returning id
                """)
            .params(
                here(),
                fileName,
                bytes,
                digest,
                rows,
                JSON.writeValueAsString(plan),
                bindings.required().user().value())
            .query(UUID.class)
            .single());
  }

  Optional<MemberImport> find(ImportId id) {
    return sql.sql(SELECT + " and i.id = ?")
        .params(here(), id.value())
        .query((row, number) -> job(row))
        .optional();
  }

  List<MemberImport> recent(int limit) {
    return sql.sql(SELECT + " order by i.created_at desc, i.id desc limit ?")
        .params(here(), limit)
        .query((row, number) -> job(row))
        .list();
  }

  Optional<ImportPlan> plan(ImportId id) {
    return sql.sql(
            """
            select mapping
              from imports
             where organization_id = ?
               and id = ?
            """)
        .params(here(), id.value())
        .query(String.class)
        .optional()
        .map(text -> JSON.readValue(text, ImportPlan.class));
  }

  /** Keeps what was decided, while it is still to be decided. */
  boolean savePlan(ImportId id, ImportPlan plan, int rows) {
    return sql.sql(
                """
                update imports
                   set mapping = cast(? as jsonb),
                       rows_total = ?
                 where organization_id = ?
                   and id = ?
                   and status in ('draft', 'failed')
                """)
            .params(JSON.writeValueAsString(plan), rows, here(), id.value())
            .update()
        > 0;
  }

  boolean begin(ImportId id) {
    return sql.sql(
                """
                update imports
                   set status = 'running',
                       rows_done = 0,
                       failure = null,
                       started_at = clock_timestamp(),
                       finished_at = null
                 where organization_id = ?
                   and id = ?
                   and status in ('draft', 'failed')
                """)
            .params(here(), id.value())
            .update()
        > 0;
  }

  /** Says how far the work is; false when it is no longer to go on. */
  boolean advance(ImportId id, ImportStatus busy, long rows) {
    return sql.sql(
                """
                update imports
                   set rows_done = ?
                 where organization_id = ?
                   and id = ?
                   and status = ?
                """)
            .params(rows, here(), id.value(), busy.word())
            .update()
        > 0;
  }

  /** The last act of an import; false when it was cancelled before. */
  boolean finish(ImportId id, MemberImport.Counts counts, List<UUID> madeTags) {
    sql.sql("select members.remember_versions(?)").param(id.value()).query().listOfRows();
    return sql.sql(
                """
                update imports
                   set status = 'done',
                       rows_done = rows_total,
                       rows_created = ?,
                       rows_updated = ?,
                       rows_skipped = ?,
                       rows_rejected = ?,
                       made_tags = cast(? as uuid[]),
                       finished_at = clock_timestamp()
                 where organization_id = ?
                   and id = ?
                   and status = 'running'
                """)
            .params(
                counts.created(),
                counts.updated(),
                counts.skipped(),
                counts.rejected(),
                "{" + String.join(",", madeTags.stream().map(UUID::toString).toList()) + "}",
                here(),
                id.value())
            .update()
        > 0;
  }

  /** Ends an import of which nothing was imported. */
  boolean stop(ImportId id, ImportStatus status, @Nullable ImportFailure failure) {
    return sql.sql(
                """
                update imports
                   set status = ?,
                       failure = ?,
                       rows_done = 0,
                       finished_at = clock_timestamp()
                 where organization_id = ?
                   and id = ?
                   and status in ('draft', 'running', 'failed')
                """)
            .param(status.word())
            .param(failure == null ? null : failure.word())
            .param(here())
            .param(id.value())
            .update()
        > 0;
  }

  /** Marks an import as being taken back; false when it is not done. */
  boolean beginUndo(ImportId id) {
    return sql.sql(
                """
                update imports
                   set status = 'undoing',
                       rows_done = 0,
                       failure = null
                 where organization_id = ?
                   and id = ?
                   and status = 'done'
                """)
            .params(here(), id.value())
            .update()
        > 0;
  }

  /** Ends taking an import back; all of it still stands. */
  boolean stopUndo(ImportId id, @Nullable ImportFailure failure) {
    return sql.sql(
                """
                update imports
                   set status = 'done',
                       rows_done = rows_total,
                       failure = ?
                 where organization_id = ?
                   and id = ?
                   and status = 'undoing'
                """)
            .param(failure == null ? null : failure.word())
            .param(here())
            .param(id.value())
            .update()
        > 0;
  }

  private UUID here() {
    return bindings.required().organization().value();
  }

  private static MemberImport job(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    return new MemberImport(
        new ImportId(row.getObject("id", UUID.class)),
        row.getString("file_name"),
        row.getLong("file_bytes"),
        ImportStatus.of(row.getString("status")),
        row.getInt("rows_total"),
        row.getInt("rows_done"),
        new MemberImport.Counts(
            row.getInt("rows_created"),
            row.getInt("rows_updated"),
            row.getInt("rows_skipped"),
            row.getInt("rows_rejected")),
        failure == null ? null : ImportFailure.of(failure),
        row.getString("started_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "finished_at"),
        row.getString("undone_name"),
        instant(row, "undone_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
