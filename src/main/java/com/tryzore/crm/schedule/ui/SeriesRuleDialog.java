package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.SeriesRecord;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/** Changes on which days and at what time a series takes place, and until when. */
final class SeriesRuleDialog extends FormDialog {

  private final transient SeriesDialogs kit;
  private final transient EventRecord event;
  private final transient EventWords words;
  private final TimePicker start = new TimePicker(getTranslation("schedule.move.start"));
  private final IntegerField minutes = new IntegerField(getTranslation("schedule.move.minutes"));
  private final RecurrenceField repeats;
  private final LocalDate day;

  SeriesRuleDialog(SeriesDialogs kit, EventRecord event, SeriesRecord series, EventWords words) {
    super("");
    this.kit = kit;
    this.event = event;
    this.words = words;
    setHeaderTitle(getTranslation("schedule.series.edit.title", event.facts().title()));
    addClassName("series-dialog");
    day = Objects.requireNonNull(event.originalStart()).toLocalDate();
    start.setLocale(getLocale());
    start.setStep(Duration.ofMinutes(15));
    start.setValue(series.times().start().toLocalTime());
    minutes.setMin((int) SeriesTimes.SHORTEST.toMinutes());
    minutes.setMax((int) SeriesTimes.LONGEST.toMinutes());
    minutes.setStep(5);
    minutes.setStepButtonsVisible(true);
    minutes.setValue((int) series.times().duration().toMinutes());
    repeats = new RecurrenceField(words, () -> {});
    repeats.show(series.times(), day);
    start.addValueChangeListener(change -> times());
    minutes.addValueChangeListener(change -> times());
    fields(start, minutes);
    wide(repeats);
    Paragraph single = new Paragraph(getTranslation("schedule.series.edit.single"));
    single.addClassNames("zore-small", "zore-muted");
    wide(single);
    saveWords(getTranslation("schedule.series.edit.next"));
    onSave(this::ask);
  }

  private void times() {
    repeats.startsAt(day, start.getValue(), length().orElse(null));
  }

  private Optional<Duration> length() {
    return Optional.ofNullable(minutes.getValue())
        .map(Duration::ofMinutes)
        .filter(SeriesTimes::fits);
  }

  /** Asks from when on; the form stays open behind until that is answered. */
  private boolean ask() {
    LocalTime time = start.getValue();
    Duration length = length().orElse(null);
    Repetition chosen = repeats.repetition().orElse(null);
    if (time == null) {
      start.focus();
    } else if (length == null) {
      minutes.focus();
    } else if (chosen == null) {
      repeats.focusMissing();
    } else {
      Change.Repeat change =
          new Change.Repeat(LocalDateTime.of(chosen.first(), time), length, chosen.rule());
      kit.change(event, change, null, words, this::close);
    }
    return false;
  }
}
