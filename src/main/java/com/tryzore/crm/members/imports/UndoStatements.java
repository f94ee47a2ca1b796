package com.tryzore.crm.members.imports;

import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements by which an import is taken back, each for a part of its rows. */
final class UndoStatements {
  private static final int ROWS = 1_000;

  private final JdbcClient sql;
  private final ImportId id;

  UndoStatements(JdbcClient sql, ImportId id) {
    this.sql = sql;
    this.id = id;
  }

  /** Lets the database notice how large its tables have become since. */
  void planAnew() {
    sql.sql("select members.plan_anew()").query().listOfRows();
  }

  /**
   * Takes back the rows that follow.
   *
   * @return the number of the last of them; empty when there were none left
   */
  OptionalInt part(int after) {
    Optional<Integer> last =
        sql.sql("select members.undo_import_part(?, ?, ?)")
            .params(id.value(), after, ROWS)
            .query(Integer.class)
            .optional();
    return last.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** The last act. */
  void finish() {
    sql.sql("select members.finish_undo(?)").param(id.value()).query().listOfRows();
  }
}
