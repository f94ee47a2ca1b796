package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.PastVisit;
import com.tryzore.crm.members.VisitHistory;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** A member's visits to this gym, the last one first; undone ones are struck through. */
@SpringComponent
@Scope("prototype")
class VisitsCard extends ProfileCard {
  private static final int FEW = 5;
  private static final int MANY = 200;

  private final transient VisitHistory visits;
  private final transient Bindings bindings;
  private @Nullable ClientId client;
  private int limit = FEW;

  VisitsCard(VisitHistory visits, Bindings bindings) {
    super("members.visits.title");
    this.visits = visits;
    this.bindings = bindings;
  }

  void show(MemberProfile profile) {
    if (!profile.id().equals(client)) {
      limit = FEW;
      forget();
    }
    client = profile.id();
    List<PastVisit> last = visits.of(profile.id(), limit + 1);
    if (!isNews(List.of(profile.visits(), last, limit))) {
      return;
    }
    ZoneId zone = bindings.required().zone();
    Formats formats = Formats.of(getLocale(), zone);
    Paragraph summary = new Paragraph(summary(profile.visits(), formats, zone));
    summary.addClassName("zore-muted");
    OrderedList list = new OrderedList();
    list.addClassName("profile-visits");
    last.stream().limit(limit).forEach(visit -> list.add(row(visit, formats, zone)));
    body(summary, list);
    if (last.size() > limit && limit < MANY) {
      Button more =
          new Button(
              getTranslation("members.visits.more"),
              click -> {
                limit = MANY;
                show(profile);
              });
      more.addClassName("zore-quiet");
      body(summary, list, more);
    }
  }

  private String summary(MemberProfile.VisitFigures figures, Formats formats, ZoneId zone) {
    Instant lastAt = figures.lastAt();
    if (lastAt == null) {
      return getTranslation("members.visits.none");
    }
    String last = formats.day(LocalDate.ofInstant(lastAt, zone));
    return figures.count() == 0
        ? getTranslation("members.visits.before", last)
        : getTranslation("members.visits.summary", figures.count(), last);
  }

  private ListItem row(PastVisit visit, Formats formats, ZoneId zone) {
    Element when = new Element(visit.undone() ? "s" : "span");
    when.setText(
        getTranslation(
            "ui.when.dateAndTime",
            formats.weekday(LocalDate.ofInstant(visit.at(), zone)),
            formats.time(visit.at())));
    ListItem row = new ListItem();
    row.getElement().appendChild(when);
    if (visit.undone()) {
      row.add(
          new StatusBadge(
              Tone.QUIET,
              Icon.UNDO,
              visit.undoneBy() == null
                  ? getTranslation("members.visits.undone")
                  : getTranslation("members.visits.undoneBy", visit.undoneBy())));
    } else if (visit.overrideReason() != null) {
      row.add(
          new StatusBadge(
              Tone.CAUTION,
              Icon.KEY,
              getTranslation("members.visits.allowed", visit.overrideReason())));
    }
    if (visit.checkedInBy() != null) {
      Span by = new Span(visit.checkedInBy());
      by.addClassName("zore-muted");
      row.add(by);
    }
    return row;
  }
}
