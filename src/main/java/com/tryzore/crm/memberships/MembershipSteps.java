package com.tryzore.crm.memberships;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.memberships.MembershipChange.Done;
import com.tryzore.crm.memberships.terms.AmountLine;
import com.tryzore.crm.memberships.terms.AmountStory;
import com.tryzore.crm.memberships.terms.DateStory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What {@link Memberships} does, each in one transaction that holds the client's standing. */
@Service
@Transactional
class MembershipSteps {
  private final MembershipRows rows;
  private final MembershipWriter writer;
  private final PlanSteps plans;
  private final Bindings bindings;

  MembershipSteps(
      MembershipRows rows, MembershipWriter writer, PlanSteps plans, Bindings bindings) {
    this.rows = rows;
    this.writer = writer;
    this.plans = plans;
    this.bindings = bindings;
  }

  /** A step for a membership that is there, run with its client's standing held. */
  private interface Step {
    MembershipChange take(Membership membership, LocalDate today);
  }

  List<Membership> of(ClientId client) {
    Binding here = bindings.required();
    return rows.ofClient(here.organization().value(), client, today());
  }

  Optional<Membership> find(MembershipId id) {
    return rows.one(bindings.required().organization().value(), id, today()).stream().findFirst();
  }

  private LocalDate today() {
    return LocalDate.now(bindings.required().zone());
  }

  private MembershipChange change(MembershipId id, Step step) {
    Optional<Membership> before = find(id);
    if (before.isEmpty() || !writer.hold(before.get().client())) {
      return new MembershipChange.Unknown();
    }
    // Read again: whoever held it may have changed it.
    return step.take(find(id).orElseThrow(), today());
  }

  private Done done(MembershipId id, AmountStory due) {
    Membership now = find(id).orElseThrow();
    writer.tell(now.client());
    return new Done(now, due);
  }

  MembershipChange sell(Sale sale) {
    Optional<Plan> plan = plans.find(sale.plan());
    if (plan.isEmpty() || !writer.hold(sale.client())) {
      return new MembershipChange.Unknown();
    }
    if (plan.get().archivedAt() != null) {
      return new MembershipChange.PlanArchived();
    }
    return begin(sale, plan.get(), null, Optional.empty());
  }

  private MembershipChange begin(
      Sale sale, Plan plan, @Nullable MembershipId renews, Optional<AmountLine.Credit> credit) {
    Membership sold = find(writer.sell(sale, plan, renews)).orElseThrow();
    boolean again = renews != null || credit.isPresent();
    AmountStory beginning =
        AmountStory.first(
            sold.agreement(), sold.priceMinor(), again ? 0 : plan.data().joiningFeeMinor(), null);
    return done(sold.id(), AmountStory.change(credit, beginning));
  }

  MembershipChange renew(MembershipId id) {
    return change(
        id,
        (held, today) -> {
          LocalDate end = held.end();
          if (end == null) {
            return new MembershipChange.GoesOn();
          }
          Optional<Membership> later =
              of(held.client()).stream().filter(m -> id.equals(m.renews())).findFirst();
          if (later.isPresent()) {
            return new MembershipChange.RenewedAlready(later.get().id());
          }
          Optional<Plan> plan = plans.find(held.plan());
          if (plan.isEmpty() || plan.get().archivedAt() != null) {
            return new MembershipChange.PlanArchived();
          }
          LocalDate next = end.plusDays(1);
          LocalDate start = next.isBefore(today) ? today : next;
          Sale sale = new Sale(held.client(), held.plan(), start, writer.periods(id), null, null);
          return begin(sale, plan.get(), id, Optional.empty());
        });
  }

  MembershipChange changePlan(MembershipId id, PlanId to, boolean now, String reason) {
    return change(
        id,
        (held, today) -> {
          Optional<Plan> plan = plans.find(to);
          if (plan.isEmpty()) {
            return new MembershipChange.Unknown();
          }
          if (plan.get().archivedAt() != null) {
            return new MembershipChange.PlanArchived();
          }
          if (held.status().over()) {
            return new MembershipChange.Over(held.agreement().start());
          }
          boolean begun = !held.start().isAfter(today);
          LocalDate last =
              now
                  ? today.minusDays(1)
                  : held.agreement()
                      .periodAt(begun ? today : held.start())
                      .map(period -> period.last())
                      .orElse(held.end() == null ? today.minusDays(1) : held.end());
          Optional<AmountLine.Credit> credit =
              now && begun
                  ? AmountStory.unused(held.agreement(), held.priceMinor(), today)
                  : Optional.empty();
          writer.replace(id, last, reason);
          return begin(Sale.of(held.client(), to, last.plusDays(1)), plan.get(), null, credit);
        });
  }

  MembershipChange freeze(
      MembershipId id,
      LocalDate from,
      @Nullable LocalDate through,
      @Nullable String reason,
      long feeMinor) {
    return change(
        id,
        (held, today) -> {
          if (held.status().over()) {
            return new MembershipChange.Over(held.end() == null ? today : held.end());
          }
          LocalDate end = held.end();
          if (from.isBefore(held.start()) || (end != null && from.isAfter(end))) {
            return new MembershipChange.Outside();
          }
          if (held.agreement().freezes().overlap(from, through)) {
            return new MembershipChange.FrozenAlready();
          }
          writer.freeze(id, from, through, reason, feeMinor);
          return done(
              id,
              new AmountStory(
                  feeMinor == 0 ? List.of() : List.of(new AmountLine.FreezeFee(feeMinor))));
        });
  }

  MembershipChange resume(MembershipId id, LocalDate on) {
    return change(
        id,
        (held, today) ->
            writer.resume(id, on)
                ? done(id, new AmountStory(List.of()))
                : new MembershipChange.NotFrozen());
  }

  MembershipChange cancel(MembershipId id, CancelWhen when, String reason) {
    return change(
        id,
        (held, today) -> {
          if (held.agreement().cancelled() != null) {
            return new MembershipChange.CancelledAlready(held.agreement().cancelled().on());
          }
          if (held.status().over()) {
            return new MembershipChange.Over(held.end() == null ? today : held.end());
          }
          writer.cancel(id, earliest(held, when, today).result(), reason);
          return done(id, new AmountStory(List.of()));
        });
  }

  static DateStory earliest(Membership held, CancelWhen when, LocalDate today) {
    return switch (when) {
      case PERIOD_END -> held.agreement().atPeriodEnd(today);
      case MINIMUM_TERM -> held.agreement().atMinimumTerm(today);
      case NOW -> held.agreement().now(today);
    };
  }

  MembershipChange takeBack(MembershipId id) {
    return change(
        id,
        (held, today) -> {
          if (held.agreement().cancelled() == null) {
            return new MembershipChange.NotCancelled();
          }
          writer.cancel(id, null, null);
          return done(id, new AmountStory(List.of()));
        });
  }
}
