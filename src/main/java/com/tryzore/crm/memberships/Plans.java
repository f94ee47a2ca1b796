package com.tryzore.crm.memberships;

import com.tryzore.crm.access.NotAllowedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The catalogue of the bound gym: its own plans and its chain's. Everybody reads it; changing needs
 * {@code plans.edit}, otherwise the database refuses with {@link NotAllowedException}. A change
 * applies to new sales: whoever holds a plan keeps what they bought.
 */
@Service
public class Plans {
  private final PlanSteps steps;

  Plans(PlanSteps steps) {
    this.steps = steps;
  }

  /** All, by name; archived ones last. */
  public List<Plan> list() {
    return steps.list();
  }

  /** One; empty when there is none such at this gym or its chain. */
  public Optional<Plan> find(PlanId plan) {
    return steps.find(plan);
  }

  /** Adds one. */
  public PlanSaving create(PlanData data) {
    return taken(() -> steps.create(data));
  }

  /** Changes what is sold from now on. */
  public PlanSaving edit(PlanId plan, long version, PlanData data) {
    return taken(() -> steps.edit(plan, version, data));
  }

  /** Sells it no longer; whoever holds it keeps it. */
  public PlanSaving archive(PlanId plan, long version) {
    return steps.archive(plan, version, true);
  }

  /** Sells it again. */
  public PlanSaving restore(PlanId plan, long version) {
    return steps.archive(plan, version, false);
  }

  /** For each plan who holds it here and what it brings. */
  public List<PlanUse> used() {
    return steps.used();
  }

  /** Who holds a plan at this gym, by name. */
  public List<PlanHolder> holders(PlanId plan, int limit) {
    return steps.holders(plan, limit);
  }

  private static PlanSaving taken(Supplier<PlanSaving> saving) {
    try {
      return saving.get();
    } catch (DuplicateKeyException taken) {
      return new PlanSaving.NameTaken();
    }
  }
}
