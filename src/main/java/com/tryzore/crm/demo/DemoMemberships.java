package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a demo gym's members hold, sold by its desk: one membership each, as their standing says.
 */
@Component
@Transactional
class DemoMemberships {

  private final JdbcClient sql;

  DemoMemberships(JdbcClient sql) {
    this.sql = sql;
  }

  /** Sells everybody the plan of their standing; packs are used by their holders' visits. */
  void sell(Binding desk) {
    sql.sql(
            """
            insert into memberships (organization_id, client_id, plan_organization_id, plan_id,
                                     plan_name, status, starts_on, price_minor, currency,
                                     billing_period, sold_by, terms)
            select co.organization_id, co.client_id, p.organization_id, p.id, p.name, 'pending',
                   co.joined_on, p.price_minor, p.currency, p.billing_period, :user,
                   case
                     when co.valid_until is null then '{}'::jsonb
                     else jsonb_build_object('days', co.valid_until - co.joined_on + 1)
                   end
              from client_organizations co
              join membership_plans p
                on p.organization_id = co.organization_id
               and p.name = co.plan_name
             where co.organization_id = :organization
               and co.status in ('active', 'frozen', 'cancelled')
            """)
        .param("organization", desk.organization().value())
        .param("user", desk.user().value())
        .update();
    useVisits(desk);
  }

  /** What has happened to some since, entered by who may enter the past. */
  void since(Binding admin, List<ClientId> clients, List<ClientId> frozen, List<ClientId> gone) {
    LocalDate today = LocalDate.now(admin.zone());
    ClientId open = clients.get(DemoStory.FROZEN_WITHOUT_END);
    for (ClientId client : gone) {
      sql.sql(
              """
              update memberships
                 set cancelled_for = coalesce(ends_on, greatest(starts_on, cast(? as date))),
                     cancel_reason = 'Moves to another town'
               where organization_id = ?
                 and client_id = ?
              """)
          .params(today.minusDays(1), admin.organization().value(), client.value())
          .update();
    }
    for (ClientId client : frozen) {
      boolean known = !client.equals(open);
      sql.sql(
              """
              insert into membership_pauses (organization_id, membership_id, starts_on, ends_on,
                                             reason, made_by)
              select m.organization_id, m.id, greatest(m.starts_on, :from), cast(:until as date),
                     :reason, :user
                from memberships m
               where m.organization_id = :organization
                 and m.client_id = :client
                 and coalesce(m.ends_on, 'infinity') >= :from
              """)
          .param("organization", admin.organization().value())
          .param("client", client.value())
          .param("user", admin.user().value())
          .param("from", today.minusDays(12))
          .param("until", known ? today.plusDays(18) : null)
          .param("reason", known ? "Abroad for work" : "Injury")
          .update();
    }
  }

  /** Those whose standing says so, before memberships say it. */
  List<ClientId> standing(Binding desk, String status) {
    return sql.sql(
            """
            select client_id
              from client_organizations
             where organization_id = ?
               and status = ?
             order by client_id
            """)
        .params(desk.organization().value(), status)
        .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
        .list();
  }

  /** One line for each visit of a pack's holder, while there is something left in it. */
  private void useVisits(Binding desk) {
    sql.sql(
            """
            insert into membership_usage (organization_id, membership_id, visit_id, usage_type,
                                          quantity, made_by)
            select :organization, u.membership_id, u.visit_id, 'visit', -1, :user
              from (select m.id as membership_id, v.id as visit_id, p.uses_per_period,
                           row_number() over (partition by m.id order by v.checked_in_at) as n
                      from memberships m
                      join membership_plans p
                        on p.organization_id = m.plan_organization_id
                       and p.id = m.plan_id
                       and p.kind = 'pack'
                      join visits v
                        on v.organization_id = m.organization_id
                       and v.client_id = m.client_id
                     where m.organization_id = :organization) u
             where u.n <= u.uses_per_period
             order by u.membership_id, u.n
            """)
        .param("organization", desk.organization().value())
        .param("user", desk.user().value())
        .update();
  }
}
