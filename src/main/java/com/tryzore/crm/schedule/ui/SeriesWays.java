package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.SeriesId;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;

/** What can be done with the series of an event on screen, and with who teaches it. */
final class SeriesWays extends Composite<Div> {

  private final transient SeriesDialogs kit;
  private final transient EventWords words;
  private final transient EventId event;
  private final Button edit =
      way("schedule.series.edit", Icon.REFRESH, () -> withEvent(this::edit));
  private final Button substitute =
      way("schedule.substitute.open", Icon.STAFF, () -> withEvent(this::substitute));
  private final Button cancel =
      way("schedule.series.cancel", Icon.CLOSE, () -> withEvent(this::cancel));

  SeriesWays(SeriesDialogs kit, EventId event, EventWords words) {
    this.kit = kit;
    this.event = event;
    this.words = words;
    getContent().addClassName("series-ways");
    getContent().add(edit, substitute, cancel);
    refresh();
  }

  /** Offers what can be done by now. */
  void refresh() {
    EventRecord found = kit.changeable(event).orElse(null);
    setVisible(found != null);
    boolean inSeries = found != null && found.series() != null;
    edit.setVisible(inSeries);
    cancel.setVisible(inSeries);
  }

  private void withEvent(Consumer<EventRecord> deed) {
    kit.changeable(event).ifPresentOrElse(deed, this::refresh);
  }

  private void edit(EventRecord found) {
    SeriesId series = found.series();
    if (series != null) {
      kit.plans().find(series).ifPresent(it -> new SeriesRuleDialog(kit, found, it, words).open());
    }
  }

  private void substitute(EventRecord found) {
    new SubstituteDialog(kit, found, words).open();
  }

  private void cancel(EventRecord found) {
    kit.change(found, new Change.Cancel(), null, words, () -> {});
  }

  private Button way(String key, Icon icon, Runnable action) {
    return new Button(getTranslation(key), icon.create(), click -> action.run());
  }
}
