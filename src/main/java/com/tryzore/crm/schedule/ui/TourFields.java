package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.TourFacts;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;

/** What only tours have: how they came about, how somebody heard of the gym, what came of it. */
final class TourFields {

  final Select<TourFacts.Type> type = select("type", TourFacts.Type.values());
  final Select<TourFacts.Source> source = select("source", TourFacts.Source.values());
  final Select<TourFacts.Outcome> outcome = select("outcome", TourFacts.Outcome.values());

  void addTo(FormDialog form) {
    form.fields(type, source).wide(outcome);
  }

  void show(boolean tour) {
    type.setVisible(tour);
    source.setVisible(tour);
    outcome.setVisible(tour);
  }

  /** What one of a tour's facts is called. */
  static String words(String field, Enum<?> value) {
    return I18NProvider.translate("schedule.tour." + field + "." + QueryState.word(value));
  }

  private static <E extends Enum<E>> Select<E> select(String field, E[] values) {
    Select<E> select = new Select<>();
    String none = I18NProvider.translate("schedule.tour." + field + ".none");
    select.setLabel(I18NProvider.translate("schedule.tour." + field));
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(none);
    select.setItems(values);
    select.setItemLabelGenerator(one -> one == null ? none : words(field, one));
    return select;
  }
}
