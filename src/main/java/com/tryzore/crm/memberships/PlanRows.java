package com.tryzore.crm.memberships;

import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.memberships.terms.BillingPeriod;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Rows of plans as records. */
final class PlanRows {

  static final String SELECT =
      """
      select p.organization_id, p.id, p.version, p.name, p.kind, p.description, p.price_minor,
             p.currency, p.billing_period, p.joining_fee_minor, p.minimum_term_months,
             p.notice_days, p.uses_per_period, p.use_period, p.valid_days, p.everywhere,
             p.archived_at, p.organization_id <> access.organization_id() as of_the_chain,
             (p.features ->> 'guest_passes')::int as guest_passes,
             (p.features ->> 'freeze_days')::int as freeze_days,
             (p.features ->> 'booking_days')::int as booking_days,
             array(select l.location_organization_id
                     from membership_plan_locations l
                    where l.organization_id = p.organization_id
                      and l.plan_id = p.id
                    order by 1) as gyms
        from membership_plans p
      """;

  private PlanRows() {}

  static Plan plan(ResultSet row, int number) throws SQLException {
    OffsetDateTime archived = row.getObject("archived_at", OffsetDateTime.class);
    return new Plan(
        new PlanId(
            new OrganizationId(row.getObject("organization_id", UUID.class)),
            row.getObject("id", UUID.class)),
        row.getLong("version"),
        new PlanData(
            row.getString("name"),
            PlanKind.of(row.getString("kind")),
            row.getString("description"),
            row.getLong("price_minor"),
            BillingPeriod.of(row.getString("billing_period")),
            row.getLong("joining_fee_minor"),
            row.getInt("minimum_term_months"),
            row.getInt("notice_days"),
            row.getObject("uses_per_period", Integer.class),
            "week".equals(row.getString("use_period")),
            row.getObject("valid_days", Integer.class),
            new PlanFeatures(
                row.getInt("guest_passes"),
                row.getObject("freeze_days", Integer.class),
                row.getObject("booking_days", Integer.class)),
            row.getBoolean("everywhere"),
            gyms(row.getArray("gyms"))),
        Currency.getInstance(row.getString("currency")),
        archived == null ? null : archived.toInstant(),
        row.getBoolean("of_the_chain"));
  }

  private static List<OrganizationId> gyms(Array ids) throws SQLException {
    return Arrays.stream((UUID[]) ids.getArray()).map(OrganizationId::new).toList();
  }
}
