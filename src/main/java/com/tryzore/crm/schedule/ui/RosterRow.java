package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.PaymentStatus;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.schedule.RosterEntry;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Money;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

/** One place on the roster, and what can be done with it. It changes in place: focus stays. */
final class RosterRow extends ListItem {

  /** What can be done with a place. */
  interface Deeds {
    void mark(RosterEntry entry, PlaceStatus status);

    void cancel(RosterEntry entry);

    void restore(RosterEntry entry);

    void pay(RosterEntry entry, PaymentStatus status);

    void join(RosterEntry entry);
  }

  /** What may be done at this moment. */
  record Now(boolean present, boolean absent, boolean cancel) {}

  private final transient BookingWords words;
  private final Div notes = new Div();
  private final Button present;
  private final Button absent;
  private final Button cancel;
  private final Button restore;
  private final Button join;
  private final Select<PaymentStatus> payment = new Select<>();
  private transient RosterEntry entry;

  RosterRow(RosterEntry entry, BookingWords words, MemberPhotos photos, Deeds deeds) {
    this.entry = entry;
    this.words = words;
    addClassName("roster-place");
    Anchor name =
        new Anchor(
            "o/" + words.event().binding().slug() + "/members/" + entry.client(), entry.name());
    name.addClassName("roster-place-name");
    notes.addClassName("roster-place-notes");
    Div who = new Div(name, notes);
    who.addClassName("roster-place-who");
    present = deed("present", Icon.CHECK);
    present.addClickListener(click -> deeds.mark(this.entry, toggled(PlaceStatus.ATTENDED)));
    absent = deed("absent", Icon.MINUS);
    absent.addClickListener(click -> deeds.mark(this.entry, toggled(PlaceStatus.NO_SHOW)));
    cancel = deed("cancel", Icon.CLOSE);
    cancel.addClickListener(click -> deeds.cancel(this.entry));
    restore = deed("restore", Icon.UNDO);
    restore.addClickListener(click -> deeds.restore(this.entry));
    join = deed("join", Icon.SPARK);
    join.addClickListener(click -> deeds.join(this.entry));
    payment.addClassName("roster-payment");
    payment.setAriaLabel(getTranslation("schedule.roster.paymentFor", entry.name()));
    payment.setItems(PaymentStatus.OWED, PaymentStatus.PAID, PaymentStatus.WAIVED);
    payment.setItemLabelGenerator(
        one -> one == null ? "" : getTranslation("schedule.payment." + QueryState.word(one)));
    payment.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            deeds.pay(this.entry, change.getValue());
          }
        });
    Div ways = new Div(payment, join, present, absent, cancel, restore);
    ways.addClassName("roster-place-ways");
    add(
        new Avatar(
            entry.name(), photos.small(entry.client(), entry.photoVersion()), Avatar.Size.SMALL),
        who,
        ways);
  }

  /**
   * Shows the place as it is now.
   *
   * @param outlook what comes, or came, of waiting in the line; null when there is nothing to say
   */
  void show(RosterEntry changed, @Nullable String outlook, Now now) {
    entry = changed;
    PlaceStatus status = changed.status();
    notes.removeAll();
    notes.add(badge(status));
    if (changed.position() != null) {
      notes.add(note(words.event().texts().get("schedule.waitlist.number", changed.position())));
    }
    if (outlook != null) {
      notes.add(note(outlook));
    }
    String since = words.since(changed);
    if (!since.isEmpty()) {
      notes.add(note(since));
    }
    if (changed.firstVisit() && !status.ended()) {
      notes.add(badge(Tone.ACCENT, Icon.FIRST_VISIT, "schedule.roster.firstVisit"));
    }
    boolean costs = changed.priceMinor() > 0 && status.holdsSeat();
    if (costs) {
      notes.add(paid(changed));
    }
    payment.setVisible(costs);
    payment.setValue(changed.payment() == PaymentStatus.NOT_REQUIRED ? null : changed.payment());
    join.setVisible(!status.ended() && changed.lead());
    present.setVisible(status.holdsSeat() && now.present());
    pressed(present, status == PlaceStatus.ATTENDED);
    absent.setVisible(status.holdsSeat() && now.absent());
    pressed(absent, status == PlaceStatus.NO_SHOW);
    boolean held = status == PlaceStatus.BOOKED || status == PlaceStatus.WAITLISTED;
    cancel.setVisible(held && now.cancel());
    restore.setVisible(status.ended() && now.cancel());
  }

  private PlaceStatus toggled(PlaceStatus wanted) {
    return entry.status() == wanted ? PlaceStatus.BOOKED : wanted;
  }

  private StatusBadge badge(PlaceStatus status) {
    return switch (status) {
      case BOOKED -> new StatusBadge(Tone.COOL, Icon.CALENDAR, words.status(status));
      case WAITLISTED -> new StatusBadge(Tone.CAUTION, Icon.WAITLIST, words.status(status));
      case ATTENDED -> new StatusBadge(Tone.GOOD, Icon.CHECK, words.status(status));
      case NO_SHOW -> new StatusBadge(Tone.BAD, Icon.MINUS, words.status(status));
      case CANCELLED, LATE_CANCELLED ->
          new StatusBadge(Tone.QUIET, Icon.CLOSE, words.status(status));
    };
  }

  private StatusBadge badge(Tone tone, Icon icon, String key) {
    return new StatusBadge(tone, icon, getTranslation(key));
  }

  /** What the place costs and whether that is paid, in colour, icon and words. */
  private StatusBadge paid(RosterEntry place) {
    Money price = new Money(place.priceMinor(), words.event().binding().currency());
    String said =
        getTranslation(
            "schedule.roster.payment",
            words.event().formats().money(price),
            getTranslation("schedule.payment." + QueryState.word(place.payment())));
    return switch (place.payment()) {
      case OWED -> new StatusBadge(Tone.CAUTION, Icon.CARD, said);
      case PAID -> new StatusBadge(Tone.GOOD, Icon.CHECK_CIRCLE, said);
      case WAIVED, NOT_REQUIRED -> new StatusBadge(Tone.QUIET, Icon.CARD, said);
    };
  }

  private static Span note(String text) {
    Span note = new Span(text);
    note.addClassNames("zore-small", "zore-muted");
    return note;
  }

  private static void pressed(Button button, boolean on) {
    button.getElement().setAttribute("aria-pressed", String.valueOf(on));
    button.setClassName("roster-way-on", on);
  }

  /** A button with the name of the person in what is read aloud. */
  private Button deed(String what, Icon icon) {
    Button button = new Button(getTranslation("schedule.roster.way." + what), icon.create());
    button.addClassNames("zore-quiet", "roster-way");
    button.setAriaLabel(getTranslation("schedule.roster.way." + what + "For", entry.name()));
    return button;
  }
}
