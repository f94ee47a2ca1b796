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

  /** Sells everybody the plan of their standing, freezes and ends some, and fills the packs. */
  void sell(Binding desk, List<ClientId> clients) {
    UUID organization = desk.organization().value();
    LocalDate today = LocalDate.now(desk.zone());
    sellByStanding(desk, today);
    sql.sql(
            """
            update memberships
               set cancelled_at = clock_timestamp(),
                   cancelled_for = ends_on,
                   cancel_reason = 'Moves to another town'
             where organization_id = ?
               and status = 'cancelled'
            """)
        .param(organization)
        .update();
    freeze(desk, clients, today);
    grantPacks(desk);
    useVisits(desk);
  }

  /** Sold as the plan is today; a standing that ended by itself leaves an expired membership. */
  private void sellByStanding(Binding desk, LocalDate today) {
    sql.sql(
            """
            insert into memberships (organization_id, client_id, plan_organization_id, plan_id,
                                     plan_name, status, starts_on, ends_on, price_minor, currency,
                                     billing_period, sold_by, terms)
            select co.organization_id, co.client_id, p.organization_id, p.id, p.name,
                   case when co.status = 'active' and co.valid_until < :today then 'expired'
                     else co.status
                   end,
                   co.joined_on, co.valid_until, p.price_minor, p.currency, p.billing_period, :user,
                   jsonb_strip_nulls(jsonb_build_object(
                     'kind', p.kind,
                     'uses_per_period', p.uses_per_period,
                     'use_period', p.use_period))
              from client_organizations co
              join membership_plans p
                on p.organization_id = co.organization_id
               and p.name = co.plan_name
             where co.organization_id = :organization
               and co.status in ('active', 'frozen', 'cancelled')
            """)
        .param("organization", desk.organization().value())
        .param("user", desk.user().value())
        .param("today", today)
        .update();
  }

  /** Each frozen one has a pause that runs; one of them nobody knows the end of. */
  private void freeze(Binding desk, List<ClientId> clients, LocalDate today) {
    sql.sql(
            """
            insert into membership_pauses (organization_id, membership_id, starts_on, ends_on,
                                           reason, made_by)
            select m.organization_id, m.id, :from,
                   case when m.client_id <> :open then cast(:until as date) end,
                   case when m.client_id = :open then 'Injury' else 'Abroad for work' end, :user
              from memberships m
             where m.organization_id = :organization
               and m.status = 'frozen'
            """)
        .param("organization", desk.organization().value())
        .param("user", desk.user().value())
        .param("from", today.minusDays(12))
        .param("until", today.plusDays(18))
        .param("open", clients.get(DemoStory.FROZEN_WITHOUT_END).value())
        .update();
  }

  private void grantPacks(Binding desk) {
    sql.sql(
            """
            insert into membership_usage (organization_id, membership_id, usage_type, quantity,
                                          made_by)
            select m.organization_id, m.id, 'granted', p.uses_per_period, :user
              from memberships m
              join membership_plans p
                on p.organization_id = m.plan_organization_id
               and p.id = m.plan_id
               and p.kind = 'pack'
             where m.organization_id = :organization
            """)
        .param("organization", desk.organization().value())
        .param("user", desk.user().value())
        .update();
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
