package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Created;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Kept;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Moved;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Reason;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restated;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What came of a wish. */
public sealed interface EditResult {

  /**
   * It can be done.
   *
   * @param before the series as it was
   * @param series what the series becomes; when it was divided, its earlier part. A series of which
   *     nothing is left keeps its first start as an exception
   * @param continuation the new series that begins with the first changed occurrence
   * @param changes every occurrence in scope up to the horizon, by time
   */
  record Edited(
      PlannedSeries before,
      PlannedSeries series,
      Optional<PlannedSeries> continuation,
      List<OccurrenceChange> changes)
      implements EditResult {

    /** Takes a copy. */
    public Edited {
      changes = List.copyOf(changes);
    }

    /** The sums. */
    public Impact impact() {
      return new Impact(
          count(Moved.class::isInstance),
          count(Restated.class::isInstance),
          count(Cancelled.class::isInstance),
          count(Created.class::isInstance),
          count(change -> change instanceof Kept kept && kept.reason() == Reason.CHANGED_ALONE));
    }

    private int count(Predicate<OccurrenceChange> kind) {
      return Math.toIntExact(changes.stream().filter(kind).count());
    }

    /**
     * How to take it back: everything as before, as long as nothing it concerned has begun since,
     * neither as it was nor as it became.
     */
    public Undoing undoing(Instant now) {
      return Undoing.of(this, now);
    }
  }

  /**
   * It cannot be done.
   *
   * @param rule why, when the new rule is the trouble
   */
  record Refused(EditProblem problem, Optional<RuleReading.Refused> rule) implements EditResult {
    static Refused of(EditProblem problem) {
      return new Refused(problem, Optional.empty());
    }
  }
}
