package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.TRAINER;

import com.tryzore.crm.access.Tier;
import java.util.Map;

/** Which rows a rule speaks of, seen from whoever acts. */
@FunctionalInterface
interface Which {

  boolean covers(Subject subject, Facts row);

  /** Rows of the organization the subject is bound to: the floor under all tenant tables. */
  Which HERE = (subject, row) -> row.place() == subject.place();

  /** Rows that concern the subject. */
  Which OWN = HERE.and((subject, row) -> subject.person().equals(row.about()));

  /** Rows of events that the subject teaches. */
  Which TAUGHT = HERE.and((subject, row) -> subject.person().equals(row.taughtBy()));

  /** Rows that name the subject as their writer, or need no writer. */
  Which IN_OWN_NAME =
      HERE.and((subject, row) -> row.by() == null || subject.person().equals(row.by()));

  /** Rows that their owner shares with the organization. */
  Which SHARED = HERE.and((subject, row) -> row.shared());

  /** Rows of the chain above the gym. */
  Which OF_THE_CHAIN_ABOVE = (subject, row) -> row.place() == subject.place().parent();

  /** Organizations that the subject may open: one tab each. */
  Which OPENABLE = (subject, row) -> subject.openable().contains(row.place());

  /** The subject's own account. */
  Which SELF = (subject, row) -> subject.person().equals(row.about());

  /** Accounts with a role here, or above in the chain, where a role counts for its gyms. */
  Which OF_THE_HOUSE = (subject, row) -> !rolesThatCount(subject, row).isEmpty();

  /** Those of them who work: trainers and above. */
  Which WORKING_HERE =
      (subject, row) ->
          rolesThatCount(subject, row).values().stream().anyMatch(tier -> tier.atLeast(TRAINER));

  /** Roles below the subject's own. */
  Which ROLE_BELOW =
      HERE.and(
          (subject, row) ->
              row.role() != null
                  && subject.tier().atLeast(row.role())
                  && row.role() != subject.tier());

  /** Standings of clients whose record the place itself keeps. */
  Which OF_OWN_CLIENTS =
      HERE.and((subject, row) -> row.home() == null || row.home() == row.place());

  default Which and(Which other) {
    return (subject, row) -> covers(subject, row) && other.covers(subject, row);
  }

  private static Map<Place, Tier> rolesThatCount(Subject subject, Facts row) {
    return World.rolesThatCount(row.about(), subject.place());
  }
}
