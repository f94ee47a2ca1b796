package com.tryzore.crm.schedule.edits;

import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Created;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Kept;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Moved;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restated;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Restored;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Withdrawn;
import java.time.Instant;
import java.util.List;

/** The inverse of a change. */
public sealed interface Undoing {

  /**
   * It can be taken back.
   *
   * @param series the series as it was before; a continuation is dissolved
   * @param changes what happens to each occurrence, the way back
   */
  record Undone(PlannedSeries series, List<OccurrenceChange> changes) implements Undoing {
    /** Takes a copy. */
    public Undone {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Too late.
   *
   * @param begun the changes whose occurrence has begun
   */
  record TooLate(List<OccurrenceChange> begun) implements Undoing {
    /** Takes a copy. */
    public TooLate {
      begun = List.copyOf(begun);
    }
  }

  /** The inverse, unless something has begun. */
  static Undoing of(EditResult.Edited edited, Instant now) {
    List<OccurrenceChange> begun =
        edited.changes().stream().filter(change -> hasBegun(change, now)).toList();
    return begun.isEmpty()
        ? new Undone(edited.before(), edited.changes().stream().map(Undoing::inverse).toList())
        : new TooLate(begun);
  }

  private static boolean hasBegun(OccurrenceChange change, Instant now) {
    return switch (change) {
      case Moved moved -> moved.before().hasBegun(now) || moved.after().hasBegun(now);
      case Restated restated -> restated.span().hasBegun(now);
      case Cancelled cancelled -> cancelled.before().hasBegun(now);
      case Restored restored -> restored.after().hasBegun(now);
      case Created created -> created.after().hasBegun(now);
      case Withdrawn withdrawn -> withdrawn.before().hasBegun(now);
      case Kept ignored -> false;
    };
  }

  private static OccurrenceChange inverse(OccurrenceChange change) {
    return switch (change) {
      case Moved it -> new Moved(it.newOriginal(), it.original(), it.after(), it.before());
      case Restated it -> new Restated(it.newOriginal(), it.original(), it.span());
      case Cancelled it -> new Restored(it.original(), it.before());
      case Restored it -> new Cancelled(it.original(), it.after());
      case Created it -> new Withdrawn(it.newOriginal(), it.after());
      case Withdrawn it -> new Created(it.newOriginal(), it.before());
      case Kept it -> new Kept(it.newOriginal(), it.original(), it.span(), it.reason());
    };
  }
}
