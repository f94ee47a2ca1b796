package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.RosterEntry;
import com.tryzore.crm.schedule.Waitlist;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The places of an event: seats, then the line in its order, then what was given up, folded. */
final class RosterLists extends Composite<Div> {

  private final transient BookingWords words;
  private final transient MemberPhotos photos;
  private final transient RosterRow.Deeds deeds;
  private final Map<ParticipantId, RosterRow> rows = new HashMap<>();
  private final Paragraph nobody = new Paragraph(getTranslation("schedule.roster.none"));
  private final H3 seatsHead = new H3();
  private final UnorderedList seats = list();
  private final H3 lineHead = new H3();
  private final Paragraph lineNote = new Paragraph();
  private final UnorderedList line = list();
  private final UnorderedList ended = list();
  private final NativeDetails given = new NativeDetails("", ended);

  RosterLists(BookingWords words, MemberPhotos photos, RosterRow.Deeds deeds) {
    this.words = words;
    this.photos = photos;
    this.deeds = deeds;
    nobody.addClassName("zore-muted");
    lineNote.addClassNames("zore-small", "zore-muted");
    given.addClassName("roster-given");
    getContent().addClassName("roster-lists");
    getContent().add(nobody, seatsHead, seats, lineHead, lineNote, line, given);
  }

  void show(List<RosterEntry> entries, @Nullable Waitlist waitlist, RosterRow.Now may) {
    Map<ParticipantId, String> outlooks = waitlist == null ? Map.of() : words.outlooks(waitlist);
    for (RosterEntry entry : entries) {
      rows.computeIfAbsent(entry.participant(), place -> new RosterRow(entry, words, photos, deeds))
          .show(entry, outlooks.get(entry.participant()), may);
    }
    int held = fill(seats, entries, entry -> entry.status().holdsSeat());
    int waiting = fill(line, entries, entry -> entry.position() != null);
    int left = fill(ended, entries, entry -> entry.status().ended());
    nobody.setVisible(held + waiting == 0);
    head(seatsHead, held, "schedule.roster.seats");
    head(lineHead, waiting, "schedule.roster.line");
    lineNote.setVisible(waiting > 0 && waitlist != null);
    lineNote.setText(waitlist == null ? "" : words.line(waitlist));
    given.setVisible(left > 0);
    given.setSummaryText(getTranslation("schedule.roster.given", left));
  }

  private void head(H3 heading, int count, String key) {
    heading.setVisible(count > 0);
    heading.setText(getTranslation(key, count));
  }

  /** Puts rows into a list, which is left alone when it holds them already. */
  private int fill(UnorderedList list, List<RosterEntry> entries, Predicate<RosterEntry> belongs) {
    List<Component> wanted =
        entries.stream()
            .filter(belongs)
            .map(entry -> (Component) rows.get(entry.participant()))
            .toList();
    if (!list.getChildren().toList().equals(wanted)) {
      list.removeAll();
      list.add(wanted);
    }
    list.setVisible(!wanted.isEmpty());
    return wanted.size();
  }

  private static UnorderedList list() {
    UnorderedList list = new UnorderedList();
    list.addClassName("roster-places");
    return list;
  }
}
