package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.TaughtClass;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The class that comes next: when, where, how many come, who is new, who must be careful. */
final class NextClassCard extends Composite<Section> {

  private final transient TaughtWords words;

  NextClassCard(TaughtWords words) {
    this.words = words;
    getContent().addClassNames("zore-card", "taught-next");
  }

  /**
   * Shows it.
   *
   * @param members who comes; none while it is far ahead, then only numbers are shown
   */
  void show(TaughtClass taught, List<ClassMember> members) {
    CalendarEvent event = taught.event();
    String slug = words.event().binding().slug();
    getContent().removeAll();
    Span until = new Span(words.until(event, Instant.now()));
    until.addClassName("taught-until");
    H2 title = new H2(event.title());
    title.setId("taught-next-title");
    getContent().getElement().setAttribute("aria-labelledby", "taught-next-title");
    Paragraph when = new Paragraph(words.when(event));
    when.addClassName("event-when");
    Paragraph fill = new Paragraph(words.fillAndWhere(event));
    fill.addClassName("taught-fill");
    Div heads = new Div();
    heads.addClassName("taught-heads");
    List<StatusBadge> badges = words.heads(taught);
    badges.forEach(heads::add);
    heads.setVisible(!badges.isEmpty());
    getContent().add(until, title, when, fill, heads);
    people(members, ClassMember::firstVisit, Icon.FIRST_VISIT, "schedule.taught.newcomers");
    people(members, ClassMember::birthday, Icon.BIRTHDAY, "schedule.taught.celebrate");
    careful(members);
    Anchor open =
        new Anchor(TaughtAddress.of(slug, event.id()), getTranslation("schedule.taught.open"));
    open.getElement().setAttribute("router-link", true);
    open.addClassNames("taught-way", "taught-way-main");
    Anchor print =
        new Anchor(
            TaughtAddress.print(slug, event.id()),
            getTranslation("schedule.print.open"),
            AnchorTarget.BLANK);
    print.addComponentAsFirst(Icon.PRINT.create());
    print.addClassName("taught-way");
    Div ways = new Div(open, print);
    ways.addClassName("taught-ways");
    getContent().add(ways);
  }

  private void people(
      List<ClassMember> members, Predicate<ClassMember> which, Icon icon, String key) {
    List<String> names =
        members.stream()
            .filter(member -> member.status().holdsSeat() && which.test(member))
            .map(ClassMember::name)
            .toList();
    if (!names.isEmpty()) {
      Paragraph line =
          new Paragraph(icon.create(), new Span(getTranslation(key, String.join(", ", names))));
      line.addClassName("taught-people");
      getContent().add(line);
    }
  }

  private void careful(List<ClassMember> members) {
    UnorderedList list = new UnorderedList();
    list.addClassName("taught-cares");
    members.stream()
        .filter(member -> member.status().holdsSeat() && member.carePoints() != null)
        .forEach(
            member -> {
              Span name = new Span(member.name());
              name.addClassName("zore-strong");
              list.add(
                  new ListItem(
                      Icon.MEDICAL.create(), name, new Span(String.valueOf(member.carePoints()))));
            });
    if (list.getChildren().findAny().isPresent()) {
      list.getElement().setAttribute("aria-label", getTranslation("schedule.taught.careful"));
      getContent().add(list);
    }
  }
}
