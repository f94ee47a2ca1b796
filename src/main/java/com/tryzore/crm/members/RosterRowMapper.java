package com.tryzore.crm.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads the rows of a {@link RosterStatement}; tags come separately.
 *
 * @param today the day at the gym, from which a status is read
 */
record RosterRowMapper(LocalDate today) implements RowMapper<RosterRow> {

  @Override
  public RosterRow mapRow(ResultSet row, int number) throws SQLException {
    return new RosterRow(
        new MemberHitMapper(today).mapRow(row, number),
        row.getObject("joined_on", LocalDate.class),
        row.getString("email"),
        row.getString("phone"),
        List.of());
  }
}
