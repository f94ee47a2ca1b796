package com.tryzore.crm.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads rows of {@code client_organizations} with the birth date of {@code clients}.
 *
 * @param today the day at the gym, from which a status is read
 */
record MemberHitMapper(LocalDate today) implements RowMapper<MemberHit> {

  @Override
  public MemberHit mapRow(ResultSet row, int number) throws SQLException {
    LocalDate validUntil = row.getObject("valid_until", LocalDate.class);
    return new MemberHit(
        new ClientId(row.getObject("client_id", UUID.class)),
        row.getString("member_number"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getObject("birth_date", LocalDate.class),
        MemberStatus.of(row.getString("status")).on(today, validUntil),
        row.getString("plan_name"),
        validUntil,
        instant(row, "last_visit_at"),
        row.getLong("visit_count"),
        row.getInt("photo_version"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
