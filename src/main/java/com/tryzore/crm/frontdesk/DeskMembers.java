package com.tryzore.crm.frontdesk;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all that a verdict needs in one statement, within the transaction of {@link FrontDesk}. */
@Component
class DeskMembers {

  /**
   * A member, and whether this account may allow what the rules refuse.
   *
   * @param mayAllow the right {@code checkin.override}
   */
  record Found(DeskMember member, boolean mayAllow) {}

  private final JdbcClient sql;
  private final Bindings bindings;

  DeskMembers(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /**
   * The member as they stand, locked until the transaction ends: check-ins and undos of the same
   * member wait for one another. After waiting, the row read is the newest.
   *
   * @param today the day at the gym
   * @return empty when nobody of that id stands at this gym
   */
  Optional<Found> lock(ClientId client, LocalDate today) {
    Binding binding = bindings.required();
    return sql.sql(
            """
            select co.client_id,
                   co.member_number,
                   co.given_name,
                   co.family_name,
                   co.status,
                   co.plan_name,
                   co.valid_until,
                   co.joined_on,
                   co.photo_version,
                   co.visit_count,
                   co.last_visit_at,
                   c.birth_date,
                   c.gender,
                   home.organization_name as home_name,
                   home.status as home_status,
                   home.valid_until as home_valid_until,
                   home.plan_name as home_plan_name,
                   case when co.status = 'frozen' then (
                     select p.ends_on
                       from memberships m
                       join membership_pauses p
                         on p.organization_id = m.organization_id
                        and p.membership_id = m.id
                      where m.organization_id = co.organization_id
                        and m.client_id = co.client_id
                        and p.starts_on <= :today
                        and p.resumed_on is null
                        and (p.ends_on is null or p.ends_on >= :today)
                      order by p.ends_on desc nulls first
                      limit 1) end as frozen_until,
                   array(
                     select n.body
                       from client_notes n
                      where n.organization_id = co.organization_id
                        and n.client_id = co.client_id
                        and n.kind = 'desk'
                        and n.archived_at is null
                      order by n.created_at, n.id) as desk_notes,
                   (select access.permitted('checkin.override')) as may_allow
              from client_organizations co
              left join clients c
                on c.organization_id = co.organization_id
               and c.id = co.client_id
              left join lateral (
                select s.organization_name, s.status, s.valid_until, s.plan_name
                  from members.standings(co.client_id) s
                 where s.is_home
                   and co.home_organization_id <> co.organization_id) home
                on true
             where co.organization_id = :organization
               and co.client_id = :client
               for no key update of co
            """)
        .param("organization", binding.organization().value())
        .param("client", client.value())
        .param("today", today)
        .query((row, number) -> new Found(member(row), row.getBoolean("may_allow")))
        .optional();
  }

  private static DeskMember member(ResultSet row) throws SQLException {
    String homeName = row.getString("home_name");
    DeskMember.Home home =
        homeName == null ? null : new DeskMember.Home(homeName, right(row, "home_"));
    return new DeskMember(
        new ClientId(row.getObject("client_id", UUID.class)),
        row.getString("member_number"),
        new DeskMember.Person(
            row.getString("given_name"),
            row.getString("family_name"),
            Pronoun.of(row.getString("gender")),
            row.getInt("photo_version"),
            row.getObject("birth_date", LocalDate.class)),
        right(row, ""),
        home,
        row.getString(home == null ? "plan_name" : "home_plan_name"),
        row.getObject("joined_on", LocalDate.class),
        visits(row),
        row.getObject("frozen_until", LocalDate.class),
        texts(row.getArray("desk_notes")));
  }

  private static DeskMember.Right right(ResultSet row, String prefix) throws SQLException {
    return new DeskMember.Right(
        MemberStatus.of(row.getString(prefix + "status")),
        row.getObject(prefix + "valid_until", LocalDate.class));
  }

  private static DeskMember.Visits visits(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime last = row.getObject("last_visit_at", OffsetDateTime.class);
    return new DeskMember.Visits(
        row.getLong("visit_count"), last == null ? null : last.toInstant());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
