package com.tryzore.crm.memberships;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.members.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What {@link Plans} does, each in one transaction. */
@Service
@Transactional
class PlanSteps {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  PlanSteps(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  List<Plan> list() {
    return sql.sql(PlanRows.SELECT + " order by p.archived_at is not null, p.name, p.id")
        .query(PlanRows::plan)
        .list();
  }

  Optional<Plan> find(PlanId id) {
    return sql.sql(PlanRows.SELECT + " where p.organization_id = ? and p.id = ?")
        .params(id.organization().value(), id.value())
        .query(PlanRows::plan)
        .optional();
  }

  PlanSaving create(PlanData data) {
    Binding here = bindings.required();
    UUID id =
        written(
                sql.sql(
                    """
                    insert into membership_plans (organization_id, name, kind, description, price_minor,
                                                  currency, billing_period, joining_fee_minor,
                                                  minimum_term_months, notice_days, uses_per_period,
                                                  use_period, valid_days, features, everywhere)
                    values (:organization, :name, :kind, :description, :price, :currency, :billing,
                            :fee, :minimum, :notice, :uses, :per, :days,
                            jsonb_strip_nulls(jsonb_build_object(
                              'guest_passes', nullif(cast(:guests as int), 0),
                              'freeze_days', cast(:freeze as int),
                              'booking_days', cast(:ahead as int))), :everywhere)
                    returning id
                    """),
                here,
                data)
            .query(UUID.class)
            .single();
    PlanId plan = new PlanId(here.organization(), id);
    placeIn(plan, data.gyms());
    return saved(plan);
  }

  PlanSaving edit(PlanId plan, long version, PlanData data) {
    Binding here = bindings.required();
    int changed =
        written(
                sql.sql(
                    """
                    update membership_plans
                       set name = :name,
                           kind = :kind,
                           description = :description,
                           price_minor = :price,
                           currency = :currency,
                           billing_period = :billing,
                           joining_fee_minor = :fee,
                           minimum_term_months = :minimum,
                           notice_days = :notice,
                           uses_per_period = :uses,
                           use_period = :per,
                           valid_days = :days,
                           features = jsonb_strip_nulls(jsonb_build_object(
                             'guest_passes', nullif(cast(:guests as int), 0),
                             'freeze_days', cast(:freeze as int),
                             'booking_days', cast(:ahead as int))),
                           everywhere = :everywhere
                     where organization_id = :organization
                       and id = :plan
                       and version = :version
                    """),
                here,
                data)
            .param("plan", plan.value())
            .param("version", version)
            .update();
    if (changed == 0 || !plan.organization().equals(here.organization())) {
      return notWritten(plan);
    }
    sql.sql("delete from membership_plan_locations where organization_id = ? and plan_id = ?")
        .params(plan.organization().value(), plan.value())
        .update();
    placeIn(plan, data.gyms());
    return saved(plan);
  }

  PlanSaving archive(PlanId plan, long version, boolean away) {
    int changed =
        sql.sql(
                """
                update membership_plans
                   set archived_at = case when ? then clock_timestamp() end
                 where organization_id = ?
                   and id = ?
                   and version = ?
                """)
            .params(away, plan.organization().value(), plan.value(), version)
            .update();
    return changed == 0 ? notWritten(plan) : saved(plan);
  }

  private static JdbcClient.StatementSpec written(
      JdbcClient.StatementSpec statement, Binding here, PlanData data) {
    return statement
        .param("organization", here.organization().value())
        .param("name", data.name().strip())
        .param("kind", data.kind().key())
        .param("description", data.description())
        .param("price", data.priceMinor())
        .param("currency", here.currency().getCurrencyCode())
        .param("billing", data.billing().key())
        .param("fee", data.joiningFeeMinor())
        .param("minimum", data.minimumMonths())
        .param("notice", data.noticeDays())
        .param("uses", data.uses())
        .param("per", data.kind() != PlanKind.PER_PERIOD ? null : data.perWeek() ? "week" : "month")
        .param("days", data.validDays())
        .param("guests", data.features().guestPasses())
        .param("freeze", data.features().freezeDays())
        .param("ahead", data.features().bookingDays())
        .param("everywhere", data.everywhere());
  }

  private void placeIn(PlanId plan, List<OrganizationId> gyms) {
    for (OrganizationId gym : gyms) {
      sql.sql(
              """
              insert into membership_plan_locations (organization_id, plan_id,
                                                     location_organization_id)
              values (?, ?, ?)
              """)
          .params(plan.organization().value(), plan.value(), gym.value())
          .update();
    }
  }

  private PlanSaving saved(PlanId plan) {
    events.publishEvent(new PlansChanged(plan.organization()));
    return new PlanSaving.Saved(find(plan).orElseThrow());
  }

  private PlanSaving notWritten(PlanId plan) {
    return find(plan)
        .filter(now -> !now.ofTheChain())
        .<PlanSaving>map(PlanSaving.ChangedMeanwhile::new)
        .orElseGet(PlanSaving.Unknown::new);
  }

  List<PlanUse> used() {
    Binding here = bindings.required();
    return sql.sql(
            """
            select p.organization_id, p.id,
                   count(m.id) filter (where m.status in ('pending', 'active', 'frozen')) as holders,
                   count(m.id) filter (where m.status in ('pending', 'active', 'frozen')
                                         and m.price_minor <> p.price_minor) as differently,
                   coalesce(round(sum(m.price_minor * case m.billing_period
                       when 'day' then 365
                       when 'week' then 52
                       when 'month' then 12
                       when 'quarter' then 4
                       when 'year' then 1
                     end) filter (where m.status = 'active') / 12.0), 0)
                   + coalesce(sum(m.price_minor) filter (
                       where m.billing_period = 'once'
                         and m.status <> 'cancelled'
                         and m.starts_on >= date_trunc('month', cast(:today as date))
                         and m.starts_on < date_trunc('month', cast(:today as date))
                                           + interval '1 month'), 0) as monthly
              from membership_plans p
              left join memberships m
                on m.plan_organization_id = p.organization_id
               and m.plan_id = p.id
               and m.organization_id = :organization
             group by p.organization_id, p.id
            """)
        .param("organization", here.organization().value())
        .param("today", LocalDate.now(here.zone()))
        .query(
            (row, number) ->
                new PlanUse(
                    new PlanId(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getObject("id", UUID.class)),
                    row.getInt("holders"),
                    row.getInt("differently"),
                    row.getBigDecimal("monthly").longValueExact()))
        .list();
  }

  List<PlanHolder> holders(PlanId plan, int limit) {
    return sql.sql(
            """
            select m.id, m.client_id, m.status, m.starts_on, m.ends_on, m.price_minor,
                   concat_ws(' ', nullif(co.given_name, ''), co.family_name) as name
              from memberships m
              join client_organizations co
                on co.organization_id = m.organization_id
               and co.client_id = m.client_id
             where m.organization_id = :organization
               and m.plan_organization_id = :owner
               and m.plan_id = :plan
               and m.status in ('pending', 'active', 'frozen')
             order by co.sort_name, m.starts_on, m.id
             limit :limit
            """)
        .param("organization", bindings.required().organization().value())
        .param("owner", plan.organization().value())
        .param("plan", plan.value())
        .param("limit", limit)
        .query(
            (row, number) ->
                new PlanHolder(
                    new ClientId(row.getObject("client_id", UUID.class)),
                    row.getString("name"),
                    new MembershipId(row.getObject("id", UUID.class)),
                    MembershipStatus.of(row.getString("status")),
                    row.getObject("starts_on", LocalDate.class),
                    row.getObject("ends_on", LocalDate.class),
                    row.getLong("price_minor")))
        .list();
  }
}
