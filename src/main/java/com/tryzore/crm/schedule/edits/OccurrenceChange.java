package com.tryzore.crm.schedule.edits;

import java.time.LocalDateTime;

/**
 * What happens to one occurrence. It is found by its original start in the series before, and known
 * by its new original start afterwards: in the continuation if the series was divided, otherwise in
 * the series itself. Its row, bookings and waitlist are the same throughout.
 */
public sealed interface OccurrenceChange {

  /** Takes place at another time. */
  record Moved(LocalDateTime original, LocalDateTime newOriginal, Span before, Span after)
      implements OccurrenceChange {}

  /** Keeps its time; its facts may change. */
  record Restated(LocalDateTime original, LocalDateTime newOriginal, Span span)
      implements OccurrenceChange {}

  /** Does not take place. Keeps its identity in the series it came from. */
  record Cancelled(LocalDateTime original, Span before) implements OccurrenceChange {}

  /** Takes place again after it was cancelled; only by undoing. */
  record Restored(LocalDateTime original, Span after) implements OccurrenceChange {}

  /** New. */
  record Created(LocalDateTime newOriginal, Span after) implements OccurrenceChange {}

  /** Was created by what is undone; goes without a trace unless somebody is booked. */
  record Withdrawn(LocalDateTime newOriginal, Span before) implements OccurrenceChange {}

  /** Stays as it is, time and facts; only its place in the series may have another name. */
  record Kept(LocalDateTime original, LocalDateTime newOriginal, Span span, Reason reason)
      implements OccurrenceChange {}

  /** Why an occurrence in scope is kept. */
  enum Reason {
    /** It was changed on its own and nobody asked to change it too. */
    CHANGED_ALONE,
    /** It was cancelled before and stays so. */
    CANCELLED,
    /** It has begun, or would begin in the past. */
    PAST
  }
}
