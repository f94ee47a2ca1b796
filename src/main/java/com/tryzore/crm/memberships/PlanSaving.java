package com.tryzore.crm.memberships;

/** What became of the wish to add or change a plan. */
public sealed interface PlanSaving {

  /** Done; the plan as it is now. */
  record Saved(Plan plan) implements PlanSaving {}

  /** Another plan has that name, perhaps an archived one. */
  record NameTaken() implements PlanSaving {}

  /** Somebody else has changed it meanwhile; nothing was written. */
  record ChangedMeanwhile(Plan now) implements PlanSaving {}

  /** There is no such plan at this gym. */
  record Unknown() implements PlanSaving {}
}
