package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventFacts;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.FactsPatch;
import com.tryzore.crm.schedule.SeriesRecord;
import com.tryzore.crm.schedule.SeriesWish;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.schedule.edits.Scope;
import com.tryzore.crm.schedule.edits.SeriesEdit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a session of a series, before it is said how much of the series is meant.
 *
 * @param event the chosen session
 * @param series its series
 * @param change what becomes of the times
 * @param facts what is said of the session then; null to leave that. To more than this session goes
 *     only what differs from what it says now
 */
record SeriesAsk(
    EventRecord event, SeriesRecord series, Change change, @Nullable EventFacts facts) {

  /** The last part of the keys of its words. */
  String word() {
    return switch (change) {
      case Change.Move move -> "move";
      case Change.Cancel cancel -> "cancel";
      case Change.Facts changed -> "change";
      case Change.Repeat repeat -> "repeat";
    };
  }

  /** How much of the series it can be meant for. */
  Set<Scope> scopes() {
    return change instanceof Change.Repeat
        ? EnumSet.of(Scope.THIS_AND_FOLLOWING, Scope.ALL)
        : EnumSet.allOf(Scope.class);
  }

  /** The wish, for so much of it. */
  SeriesWish wish(Scope scope, boolean includesChanged) {
    return new SeriesWish(
        new SeriesEdit(
            scope, Objects.requireNonNull(event.originalStart()), change, includesChanged),
        Optional.ofNullable(facts)
            .map(
                wanted ->
                    scope == Scope.THIS
                        ? wanted
                        : FactsPatch.of(event.facts(), wanted).on(series.facts())));
  }
}
