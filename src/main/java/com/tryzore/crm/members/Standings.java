package com.tryzore.crm.members;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.OrganizationId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes of {@code client_organizations}, within the transaction of {@link Members}. */
@Component
class Standings {
  private final JdbcClient sql;
  private final Bindings bindings;

  Standings(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /** Gives a client of this gym a standing here. */
  void give(ClientId id, StandingData data) {
    try {
      sql.sql(
              """
              insert into client_organizations (organization_id, client_id, home_organization_id,
                                                member_number, status, plan_name, valid_until,
                                                joined_on)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(here(), id.value(), here())
          .param(data.memberNumber())
          .param(data.status().word())
          .param(data.planName())
          .param(data.validUntil())
          .param(data.joinedOn())
          .update();
    } catch (DuplicateKeyException taken) {
      throw new MemberNumberTakenException(data.memberNumber(), taken);
    }
  }

  Standing save(Standing standing) {
    StandingData data = standing.data();
    return sql.sql(
            """
            update client_organizations
               set member_number = coalesce(?, member_number),
                   status = ?,
                   plan_name = ?,
                   valid_until = ?,
                   joined_on = ?
             where organization_id = ?
               and client_id = ?
               and version = ?
            returning client_id, version, member_number, status, plan_name, valid_until, joined_on
            """)
        .param(data.memberNumber())
        .param(data.status().word())
        .param(data.planName())
        .param(data.validUntil())
        .param(data.joinedOn())
        .param(here())
        .param(standing.client().value())
        .param(standing.version())
        .query((row, number) -> ClientRows.standing(row))
        .optional()
        .orElseThrow(
            () ->
                find(standing.client())
                    .<RuntimeException>map(StandingChangedException::new)
                    .orElseGet(() -> new NoSuchMemberException(standing.client())));
  }

  Optional<Standing> find(ClientId id) {
    return sql.sql(
            """
            select client_id, version, member_number, status, plan_name, valid_until, joined_on
              from client_organizations
             where organization_id = ?
               and client_id = ?
            """)
        .params(here(), id.value())
        .query((row, number) -> ClientRows.standing(row))
        .optional();
  }

  List<GymStanding> inChain(ClientId id) {
    return sql.sql(
            """
            select organization_id, organization_name, slug, time_zone, is_home, member_number,
                   status, plan_name, valid_until, joined_on, visit_count, last_visit_at
              from members.standings(?)
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new GymStanding(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    row.getString("organization_name"),
                    row.getString("slug"),
                    ZoneId.of(row.getString("time_zone")),
                    row.getBoolean("is_home"),
                    ClientRows.standingData(row),
                    row.getLong("visit_count"),
                    ClientRows.instant(row, "last_visit_at")))
        .list();
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
