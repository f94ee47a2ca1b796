package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.ParticipantId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those in a class by name, then those who wait for a place in it, in their order. */
final class ClassLists extends Composite<Div> {

  private final transient TaughtWords words;
  private final transient MemberPhotos photos;
  private final transient ClassRow.Deeds deeds;
  private final Map<ParticipantId, ClassRow> rows = new HashMap<>();
  private final Paragraph nobody = new Paragraph(getTranslation("schedule.roster.none"));
  private final UnorderedList seats = list();
  private final H3 lineHead = new H3();
  private final UnorderedList line = list();

  ClassLists(TaughtWords words, MemberPhotos photos, ClassRow.Deeds deeds) {
    this.words = words;
    this.photos = photos;
    this.deeds = deeds;
    nobody.addClassName("zore-muted");
    seats.getElement().setAttribute("aria-label", getTranslation("schedule.taught.who"));
    getContent().addClassName("class-lists");
    getContent().add(nobody, seats, lineHead, line);
  }

  void show(List<ClassMember> members, ClassRow.Now may) {
    for (ClassMember member : members) {
      rows.computeIfAbsent(
              member.participant(), place -> new ClassRow(member, words, photos, deeds))
          .show(member, may);
    }
    List<ClassMember> held =
        members.stream().filter(member -> member.status().holdsSeat()).toList();
    List<ClassMember> waiting =
        members.stream()
            .filter(member -> member.state().position() != null)
            .sorted(Comparator.comparingLong(ClassLists::number))
            .toList();
    fill(seats, held);
    fill(line, waiting);
    nobody.setVisible(held.isEmpty() && waiting.isEmpty());
    lineHead.setVisible(!waiting.isEmpty());
    lineHead.setText(getTranslation("schedule.roster.line", waiting.size()));
  }

  private static long number(ClassMember member) {
    Long position = member.state().position();
    return position == null ? 0 : position;
  }

  /** Puts rows into a list, which is left alone when it holds them already. */
  private void fill(UnorderedList list, List<ClassMember> members) {
    List<Component> wanted =
        members.stream().map(member -> (Component) rows.get(member.participant())).toList();
    if (!list.getChildren().toList().equals(wanted)) {
      list.removeAll();
      list.add(wanted);
    }
    list.setVisible(!wanted.isEmpty());
  }

  private static UnorderedList list() {
    UnorderedList list = new UnorderedList();
    list.addClassName("class-rows");
    return list;
  }
}
