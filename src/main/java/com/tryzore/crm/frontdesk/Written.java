package com.tryzore.crm.frontdesk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** A visit as the database wrote it. */
record Written(VisitId visit, Instant at) {

  static final RowMapper<Written> MAPPER =
      (row, number) ->
          new Written(
              new VisitId(row.getObject("id", UUID.class)),
              row.getObject("checked_in_at", OffsetDateTime.class).toInstant());
}
