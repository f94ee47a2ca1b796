package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.Bindings;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports of the bound gym that nobody carries on. For use within a transaction. */
@Component
class ImportSweep {
  /** A running import says every second how far it is; one that is silent for this long is dead. */
  private static final String SILENCE = "interval '15 seconds'";

  private final JdbcClient sql;
  private final Bindings bindings;

  ImportSweep(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /**
   * Calls work of which nothing is heard any more what it is: interrupted. An import failed; of one
   * that was being taken back, all still stands.
   */
  void giveUpSilent() {
    sql.sql(
            """
            update imports
               set status = case status when 'undoing' then 'done' else 'failed' end,
                   failure = 'interrupted',
                   rows_done = case status when 'undoing' then rows_total else 0 end,
                   finished_at = case status when 'undoing' then finished_at else clock_timestamp() end
             where organization_id = ?
               and status in ('running', 'undoing')
               and updated_at < clock_timestamp() - %s
            """
                .formatted(SILENCE))
        .param(here())
        .update();
  }

  /** Files that nobody came back to within a week are not kept. */
  void giveUpForgotten() {
    sql.sql(
            """
            delete from import_files f
             using imports i
             where f.organization_id = ?
               and i.organization_id = f.organization_id
               and i.id = f.import_id
               and i.status in ('draft', 'failed', 'cancelled')
               and i.updated_at < clock_timestamp() - interval '7 days'
            """)
        .param(here())
        .update();
    sql.sql(
            """
            update imports
               set status = 'cancelled',
                   finished_at = clock_timestamp()
             where organization_id = ?
               and status in ('draft', 'failed')
               and updated_at < clock_timestamp() - interval '7 days'
            """)
        .param(here())
        .update();
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
