package com.tryzore.crm.members;

/** When members were last here, for a filter; days are days of the gym. */
public sealed interface LastVisit {

  /** Here within the last so many days; 0 is today. */
  record Within(int days) implements LastVisit {}

  /** Not here for so many days, or never. */
  record NotFor(int days) implements LastVisit {}

  /** Never here, as far as anyone knows. */
  record Never() implements LastVisit {}
}
