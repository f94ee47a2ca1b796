package com.tryzore.crm.memberships;

import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.memberships.terms.Agreement;
import com.tryzore.crm.memberships.terms.BillingPeriod;
import com.tryzore.crm.memberships.terms.DateLine.Cancelled;
import com.tryzore.crm.memberships.terms.Freeze;
import com.tryzore.crm.memberships.terms.Freezes;
import com.tryzore.crm.memberships.terms.Mark;
import com.tryzore.crm.memberships.terms.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads memberships of the bound gym with all that explains them, in two statements. */
@Component
class MembershipRows {

  private static final String SELECT =
      """
      select m.id, m.version, m.client_id, m.plan_organization_id, m.plan_id, m.plan_name, m.status,
             m.starts_on, m.ends_on, m.minimum_until, m.next_billing_on, m.price_minor, m.currency,
             m.billing_period, m.cancelled_for, m.cancelled_at, m.cancel_reason, m.created_at,
             seller.display_name as seller, canceller.display_name as canceller,
             coalesce(m.terms ->> 'kind', 'unlimited') as kind,
             (m.terms ->> 'periods')::int as periods,
             coalesce((m.terms ->> 'days')::int, (m.terms ->> 'valid_days')::int) as days,
             coalesce((m.terms ->> 'minimum_months')::int, 0) as minimum_months,
             coalesce((m.terms ->> 'notice_days')::int, 0) as notice_days,
             (m.terms ->> 'uses_per_period')::int as uses,
             (m.terms ->> 'renews')::uuid as renews,
             (select sum(u.quantity)::int
                from membership_usage u
               where u.organization_id = m.organization_id
                 and u.membership_id = m.id
                 and u.usage_type <> 'guest_pass'
                 and u.expires_on is not distinct from lot.day) as balance,
             exists (select
                       from membership_usage u
                      where u.organization_id = m.organization_id
                        and u.membership_id = m.id
                        and u.usage_type = 'granted'
                        and u.expires_on is not distinct from lot.day) as opened
        from memberships m
        left join users seller on seller.id = m.sold_by
        left join users canceller on canceller.id = m.cancelled_by
        cross join lateral (
          select case
                   when m.terms ->> 'kind' = 'per_period' and m.terms ->> 'use_period' = 'week'
                     then :today + 7 - extract(isodow from cast(:today as date))::int
                   when m.terms ->> 'kind' = 'per_period'
                     then (date_trunc('month', cast(:today as timestamp))
                           + interval '1 month')::date - 1
                 end as day) lot
       where m.organization_id = :organization
         and {which}
       order by m.starts_on desc, m.id desc
      """;

  private final JdbcClient sql;

  MembershipRows(JdbcClient sql) {
    this.sql = sql;
  }

  List<Membership> ofClient(UUID organization, ClientId client, LocalDate today) {
    return read("m.client_id = :id", organization, client.value(), today);
  }

  List<Membership> one(UUID organization, MembershipId membership, LocalDate today) {
    return read("m.id = :id", organization, membership.value(), today);
  }

  private List<Membership> read(String which, UUID organization, UUID id, LocalDate today) {
    Map<UUID, Freezes> freezes = freezes(which, organization, id);
    return sql.sql(SELECT.replace("{which}", which))
        .param("organization", organization)
        .param("id", id)
        .param("today", today)
        .query((row, number) -> membership(row, freezes))
        .list();
  }

  private Map<UUID, Freezes> freezes(String which, UUID organization, UUID id) {
    Map<UUID, Freezes> found = new HashMap<>();
    sql.sql(
            """
            select p.membership_id, p.starts_on, p.ends_on, p.resumed_on, p.reason, p.created_at,
                   maker.display_name as maker
              from membership_pauses p
              join memberships m
                on m.organization_id = p.organization_id
               and m.id = p.membership_id
              left join users maker on maker.id = p.made_by
             where p.organization_id = :organization
               and %s
             order by p.starts_on
            """
                .formatted(which))
        .param("organization", organization)
        .param("id", id)
        .query(
            row -> {
              UUID membership = row.getObject("membership_id", UUID.class);
              Freezes before = found.getOrDefault(membership, Freezes.NONE);
              found.put(membership, before.with(freeze(row)));
            });
    return found;
  }

  private static Freeze freeze(ResultSet row) throws SQLException {
    return new Freeze(
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getObject("resumed_on", LocalDate.class),
        row.getString("reason"),
        mark(row, "maker", "created_at"));
  }

  private static @Nullable Mark mark(ResultSet row, String who, String at) throws SQLException {
    OffsetDateTime moment = row.getObject(at, OffsetDateTime.class);
    String name = row.getString(who);
    return moment == null ? null : new Mark(name == null ? "" : name, moment.toInstant());
  }

  private static Membership membership(ResultSet row, Map<UUID, Freezes> freezes)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID renews = row.getObject("renews", UUID.class);
    PlanKind kind = PlanKind.of(row.getString("kind"));
    return new Membership(
        new MembershipId(id),
        row.getLong("version"),
        new ClientId(row.getObject("client_id", UUID.class)),
        new PlanId(
            new OrganizationId(row.getObject("plan_organization_id", UUID.class)),
            row.getObject("plan_id", UUID.class)),
        row.getString("plan_name"),
        kind,
        MembershipStatus.of(row.getString("status")),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getObject("minimum_until", LocalDate.class),
        row.getObject("next_billing_on", LocalDate.class),
        row.getLong("price_minor"),
        Currency.getInstance(row.getString("currency")),
        left(row, kind),
        renews == null ? null : new MembershipId(renews),
        agreement(row, freezes.getOrDefault(id, Freezes.NONE)));
  }

  /** A week or month that nobody has used yet has all its uses. */
  private static @Nullable Integer left(ResultSet row, PlanKind kind) throws SQLException {
    if (!kind.counts()) {
      return null;
    }
    boolean full = kind == PlanKind.PER_PERIOD && !row.getBoolean("opened");
    return row.getInt("balance") + (full ? row.getInt("uses") : 0);
  }

  private static Agreement agreement(ResultSet row, Freezes freezes) throws SQLException {
    BillingPeriod billing = BillingPeriod.of(row.getString("billing_period"));
    Integer periods = row.getObject("periods", Integer.class);
    Integer days = row.getObject("days", Integer.class);
    LocalDate start = row.getObject("starts_on", LocalDate.class);
    LocalDate cancelledFor = row.getObject("cancelled_for", LocalDate.class);
    return new Agreement(
        start,
        mark(row, "seller", "created_at"),
        periods != null
            ? new Term.Periods(periods, billing)
            : days != null ? new Term.Days(days) : new Term.OpenEnded(),
        billing,
        row.getInt("minimum_months"),
        row.getInt("notice_days"),
        freezes,
        cancelledFor == null
            ? null
            : new Cancelled(
                cancelledFor.isBefore(start) ? start : cancelledFor,
                row.getString("cancel_reason"),
                mark(row, "canceller", "cancelled_at")));
  }
}
