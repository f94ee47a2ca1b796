package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.recurrence.RuleReading;
import java.util.List;

/** What became of the wish to make a series. Only {@link Made} wrote anything. */
public sealed interface SeriesSaving {

  /**
   * Done.
   *
   * @param sessions how many were made, up to 26 weeks ahead
   * @param withoutRoom how many of them lack their room, which was taken
   * @param change to be undone
   */
  record Made(SeriesId series, int sessions, int withoutRoom, ChangeId change)
      implements SeriesSaving {}

  /** The rule does not fit the start. */
  record RuleRefused(RuleReading.Refused why) implements SeriesSaving {}

  /** The room is taken at some of the times: take another, or ask again saying despite. */
  record RoomTaken(List<Clash> by) implements SeriesSaving {}

  /** The trainer teaches something else at some of the times: ask again saying despite. */
  record TrainerBusy(List<Clash> by) implements SeriesSaving {}

  /** It would begin in the past. */
  record HasBegun() implements SeriesSaving {}

  /** There is no such room or trainer at this gym. */
  record Unknown() implements SeriesSaving {}
}
