package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.Bindings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files of members, kept in the database in parts under the gym's own policies: never on a disk of
 * the program's, never whole in memory. For use within a transaction.
 */
@Component
class ImportFiles {
  static final int PART = 256 * 1024;

  private final JdbcClient sql;
  private final Bindings bindings;

  ImportFiles(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  void keep(ImportId id, InputStream bytes) throws IOException {
    int part = 0;
    for (byte[] content = bytes.readNBytes(PART);
        content.length > 0;
        content = bytes.readNBytes(PART)) {
      sql.sql(
              """
              insert into import_files (organization_id, import_id, part, content)
              values (?, ?, ?, ?)
              """)
          .params(here(), id.value(), part++, content)
          .update();
    }
  }

  /** Whether the file is still there. */
  boolean has(ImportId id) {
    return sql.sql(
            """
            select exists (select
                             from import_files
                            where organization_id = ?
                              and import_id = ?)
            """)
        .params(here(), id.value())
        .query(Boolean.class)
        .single();
  }

  void drop(ImportId id) {
    sql.sql(
            """
            delete from import_files
             where organization_id = ?
               and import_id = ?
            """)
        .params(here(), id.value())
        .update();
  }

  /** The file for reading within this transaction. */
  ImportSource source(MemberImport job) {
    return new ImportSource() {
      @Override
      public InputStream open() {
        return new Parts(job.id());
      }

      @Override
      public long size() {
        return job.fileBytes();
      }
    };
  }

  private byte[] part(ImportId id, int number) {
    return sql.sql(
            """
            select content
              from import_files
             where organization_id = ?
               and import_id = ?
               and part = ?
            """)
        .params(here(), id.value(), number)
        .query(byte[].class)
        .optional()
        .orElseGet(() -> new byte[0]);
  }

  private UUID here() {
    return bindings.required().organization().value();
  }

  /** One part after the other. */
  private final class Parts extends InputStream {
    private final ImportId id;
    private byte[] current = new byte[0];
    private int at;
    private int next;
    private boolean ended;

    Parts(ImportId id) {
      this.id = id;
    }

    @Override
    public int read() {
      return hasMore() ? current[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, target.length);
      if (length == 0) {
        return 0;
      }
      if (!hasMore()) {
        return -1;
      }
      int given = Math.min(length, current.length - at);
      System.arraycopy(current, at, target, offset, given);
      at += given;
      return given;
    }

    private boolean hasMore() {
      if (at == current.length && !ended) {
        current = part(id, next++);
        at = 0;
        ended = current.length == 0;
      }
      return at < current.length;
    }
  }
}
