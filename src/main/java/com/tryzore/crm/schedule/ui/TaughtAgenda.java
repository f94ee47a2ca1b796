package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.TaughtClass;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The days ahead with what somebody teaches on them; each class opens its roster. */
final class TaughtAgenda extends Composite<Div> {

  private final transient TaughtWords words;

  TaughtAgenda(TaughtWords words) {
    this.words = words;
    getContent().addClassName("taught-agenda");
  }

  /**
   * Shows the days that have something.
   *
   * @param open the class whose roster is on screen, if one is
   */
  void show(List<TaughtClass> taught, @Nullable EventId open) {
    getContent().removeAll();
    Map<LocalDate, List<TaughtClass>> days =
        taught.stream()
            .collect(
                Collectors.groupingBy(
                    one -> words.event().day(one.event()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    days.forEach((day, classes) -> getContent().add(heading(day), list(classes, open)));
  }

  private H2 heading(LocalDate day) {
    LocalDate today = words.event().formats().today();
    String date = words.event().formats().weekday(day);
    boolean near = !day.isBefore(today) && day.isBefore(today.plusDays(2));
    H2 heading =
        new H2(
            near
                ? getTranslation("schedule.event.when", words.event().formats().day(day), date)
                : date);
    heading.addClassName("taught-day");
    return heading;
  }

  private UnorderedList list(List<TaughtClass> classes, @Nullable EventId open) {
    UnorderedList list = new UnorderedList();
    list.addClassName("taught-classes");
    for (TaughtClass taught : classes) {
      list.add(new ListItem(link(taught, taught.event().id().equals(open))));
    }
    return list;
  }

  private Anchor link(TaughtClass taught, boolean open) {
    CalendarEvent event = taught.event();
    Span begins = new Span(words.event().begins(event));
    begins.addClassName("taught-begins");
    Span title = new Span(event.title());
    title.addClassName("taught-title");
    Span facts = new Span(words.fillAndWhere(event));
    facts.addClassNames("zore-small", "zore-muted");
    Div what = new Div(title, facts);
    what.addClassName("taught-what");
    Div heads = new Div();
    heads.addClassName("taught-heads");
    words.heads(taught).forEach(heads::add);
    if (heads.getChildren().findAny().isPresent()) {
      what.add(heads);
    }
    Anchor link = new Anchor(TaughtAddress.of(words.event().binding().slug(), event.id()));
    link.add(begins, what);
    link.getElement().setAttribute("router-link", true);
    link.addClassNames("taught-class", "cal-colour-" + event.colour());
    link.setClassName("taught-cancelled", event.cancelled());
    link.setClassName("taught-over", event.over(java.time.Instant.now()));
    if (open) {
      link.getElement().setAttribute("aria-current", "true");
    }
    return link;
  }
}
