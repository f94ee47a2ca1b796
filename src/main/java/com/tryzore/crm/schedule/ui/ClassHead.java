package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarDetail;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;

/** Above the roster of a class: what and when it is, how many are here, all of them at once. */
final class ClassHead extends Composite<Div> {

  static final String TITLE = "class-title";

  private final transient TaughtWords words;
  private final H2 title = new H2();
  private final Paragraph when = new Paragraph();
  private final Paragraph fill = new Paragraph();
  private final Paragraph hint = new Paragraph();
  private final Div state = new Div();
  private final Span here = new Span();
  private final Button all;
  private final Anchor print;

  ClassHead(TaughtWords words, Runnable allPresent) {
    this.words = words;
    String slug = words.event().binding().slug();
    Anchor back = new Anchor(TaughtAddress.of(slug));
    back.add(Icon.CHEVRON_LEFT.create(), new Span(getTranslation("schedule.taught.title")));
    back.getElement().setAttribute("router-link", true);
    back.addClassName("class-back");
    title.setId(TITLE);
    when.addClassName("event-when");
    fill.addClassName("taught-fill");
    hint.addClassNames("zore-small", "zore-muted");
    here.addClassName("class-here");
    here.getElement().setAttribute("role", "status");
    all =
        new Button(
            getTranslation("schedule.taught.allPresent"),
            Icon.CHECK_CIRCLE.create(),
            click -> allPresent.run());
    all.addClassNames("zore-primary", "class-all");
    all.setDisableOnClick(false);
    print = new Anchor("", "", AnchorTarget.BLANK);
    print.add(Icon.PRINT.create(), new Span(getTranslation("schedule.print.open")));
    print.addClassName("taught-way");
    Div ways = new Div(here, print, all);
    ways.addClassName("class-tools");
    getContent().addClassName("class-head");
    getContent().add(back, title, when, fill, state, ways, hint);
  }

  /**
   * @param open whether somebody may be marked present
   * @param opens from when on
   */
  void show(CalendarDetail detail, List<ClassMember> members, boolean open, Instant opens) {
    CalendarEvent event = detail.event();
    title.setText(event.title());
    when.setText(words.when(event));
    fill.setText(words.fillAndWhere(event));
    state.removeAll();
    state.setVisible(event.cancelled());
    if (event.cancelled()) {
      state.add(
          new StatusBadge(
              Tone.BAD,
              Icon.CLOSE,
              detail.cancelledReason() == null
                  ? getTranslation("schedule.event.cancelled")
                  : getTranslation("schedule.event.cancelledBecause", detail.cancelledReason())));
    }
    long seats = members.stream().filter(member -> member.status().holdsSeat()).count();
    long present = count(members, PlaceStatus.ATTENDED);
    here.setVisible(open && seats > 0);
    here.setText(getTranslation("schedule.taught.here", present, seats));
    all.setVisible(open && count(members, PlaceStatus.BOOKED) > 0);
    hint.setVisible(!open && !event.cancelled());
    hint.setText(getTranslation("schedule.taught.opens", words.event().formats().dateTime(opens)));
    print.setHref(TaughtAddress.print(words.event().binding().slug(), event.id()));
  }

  private static long count(List<ClassMember> members, PlaceStatus status) {
    return members.stream().filter(member -> member.status() == status).count();
  }
}
