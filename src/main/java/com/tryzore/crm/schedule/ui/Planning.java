package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.EventSaving;
import com.tryzore.crm.schedule.HeldPlace;
import com.tryzore.crm.schedule.Undo;
import com.tryzore.crm.schedule.edits.Change.Facts;
import com.tryzore.crm.schedule.edits.Change.Move;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes and changes events by their form, with an undo. */
record Planning(EventForms kit, EventWords words) {

  /** Opens the form of a new event. */
  void create(LocalDateTime start, Duration length) {
    EventForm form = new EventForm(kit, words, EventDraft.at(start, length), true);
    form.way(new SeriesMaking(this, form)).open();
  }

  /** Opens the form of an event as it is now. */
  void edit(EventId id) {
    EventRecord event = kit.events().find(id).orElse(null);
    if (event == null) {
      Toasts.trouble(say("schedule.event.unknown"));
      return;
    }
    new EventForm(kit, words, draft(event), false).way(new Change(this, event)).open();
  }

  /** Opens the form that cancels an event by itself. */
  void cancel(EventId id) {
    kit.events()
        .find(id)
        .ifPresentOrElse(
            event -> new CancelDialog(this, event).open(),
            () -> Toasts.trouble(say("schedule.event.unknown")));
  }

  /** An event as the form shows it. */
  EventDraft draft(EventRecord event) {
    return EventDraft.of(event, tags(event.id()), words.binding().zone());
  }

  /** Makes one by itself. */
  void make(EventDraft draft, boolean despite, EventForm form) {
    EventSaving saving = kit.events().create(draft.event(), draft.tags(), despite);
    if (saving instanceof EventSaving.Saved saved) {
      form.saved();
      Toasts.undoable(
          said("schedule.form.created", draft), () -> undone(unmake(saved, draft.person())));
    } else {
      hindered(form, saving);
    }
  }

  /** Says in a form what stands in the way of it. */
  void hindered(EventForm form, EventSaving saving) {
    form.hindered(
        new EventObjections(words).sentences(saving), saving instanceof EventSaving.TrainerBusy);
  }

  /** Says that it was done: Yoga, Mon 3 Mar, 18:00. */
  String said(String key, EventDraft draft) {
    return say(
        key,
        draft.title(),
        words.formats().weekday(draft.day()),
        words.formats().time(draft.start()));
  }

  /** Who was booked into it by the same form leaves it first. */
  private Undo unmake(EventSaving.Saved saved, @Nullable ClientId person) {
    List<HeldPlace> places = kit.events().places(List.of(saved.event()));
    if (places.size() == 1 && places.getFirst().client().equals(person)) {
      kit.bookings().cancelExcused(places.getFirst().participant());
    }
    return kit.events().undo(saved.change());
  }

  /** Says what came of an undo. */
  void undone(Undo undo) {
    if (undo instanceof Undo.Done(List<HeldPlace> notRestored) && notRestored.isEmpty()) {
      Toasts.done(say("schedule.form.undone"));
    } else if (undo instanceof Undo.Done(List<HeldPlace> notRestored)) {
      Toasts.trouble(
          say(
              "schedule.form.undone.without",
              notRestored.stream().map(HeldPlace::name).collect(Collectors.joining(", "))));
    } else {
      Toasts.trouble(say("schedule.move.notUndone"));
    }
  }

  private Set<TagId> tags(EventId event) {
    return kit.eventTags().of(event).stream().map(Tag::id).collect(Collectors.toSet());
  }

  static String say(String key, Object... arguments) {
    return I18NProvider.translate(key, arguments);
  }

  /** Changes one event alone; whoever changed it meanwhile is asked about. */
  private static final class Change implements EventForm.Way {

    private final Planning planning;
    private EventRecord read;

    Change(Planning planning, EventRecord read) {
      this.planning = planning;
      this.read = read;
    }

    @Override
    public void save(EventDraft draft, boolean despite, EventForm form) {
      EventDraft before = planning.draft(read);
      if (draft.equals(before)) {
        form.saved();
        return;
      }
      if (isOfSeries(before, draft) && isCurrent()) {
        boolean moves =
            !draft.startsAt().equals(before.startsAt()) || !draft.length().equals(before.length());
        boolean says = !draft.facts().equals(before.facts());
        planning
            .kit()
            .series()
            .change(
                read,
                moves ? new Move(draft.startsAt(), draft.length()) : new Facts(),
                says ? draft.facts() : null,
                planning.words(),
                () -> {
                  planning.kit().eventTags().become(read.id(), draft.tags());
                  form.saved();
                });
        return;
      }
      EventSaving saving =
          planning
              .kit()
              .events()
              .edit(read.id(), read.version(), draft.event(), draft.tags(), despite);
      switch (saving) {
        case EventSaving.Saved saved -> {
          form.saved();
          Toasts.undoable(
              planning.said("schedule.form.saved", draft), () -> undo(saved, before.tags()));
        }
        case EventSaving.ChangedMeanwhile changed ->
            planning
                .kit()
                .events()
                .find(read.id())
                .ifPresentOrElse(
                    theirs -> {
                      read = theirs;
                      form.changed(planning.draft(theirs));
                    },
                    () -> planning.hindered(form, new EventSaving.Unknown()));
        default -> planning.hindered(form, saving);
      }
    }

    /** Whether it may be meant for more of the series; tags and what came of a tour never are. */
    private boolean isOfSeries(EventDraft before, EventDraft draft) {
      return Moving.asksHowMuch(read)
          && draft.kind() == before.kind()
          && draft.tourType() == before.tourType()
          && draft.leadSource() == before.leadSource()
          && draft.tourOutcome() == before.tourOutcome()
          && !(draft.startsAt().equals(before.startsAt())
              && draft.length().equals(before.length())
              && draft.facts().equals(before.facts()));
    }

    /** Whether nobody has changed it since it was read. */
    private boolean isCurrent() {
      return planning
          .kit()
          .events()
          .find(read.id())
          .filter(now -> now.version() == read.version())
          .isPresent();
    }

    private void undo(EventSaving.Saved saved, Set<TagId> tags) {
      Undo undo = planning.kit().events().undo(saved.change());
      if (undo instanceof Undo.Done) {
        planning.kit().eventTags().become(saved.event(), tags);
      }
      planning.undone(undo);
    }
  }
}
