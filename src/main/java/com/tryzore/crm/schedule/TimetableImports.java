package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.schedule.ical.TimetableReader;
import com.tryzore.crm.schedule.ical.TimetableReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Takes a timetable from an iCalendar file: read it, map its names, look at the dry run, apply it.
 * What was imported before is found by its UID and updated, never doubled. Needs {@code
 * schedule.edit}, otherwise {@link NotAllowedException}.
 *
 * <p>Sessions of the past are made too, at most a year back, so that the calendar shows them.
 */
@Service
public class TimetableImports {
  private final ImportSteps steps;
  private final Settling settling;
  private final Bindings bindings;

  TimetableImports(ImportSteps steps, Settling settling, Bindings bindings) {
    this.steps = steps;
    this.settling = settling;
    this.bindings = bindings;
  }

  /**
   * Reads a file; nothing is asked of the database.
   *
   * @param file is read, not closed
   * @throws IOException when the file itself cannot be read
   */
  public TimetableReading read(InputStream file) throws IOException {
    return TimetableReader.read(file, bindings.required().zone());
  }

  /** What the names mean, as far as they are known here; unknown rooms are to be made. */
  public ImportMapping suggested(List<TimetableDraft> drafts) {
    return steps.suggested(drafts);
  }

  /** What applying would do: it is done and taken back, so the figures are those of applying. */
  public List<ImportLine> dryRun(List<TimetableDraft> drafts, ImportMapping mapping) {
    return settling.settle(() -> steps.dryRun(drafts, mapping), List.<ImportLine>of());
  }

  /** Makes and updates everything in one transaction. */
  public List<ImportLine> apply(List<TimetableDraft> drafts, ImportMapping mapping) {
    return settling.settle(() -> steps.apply(drafts, mapping), List.<ImportLine>of());
  }
}
