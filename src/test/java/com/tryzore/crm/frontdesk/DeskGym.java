package com.tryzore.crm.frontdesk;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gym with members to check in, written by the superuser. */
public record DeskGym(TestGym gym) {

  /** A gym of its own in Berlin. */
  public static DeskGym open(String name) {
    return new DeskGym(TestGym.open(TestDatabase.shared(), name));
  }

  /** An active member whose right is open-ended and who has been here before, so: welcome. */
  public ClientId regular(String givenName, String familyName) {
    ClientId client = member(givenName, familyName, "active", null);
    set(
        client,
        "last_visit_before_at",
        Instant.now().minusSeconds(5 * 86_400).atOffset(ZoneOffset.UTC));
    return client;
  }

  /** A member without any visit. */
  public ClientId member(
      String givenName, String familyName, String status, @Nullable LocalDate validUntil) {
    UUID client =
        Objects.requireNonNull(
            gym.value(
                UUID.class,
                "insert into clients (organization_id, given_name, family_name) values (?, ?, ?)"
                    + " returning id",
                gym.id().value(),
                givenName,
                familyName));
    gym.execute(
        "insert into client_organizations (organization_id, client_id, home_organization_id, status,"
            + " valid_until) values (?, ?, ?, ?, ?::date)",
        gym.id().value(),
        client,
        gym.id().value(),
        status,
        validUntil == null ? null : validUntil.toString());
    return new ClientId(client);
  }

  /** Changes one column of a standing here. */
  public void set(ClientId client, String column, @Nullable Object value) {
    gym.execute(
        "update client_organizations set %s = ? where organization_id = ? and client_id = ?"
            .formatted(column),
        value,
        gym.id().value(),
        client.value());
  }

  /** Changes one column of a client's record. */
  public void record(ClientId client, String column, @Nullable Object value) {
    gym.execute(
        "update clients set %s = ? where organization_id = ? and id = ?".formatted(column),
        value,
        gym.id().value(),
        client.value());
  }

  /** A note in somebody's name. */
  public void note(ClientId client, String kind, String body, TestGym.Person by) {
    gym.execute(
        "insert into client_notes (organization_id, client_id, kind, body, written_by)"
            + " values (?, ?, ?, ?, ?)",
        gym.id().value(),
        client.value(),
        kind,
        body,
        by.id().value());
  }

  /** A visit of another time, undone or not. */
  public UUID visit(ClientId client, TestGym.Person by, Instant at) {
    return Objects.requireNonNull(
        gym.value(
            UUID.class,
            "insert into visits (organization_id, client_id, checked_in_at, checked_in_by, source,"
                + " verdict) values (?, ?, ?, ?, 'search', 'welcome') returning id",
            gym.id().value(),
            client.value(),
            at.atOffset(ZoneOffset.UTC),
            by.id().value()));
  }

  /** How many visits of a member stand. */
  public long standing(ClientId client) {
    return Objects.requireNonNull(
        gym.value(
            Long.class,
            "select count(*) from visits where organization_id = ? and client_id = ?"
                + " and undone_at is null",
            gym.id().value(),
            client.value()));
  }

  /** Members whose statistics differ from a recount of their visits. */
  public long miscounted() {
    return Objects.requireNonNull(
        gym.value(
            Long.class,
            """
            select count(*)
              from client_organizations co
              left join lateral (
                select count(*) as visits, min(checked_in_at) as first_at, max(checked_in_at) as last_at
                  from visits v
                 where v.organization_id = co.organization_id
                   and v.client_id = co.client_id
                   and v.undone_at is null) recount on true
             where co.organization_id = ?
               and (co.visit_count, co.first_visit_at, co.last_visit_at) is distinct from
                   (recount.visits, recount.first_at, greatest(recount.last_at, co.last_visit_before_at))
            """,
            gym.id().value()));
  }

  /** The number of a member here. */
  public String number(ClientId client) {
    return Objects.requireNonNull(
        gym.value(
            String.class,
            "select member_number from client_organizations where organization_id = ? and client_id = ?",
            gym.id().value(),
            client.value()));
  }

  /** Sets the gym's settings. */
  public void settings(String json) {
    gym.execute(
        "update organizations set settings = ?::jsonb where id = ?", json, gym.id().value());
  }
}
