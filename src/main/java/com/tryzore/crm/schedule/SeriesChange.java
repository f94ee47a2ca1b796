package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.edits.EditProblem;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import java.util.Optional;

/** What became of the wish to change a series. Only {@link Applied} wrote anything. */
public sealed interface SeriesChange {

  /** What it would come to. */
  record Shown(SeriesImpact impact) implements SeriesChange {}

  /**
   * Done.
   *
   * @param continuation the later part, when the series was divided
   * @param change to be undone
   */
  record Applied(
      SeriesId series, Optional<SeriesId> continuation, ChangeId change, SeriesImpact impact)
      implements SeriesChange {}

  /** Something stands against it that has to be decided first. */
  record Undecided(SeriesImpact impact) implements SeriesChange {}

  /**
   * It cannot be done.
   *
   * @param rule why, when the new rule is the trouble
   */
  record Refused(EditProblem problem, Optional<RuleReading.Refused> rule) implements SeriesChange {}

  /** Somebody else has changed the series meanwhile. */
  record ChangedMeanwhile() implements SeriesChange {}

  /** There is no such series, room or trainer at this gym. */
  record Unknown() implements SeriesChange {}
}
