package com.tryzore.crm.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How records and rows of {@code clients} and {@code client_organizations} become one another. */
final class ClientRows {

  /** The columns of a client that a tier may read; medical ones are in no plain SELECT. */
  static final String CLIENT =
      """
      c.id,
      c.version,
      c.given_name,
      c.family_name,
      c.birth_date,
      c.gender,
      c.email,
      c.phone,
      c.street,
      c.postal_code,
      c.city,
      c.country,
      c.emergency_name,
      c.emergency_phone,
      c.emergency_relation,
      c.preferences ->> 'language' as language,
      c.preferences ->> 'contact_channel' as contact_channel,
      coalesce((c.preferences ->> 'marketing_consent')::boolean, false) as marketing_consent
      """;

  /**
   * The preferences, from the last three of {@link #values}; others in the object are left alone.
   */
  static final String PREFERENCES =
      """
      jsonb_strip_nulls(jsonb_build_object(
        'language', ?::text,
        'contact_channel', ?::text,
        'marketing_consent', case when ?::boolean then true end))
      """;

  private ClientRows() {}

  static Client client(ResultSet row) throws SQLException {
    return new Client(
        new ClientId(row.getObject("id", UUID.class)), row.getLong("version"), data(row));
  }

  private static ClientData data(ResultSet row) throws SQLException {
    return new ClientData(
        row.getString("given_name"),
        row.getString("family_name"),
        row.getObject("birth_date", LocalDate.class),
        Optional.ofNullable(row.getString("gender")).map(Gender::of).orElse(null),
        row.getString("email"),
        row.getString("phone"),
        row.getString("street"),
        row.getString("postal_code"),
        row.getString("city"),
        row.getString("country"),
        row.getString("emergency_name"),
        row.getString("emergency_phone"),
        row.getString("emergency_relation"),
        row.getString("language"),
        Optional.ofNullable(row.getString("contact_channel"))
            .flatMap(ContactChannel::of)
            .orElse(null),
        row.getBoolean("marketing_consent"));
  }

  /** The values of a client in the order of the columns of {@link #CLIENT}, from given_name on. */
  static List<@Nullable Object> values(ClientData data) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(data.givenName());
    values.add(data.familyName());
    values.add(data.birthDate());
    values.add(data.gender() == null ? null : data.gender().word());
    values.add(data.email());
    values.add(data.phone());
    values.add(data.street());
    values.add(data.postalCode());
    values.add(data.city());
    values.add(data.country());
    values.add(data.emergencyName());
    values.add(data.emergencyPhone());
    values.add(data.emergencyRelation());
    values.add(data.language());
    values.add(data.contactChannel() == null ? null : data.contactChannel().word());
    values.add(data.marketingConsent());
    return values;
  }

  static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new ClientId(row.getObject("client_id", UUID.class)),
        row.getLong("version"),
        standingData(row));
  }

  static StandingData standingData(ResultSet row) throws SQLException {
    return new StandingData(
        row.getString("member_number"),
        MemberStatus.of(row.getString("status")),
        row.getString("plan_name"),
        row.getObject("valid_until", LocalDate.class),
        row.getObject("joined_on", LocalDate.class));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
