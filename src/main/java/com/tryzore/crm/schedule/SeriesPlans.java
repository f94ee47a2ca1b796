package com.tryzore.crm.schedule;

import com.tryzore.crm.access.NotAllowedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Series of the bound gym: made by a rule, changed for this, this and following, or all sessions.
 * Each call is one transaction; {@link Events#undo} takes it back once. Sessions are rows 26 weeks
 * ahead; a daily job keeps them so.
 *
 * <p>Everybody reads; changing needs {@code schedule.edit}, otherwise {@link NotAllowedException}.
 */
@Service
public class SeriesPlans {
  private final SeriesSteps steps;
  private final Settling settling;

  SeriesPlans(SeriesSteps steps, Settling settling) {
    this.steps = steps;
    this.settling = settling;
  }

  /** A series as it is written; empty when there is none such at this gym. */
  public Optional<SeriesRecord> find(SeriesId series) {
    return steps.find(series);
  }

  /**
   * The sessions of a series that are not cancelled, by start.
   *
   * @param from the first local day
   * @param to the last local day
   */
  public List<EventRecord> sessions(SeriesId series, LocalDate from, LocalDate to) {
    return steps.sessions(series, from, to);
  }

  /** Makes a series and its sessions. */
  public SeriesSaving create(NewSeries series, Despite despite) {
    return settling.settle(() -> steps.create(series, despite), new SeriesSaving.Unknown());
  }

  /**
   * What a change would come to; nothing is written.
   *
   * @return {@link SeriesChange.Shown}, {@link SeriesChange.Refused} or {@link
   *     SeriesChange.Unknown}
   */
  public SeriesChange impact(SeriesId series, SeriesWish wish) {
    return settling.settle(() -> steps.impact(series, wish), new SeriesChange.Unknown());
  }

  /**
   * Changes a series. What stands against it has to be decided, else nothing is written: compare
   * the impact that comes back with the one that was shown.
   *
   * @param version the one that was shown
   */
  public SeriesChange apply(SeriesId series, long version, SeriesWish wish, Despite despite) {
    return settling.settle(
        () -> steps.apply(series, version, wish, despite), new SeriesChange.Unknown());
  }
}
