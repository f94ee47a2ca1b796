package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Clash;
import com.tryzore.crm.schedule.Despite;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.schedule.NewSeries;
import com.tryzore.crm.schedule.SeriesSaving;
import com.tryzore.crm.schedule.recurrence.RecurrenceWords;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.tags.SubjectType;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what the form of a new event says: one event, or a series when it is to repeat. */
final class SeriesMaking implements EventForm.Way {

  private static final int MOST_CLASHES = 5;

  private final Planning planning;
  private final EventFields fields;
  private final RecurrenceField repeats;
  private boolean despiteRoom;
  private boolean despiteTrainer;

  /** Adds how it repeats to the form. */
  SeriesMaking(Planning planning, EventForm form) {
    this.planning = planning;
    this.fields = form.fields();
    repeats = new RecurrenceField(planning.words(), this::fresh);
    form.repeats(repeats);
    fields.times.day.addValueChangeListener(change -> times());
    fields.times.start.addValueChangeListener(change -> times());
    fields.times.minutes.addValueChangeListener(change -> times());
    fields.kind.addValueChangeListener(change -> kind());
    times();
    kind();
  }

  /** Other dates are another question. */
  private void fresh() {
    despiteRoom = false;
    despiteTrainer = false;
  }

  private void times() {
    repeats.startsAt(
        fields.times.day.getValue(),
        fields.times.start.getValue(),
        Optional.ofNullable(fields.times.minutes.getValue())
            .map(Duration::ofMinutes)
            .filter(SeriesTimes::fits)
            .orElse(null));
  }

  /** A tour is somebody's: it does not repeat. */
  private void kind() {
    repeats.setVisible(fields.kind.getValue() != EventKind.TOUR);
  }

  @Override
  public void save(EventDraft draft, boolean despite, EventForm form) {
    if (draft.kind() == EventKind.TOUR || !repeats.repeats()) {
      planning.make(draft, despite, form);
      return;
    }
    Repetition chosen = repeats.repetition().orElse(null);
    if (chosen == null) {
      repeats.focusMissing();
    } else if (draft.person() != null) {
      form.hindered(List.of(say("schedule.series.nobodyYet")), false);
    } else {
      despiteRoom &= despite;
      despiteTrainer &= despite;
      make(draft, chosen, form);
    }
  }

  private void make(EventDraft draft, Repetition chosen, EventForm form) {
    NewSeries wanted =
        new NewSeries(
            draft.facts(),
            LocalDateTime.of(chosen.first(), draft.start()),
            draft.length(),
            chosen.rule(),
            chosen.leftOut());
    SeriesDialogs kit = planning.kit().series();
    switch (kit.plans().create(wanted, new Despite(despiteRoom, despiteTrainer, false, false))) {
      case SeriesSaving.Made made -> {
        draft
            .tags()
            .forEach(
                tag ->
                    planning
                        .kit()
                        .tags()
                        .put(tag, SubjectType.CLASSES, List.of(made.series().value())));
        form.saved();
        new TakingBack(kit.events(), planning.words())
            .offer(
                say("schedule.series.made", draft.title(), made.sessions(), made.withoutRoom()),
                made.change(),
                () -> {});
      }
      case SeriesSaving.RoomTaken(List<Clash> by) -> {
        despiteRoom = true;
        form.hindered(clashes("schedule.series.roomTaken", by), true);
      }
      case SeriesSaving.TrainerBusy(List<Clash> by) -> {
        despiteTrainer = true;
        form.hindered(clashes("schedule.series.trainerBusy", by), true);
      }
      case SeriesSaving.RuleRefused refused ->
          form.hindered(
              List.of(RecurrenceWords.in(UI.getCurrent().getLocale()).say(refused.why())), false);
      case SeriesSaving.HasBegun begun ->
          form.hindered(List.of(say("schedule.series.begun")), false);
      case SeriesSaving.Unknown unknown ->
          form.hindered(List.of(say("schedule.move.impossible")), false);
    }
  }

  private List<String> clashes(String key, List<Clash> by) {
    List<String> sentences = new ArrayList<>(List.of(say(key, by.size())));
    by.stream()
        .limit(MOST_CLASHES)
        .map(new ClashWords(planning.words())::say)
        .forEach(sentences::add);
    if (by.size() > MOST_CLASHES) {
      sentences.add(say("schedule.series.more", by.size() - MOST_CLASHES));
    }
    return sentences;
  }

  private static String say(String key, Object... arguments) {
    return Planning.say(key, arguments);
  }
}
