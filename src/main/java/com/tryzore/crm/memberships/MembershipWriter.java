package com.tryzore.crm.memberships;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberChanged;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of memberships and freezes, within the transaction of {@link MembershipSteps}. */
@Component
class MembershipWriter {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  MembershipWriter(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  private UUID here() {
    return bindings.required().organization().value();
  }

  /** Waits for others at work on this client; false when there is no such client here. */
  boolean hold(ClientId client) {
    return sql.sql(
            """
            select client_id
              from client_organizations
             where organization_id = ?
               and client_id = ?
               for no key update
            """)
        .params(here(), client.value())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  void tell(ClientId client) {
    Binding binding = bindings.required();
    events.publishEvent(new MembershipsChanged(binding.organization(), client));
    events.publishEvent(new MemberChanged(binding.organization(), client));
  }

  MembershipId sell(Sale sale, Plan plan, @Nullable MembershipId renews) {
    Binding binding = bindings.required();
    because(sale.priceReason());
    return new MembershipId(
        sql.sql(
                """
                insert into memberships (organization_id, client_id, plan_organization_id, plan_id,
                                         plan_name, status, starts_on, price_minor, currency,
                                         billing_period, sold_by, terms)
                values (:organization, :client, :owner, :plan, :name, 'pending', :start, :price,
                        :currency, :billing, :user,
                        jsonb_strip_nulls(jsonb_build_object(
                          'periods', cast(:periods as int),
                          'renews', cast(:renews as text),
                          'price_reason', cast(:reason as text))))
                returning id
                """)
            .param("organization", here())
            .param("client", sale.client().value())
            .param("owner", plan.id().organization().value())
            .param("plan", plan.id().value())
            .param("name", plan.data().name())
            .param("start", sale.start())
            .param(
                "price", sale.priceMinor() == null ? plan.data().priceMinor() : sale.priceMinor())
            .param("currency", plan.currency().getCurrencyCode())
            .param("billing", plan.data().billing().key())
            .param("user", binding.user().value())
            .param("periods", sale.periods())
            .param("renews", renews == null ? null : renews.value().toString())
            .param("reason", sale.priceReason())
            .query(UUID.class)
            .single());
  }

  /** How many billing periods were sold; null when it was for days or without end. */
  @Nullable Integer periods(MembershipId id) {
    return sql.sql(
            """
            select (terms ->> 'periods')::int as periods
              from memberships
             where organization_id = ?
               and id = ?
            """)
        .params(here(), id.value())
        .query((row, number) -> java.util.Optional.ofNullable(row.getObject(1, Integer.class)))
        .single()
        .orElse(null);
  }

  /** Ends it the day before another plan begins: no minimum term is broken by staying. */
  void replace(MembershipId id, LocalDate last, String reason) {
    cancel(id, last, reason);
  }

  void cancel(MembershipId id, @Nullable LocalDate last, @Nullable String reason) {
    because(reason);
    sql.sql(
            """
            update memberships
               set cancelled_for = ?,
                   cancel_reason = ?
             where organization_id = ?
               and id = ?
            """)
        .param(last)
        .param(reason)
        .params(here(), id.value())
        .update();
  }

  void freeze(
      MembershipId id,
      LocalDate from,
      @Nullable LocalDate through,
      @Nullable String reason,
      long feeMinor) {
    sql.sql(
            """
            insert into membership_pauses (organization_id, membership_id, starts_on, ends_on, reason,
                                           fee_minor, made_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(here(), id.value(), from)
        .param(through)
        .param(reason)
        .param(feeMinor)
        .param(bindings.required().user().value())
        .update();
  }

  /** Ends the freeze that covers that day, or one that is planned later; false when none does. */
  boolean resume(MembershipId id, LocalDate on) {
    return sql.sql(
                """
                update membership_pauses
                   set resumed_on = greatest(starts_on, cast(:on as date))
                 where organization_id = :organization
                   and id = (select p.id
                               from membership_pauses p
                              where p.organization_id = :organization
                                and p.membership_id = :membership
                                and coalesce(p.resumed_on, p.ends_on + 1, 'infinity') > :on
                              order by p.starts_on
                              limit 1)
                """)
            .param("organization", here())
            .param("membership", id.value())
            .param("on", on)
            .update()
        == 1;
  }

  private void because(@Nullable String reason) {
    if (reason != null) {
      sql.sql("select set_config('zore.reason', ?, true)")
          .param(reason)
          .query(String.class)
          .single();
    }
  }
}
