package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.schedule.TimetableImport.TakingBack;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.schedule.ical.TimetableReader;
import com.tryzore.crm.schedule.ical.TimetableReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a timetable from an iCalendar file: read it, map its names, look at the dry run, apply it,
 * take it back. What was imported before is found by its UID and updated, never doubled. Needs
 * {@code schedule.edit}, otherwise {@link NotAllowedException}.
 *
 * <p>Sessions of the past are made too, at most a year back, so that the calendar shows them; they
 * go again when the import is taken back, unless somebody had a place in them.
 */
@Service
public class TimetableImports {
  private final ImportSuggestions suggestions;
  private final ImportSteps steps;
  private final ImportUndo undo;
  private final ImportRecords records;
  private final Settling settling;
  private final Bindings bindings;

  TimetableImports(
      ImportSuggestions suggestions,
      ImportSteps steps,
      ImportUndo undo,
      ImportRecords records,
      Settling settling,
      Bindings bindings) {
    this.suggestions = suggestions;
    this.steps = steps;
    this.undo = undo;
    this.records = records;
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
    return suggestions.suggested(drafts);
  }

  /** Who may be meant by the name of a trainer: those who work here, trainers first, by name. */
  public List<CalendarChoice> people() {
    return suggestions.people();
  }

  /**
   * What applying would do: it is done and taken back, so the figures are those of applying. Empty
   * when a room or a person of the mapping is no longer here.
   *
   * @throws CancellationException when the watch says so
   */
  public List<ImportLine> dryRun(
      List<TimetableDraft> drafts, ImportMapping mapping, ImportWatch watch) {
    return settling.settle(() -> steps.dryRun(drafts, mapping, watch), List.<ImportLine>of());
  }

  /**
   * Makes and updates everything in one transaction. Empty, and nothing done, when a room or a
   * person of the mapping is no longer here.
   *
   * @throws CancellationException when the watch says so; nothing is done then
   */
  public Optional<TimetableImport> apply(
      String fileName, List<TimetableDraft> drafts, ImportMapping mapping, ImportWatch watch) {
    return settling.settle(
        () -> Optional.of(steps.apply(fileName, drafts, mapping, watch)), Optional.empty());
  }

  /** The imports of the gym, newest first. */
  @Transactional(readOnly = true)
  public List<TimetableImport> recent(int most) {
    return records.recent(most);
  }

  /** One import; empty when the bound gym has none by that id. */
  @Transactional(readOnly = true)
  public Optional<TimetableImport> find(TimetableImportId id) {
    return records.find(id);
  }

  /** What became of each event and series of the file, in its order. */
  @Transactional(readOnly = true)
  public List<ImportLine> lines(TimetableImportId id) {
    return records.lines(id);
  }

  /** Takes an import back as a whole, or says what stands in the way. */
  public TakingBack undo(TimetableImportId id) {
    return settling.settle(() -> undo.undo(id), new TakingBack.Over());
  }
}
