package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.recurrence.Recurrence;
import java.time.Duration;
import java.time.LocalDateTime;

/** What is to become of the occurrences in scope. */
public sealed interface Change {

  /** They do not take place. */
  record Cancel() implements Change {}

  /** They keep their times; something else about them changes: title, room, trainer, capacity. */
  record Facts() implements Change {}

  /**
   * They take place at another time. The time of day and the length are everyone's; when the day
   * moves as well, those that share the chosen occurrence's day of the week or month move with it.
   *
   * @param start the new local start of the chosen occurrence
   * @param duration the new length
   */
  record Move(LocalDateTime start, Duration duration) implements Change {}

  /**
   * They repeat otherwise. Not for {@link Scope#THIS}.
   *
   * @param start the new local start of the chosen occurrence; for {@link Scope#ALL} only its time
   *     of day counts, the days are the rule's
   * @param duration the new length
   * @param recurrence the new rule; a count counts from the first occurrence that changes
   */
  record Repeat(LocalDateTime start, Duration duration, Recurrence recurrence) implements Change {}
}
