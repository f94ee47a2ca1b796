package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.EmergencyContact;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Somebody in a class, and the marks one tap away. It changes in place: focus stays. */
final class ClassRow extends ListItem {

  /** What can be done with a place. */
  interface Deeds {
    void mark(ClassMember member, PlaceStatus status);

    EmergencyContact contact(ClassMember member);
  }

  /** What may be done at this moment. */
  record Now(boolean present, boolean absent, boolean contact) {}

  private final transient TaughtWords words;
  private final Div notes = new Div();
  private final Paragraph care = new Paragraph();
  private final Button present;
  private final Button absent;
  private final ContactReveal contact;
  private transient ClassMember member;

  ClassRow(ClassMember member, TaughtWords words, MemberPhotos photos, Deeds deeds) {
    this.member = member;
    this.words = words;
    addClassName("class-row");
    Span name = new Span(member.name());
    name.addClassName("class-name");
    notes.addClassName("roster-place-notes");
    Div who = new Div(name, notes);
    who.addClassName("class-who");
    present = deed("present", Icon.CHECK);
    present.addClickListener(click -> deeds.mark(this.member, toggled(PlaceStatus.ATTENDED)));
    absent = deed("absent", Icon.CLOSE);
    absent.addClickListener(click -> deeds.mark(this.member, toggled(PlaceStatus.NO_SHOW)));
    Div ways = new Div(present, absent);
    ways.addClassName("class-ways");
    care.addClassName("class-care");
    contact = new ContactReveal(member.name(), () -> deeds.contact(this.member));
    add(
        new Avatar(
            member.name(),
            photos.small(member.client(), member.photoVersion()),
            Avatar.Size.MEDIUM),
        who,
        ways,
        care,
        contact);
  }

  /** Shows the place as it is now. */
  void show(ClassMember changed, Now now) {
    member = changed;
    PlaceStatus status = changed.status();
    notes.removeAll();
    switch (status) {
      case ATTENDED -> badge(Tone.GOOD, Icon.CHECK, "schedule.place.attended");
      case NO_SHOW -> badge(Tone.BAD, Icon.CLOSE, "schedule.place.no-show");
      default -> {
        // A place that is booked needs no word here.
      }
    }
    if (changed.firstVisit()) {
      badge(Tone.ACCENT, Icon.FIRST_VISIT, "schedule.roster.firstVisit");
    }
    if (changed.birthday()) {
      badge(Tone.COOL, Icon.BIRTHDAY, "schedule.taught.birthday");
    }
    if (changed.state().position() != null) {
      notes.add(
          note(words.event().texts().get("schedule.waitlist.number", changed.state().position())));
    }
    String seen = words.lastSeen(changed);
    if (!seen.isEmpty()) {
      notes.add(note(seen));
    }
    String points = changed.carePoints();
    care.removeAll();
    care.setVisible(points != null);
    if (points != null) {
      care.add(Icon.MEDICAL.create(getTranslation("schedule.taught.careful")), new Span(points));
    }
    present.setVisible(status.holdsSeat() && now.present());
    pressed(present, status == PlaceStatus.ATTENDED);
    absent.setVisible(status.holdsSeat() && now.absent());
    pressed(absent, status == PlaceStatus.NO_SHOW);
    contact.setVisible(status.holdsSeat() && now.contact());
  }

  private PlaceStatus toggled(PlaceStatus wanted) {
    return member.status() == wanted ? PlaceStatus.BOOKED : wanted;
  }

  private void badge(Tone tone, Icon icon, String key) {
    notes.add(new StatusBadge(tone, icon, getTranslation(key)));
  }

  private static Span note(String text) {
    Span note = new Span(text);
    note.addClassNames("zore-small", "zore-muted");
    return note;
  }

  private static void pressed(Button button, boolean on) {
    button.getElement().setAttribute("aria-pressed", String.valueOf(on));
    button.setClassName("class-way-on", on);
  }

  /** A button with the name of the person in what is read aloud. */
  private Button deed(String what, Icon icon) {
    Button button = new Button(getTranslation("schedule.roster.way." + what), icon.create());
    button.addClassNames("class-way", "class-way-" + what);
    button.setAriaLabel(getTranslation("schedule.roster.way." + what + "For", member.name()));
    return button;
  }
}
