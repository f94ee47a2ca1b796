package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.schedule.Bookings;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.EventFacts;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.Events;
import com.tryzore.crm.schedule.SeriesId;
import com.tryzore.crm.schedule.SeriesPlans;
import com.tryzore.crm.schedule.Substitutes;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dialogs by which sessions of series are changed, moved, cancelled and taught by others. */
@Component
record SeriesDialogs(
    SeriesPlans plans,
    Events events,
    Substitutes substitutes,
    Bookings bookings,
    Calendar calendar,
    Permissions permissions) {

  /**
   * Asks how much of its series a change of a session is meant for, shows what each answer comes
   * to, and makes it.
   *
   * @param event a session of a series
   * @param change what becomes of the times; {@link Change.Facts} when they stay
   * @param facts what is said of the session then; null when that stays
   * @param done runs when it was made; not when nothing was changed after all
   */
  void change(
      EventRecord event,
      Change change,
      @Nullable EventFacts facts,
      EventWords words,
      Runnable done) {
    ask(event, change, facts)
        .ifPresentOrElse(
            ask -> new ScopeDialog(this, ask, words, done).open(),
            () -> Toasts.trouble(I18NProvider.translate("schedule.event.unknown")));
  }

  /** The same with the series as it stands now; empty when the event is of none. */
  Optional<SeriesAsk> ask(EventRecord event, Change change, @Nullable EventFacts facts) {
    SeriesId series = event.series();
    return series == null
        ? Optional.empty()
        : plans.find(series).map(found -> new SeriesAsk(event, found, change, facts));
  }

  /** The event, if this account may change it and it is still to come. */
  Optional<EventRecord> changeable(EventId event) {
    return permissions.has(Permission.SCHEDULE_EDIT)
        ? events
            .find(event)
            .filter(found -> !found.cancelled() && found.startsAt().isAfter(Instant.now()))
        : Optional.empty();
  }
}
