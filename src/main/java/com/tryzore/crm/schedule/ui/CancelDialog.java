package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.EventSaving;
import com.tryzore.crm.schedule.HeldPlace;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;

/** Cancels one event: first who loses a place by it, then why; an undo gives it all back. */
final class CancelDialog extends FormDialog {

  private static final int LONGEST = 500;

  private final TextField reason = new TextField(getTranslation("schedule.cancel.reason"));
  private final Div concerned = new Div();
  private final Hindrance hindrance = new Hindrance();
  private final transient Planning planning;
  private transient EventRecord read;
  private transient List<HeldPlace> shown = List.of();

  CancelDialog(Planning planning, EventRecord event) {
    super("");
    this.planning = planning;
    this.read = event;
    setHeaderTitle(getTranslation("schedule.cancel.title", event.facts().title()));
    reason.setMaxLength(LONGEST);
    concerned.addClassName("event-concerned");
    wide(hindrance, concerned, reason);
    saveWords(getTranslation("schedule.cancel.do"));
    cancelWords(getTranslation("schedule.scope.keep"));
    show(places());
    onSave(this::cancelIt);
  }

  private List<HeldPlace> places() {
    return planning.kit().events().places(List.of(read.id()));
  }

  private void show(List<HeldPlace> places) {
    shown = places;
    concerned.removeAll();
    if (places.isEmpty()) {
      concerned.add(new Paragraph(getTranslation("schedule.cancel.nobody")));
    }
    list("schedule.cancel.booked", PlaceStatus.BOOKED);
    list("schedule.cancel.waiting", PlaceStatus.WAITLISTED);
  }

  private void list(String key, PlaceStatus status) {
    List<HeldPlace> these = shown.stream().filter(place -> place.status() == status).toList();
    if (!these.isEmpty()) {
      UnorderedList names = new UnorderedList();
      these.forEach(place -> names.add(new ListItem(place.name())));
      concerned.add(new H3(getTranslation(key, these.size())), names);
    }
  }

  private boolean cancelIt() {
    List<HeldPlace> now = places();
    if (!now.equals(shown)) {
      show(now);
      hindrance.show(List.of(getTranslation("schedule.cancel.others")), true);
      return false;
    }
    EventSaving saving =
        planning.kit().events().cancel(read.id(), read.version(), reason.getValue(), true);
    if (saving instanceof EventSaving.Saved saved) {
      Toasts.undoable(
          getTranslation("schedule.cancel.done", read.facts().title()),
          () -> planning.undone(planning.kit().events().undo(saved.change())));
      return true;
    }
    if (saving instanceof EventSaving.ChangedMeanwhile) {
      read = planning.kit().events().find(read.id()).orElse(read);
      show(places());
      hindrance.show(List.of(getTranslation("schedule.cancel.changed")), true);
    } else {
      hindrance.show(new EventObjections(planning.words()).sentences(saving), false);
    }
    return false;
  }
}
