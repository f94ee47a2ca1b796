package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.RecordConflict;
import com.tryzore.crm.members.ui.ConflictDialog;
import com.tryzore.crm.ui.Confirm;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The form of an event, new or there already. What becomes of it is decided by a {@link Way}, which
 * answers by {@link #saved}, {@link #hindered} or {@link #changed}; until it does, and whatever
 * goes wrong, what was typed stays.
 */
final class EventForm extends FormDialog {

  /** Where what was typed goes. It may ask something first, and answers through the form. */
  @FunctionalInterface
  interface Way {

    /**
     * Saves this, or asks first.
     *
     * @param despite whether what was only a warning has been acknowledged
     */
    void save(EventDraft draft, boolean despite, EventForm form);
  }

  private static final Logger log = LoggerFactory.getLogger(EventForm.class);

  private final transient EventFields fields;
  private final transient EventDraftWords words;
  private final Div repeats = new Div();
  private final Hindrance hindrance = new Hindrance();
  private final boolean fresh;
  private transient Way way = (draft, despite, form) -> {};
  private transient EventDraft read;
  private boolean despite;
  private boolean decidedNotSaved;

  /**
   * A form.
   *
   * @param read what it says at first
   * @param fresh whether the event is still to be made
   */
  EventForm(EventForms kit, EventWords event, EventDraft read, boolean fresh) {
    super("");
    this.read = read;
    this.fresh = fresh;
    fields = new EventFields(kit, event, getLocale(), read, fresh);
    words = new EventDraftWords(kit, event, fields.tags);
    addClassName("event-form");
    setWidth("44rem");
    setHeaderTitle(
        getTranslation(fresh ? "schedule.form.new" : "schedule.form.edit", read.title()));
    repeats.addClassName("event-repeats");
    repeats.setVisible(false);
    wide(hindrance);
    fields.addTimesTo(this);
    wide(repeats);
    fields.addFactsTo(this);
    fields.times.onChange(this::fresh);
    fields.trainer.addValueChangeListener(change -> fresh());
    fields.place.room.addValueChangeListener(change -> fresh());
    fresh();
    onSave(this::save0);
  }

  /** Where what was typed goes. */
  EventForm way(Way decided) {
    way = decided;
    return this;
  }

  /** Shows how it repeats, below the times. */
  void repeats(Component field) {
    repeats.removeAll();
    repeats.add(field);
    repeats.setVisible(true);
  }

  /** The fields, for what depends on them. */
  EventFields fields() {
    return fields;
  }

  /** It is saved: the form goes. */
  void saved() {
    close();
  }

  /**
   * It is not saved, and why.
   *
   * @param overridable whether saving again saves it all the same
   */
  void hindered(List<String> sentences, boolean overridable) {
    hindrance.show(sentences, overridable);
    despite = overridable;
    if (overridable) {
      saveWords(getTranslation("schedule.form.despite"));
    }
  }

  /** Somebody else has changed it meanwhile: asks field by field, and saves what is decided. */
  void changed(EventDraft theirs) {
    EventDraft mine = fields.write().orElse(read);
    ConflictDialog.ask(
        new RecordConflict<>(read, mine, theirs), words, decided -> settle(theirs, decided));
  }

  /** From here on theirs is what was read; a third who saves meanwhile is asked about again. */
  private void settle(EventDraft theirs, EventDraft decided) {
    read = theirs;
    decidedNotSaved = true;
    fields.read(decided);
    save();
  }

  /** Other times, another trainer or room are another question. */
  private void fresh() {
    despite = false;
    hindrance.clear();
    saveWords(getTranslation(fresh ? "schedule.form.create" : "ui.save"));
  }

  private boolean save0() {
    boolean acknowledged = despite;
    fields.write().ifPresent(draft -> attempt(draft, acknowledged));
    return false;
  }

  private void attempt(EventDraft draft, boolean acknowledged) {
    try {
      way.save(draft, acknowledged, this);
    } catch (NotAllowedException refused) {
      hindered(List.of(getTranslation("schedule.form.notAllowed")), false);
    } catch (DataAccessException | TransactionException unreachable) {
      if (BindingLostException.in(unreachable).isPresent()) {
        throw unreachable;
      }
      log.warn("An event could not be saved: {}", unreachable.getClass().getSimpleName());
      hindered(List.of(getTranslation("schedule.form.unreachable")), false);
    }
  }

  @Override
  public void cancel() {
    if (decidedNotSaved || fields.changed()) {
      Confirm.danger(
          getTranslation("schedule.form.discard.title"),
          getTranslation("schedule.form.discard.text"),
          getTranslation("schedule.form.discard"),
          super::cancel);
    } else {
      super.cancel();
    }
  }
}
