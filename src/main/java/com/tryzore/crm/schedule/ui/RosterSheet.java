package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.ClassMember;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The roster of a class as one page of A4 or Letter: a box to tick, number and name of everybody,
 * what to know about them in a word, and room for those who walk in. What has to be minded stays on
 * the screen; paper says only for whom there is something.
 */
final class RosterSheet extends Composite<Section> {

  /** Rows are as high as the page allows: up to so many names leave room for larger ones. */
  private static final int FEW = 16;

  private static final int SOME = 23;
  private static final int WALK_INS = 4;

  private final transient TaughtWords words;

  RosterSheet(
      TaughtWords words, CalendarEvent event, List<ClassMember> members, MemberPhotos photos) {
    this.words = words;
    List<ClassMember> seats =
        members.stream().filter(member -> member.status().holdsSeat()).toList();
    getContent()
        .addClassNames(
            "sheet",
            seats.size() <= FEW ? "sheet-few" : seats.size() <= SOME ? "sheet-some" : "sheet-many");
    getContent().add(head(event, seats.size()), table(seats, photos));
    List<ClassMember> waiting =
        members.stream().filter(member -> member.state().position() != null).toList();
    if (!waiting.isEmpty()) {
      Paragraph line =
          new Paragraph(
              getTranslation(
                  "schedule.print.waiting",
                  waiting.stream().map(ClassMember::name).collect(Collectors.joining(", "))));
      line.addClassName("sheet-waiting");
      getContent().add(line);
    }
    getContent().add(foot());
  }

  /** Shows or leaves out the photos. */
  void photos(boolean shown) {
    getContent().setClassName("sheet-with-photos", shown);
  }

  private Header head(CalendarEvent event, int seats) {
    Span when = new Span(words.when(event));
    when.addClassName("sheet-when");
    Span facts = new Span(words.event().whereAndWho(event));
    Span count = new Span(getTranslation("schedule.print.count", seats));
    Div left = new Div(new H1(event.title()), when);
    Div right = new Div(facts, count);
    right.addClassName("sheet-facts");
    Header head = new Header(left, right);
    head.addClassName("sheet-head");
    if (event.cancelled()) {
      left.add(new Span(words.event().state(event)));
    }
    return head;
  }

  private NativeTable table(List<ClassMember> seats, MemberPhotos photos) {
    NativeTable table = new NativeTable();
    NativeTableRow head = new NativeTableRow();
    for (String key : List.of("here", "photo", "name", "number", "marks")) {
      NativeTableHeaderCell cell =
          new NativeTableHeaderCell(getTranslation("schedule.print." + key));
      cell.addClassName("sheet-" + key);
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    table.getHead().add(head);
    seats.forEach(member -> table.getBody().add(row(member, photos)));
    for (int i = 0; i < WALK_INS; i++) {
      table.getBody().add(empty(i == 0 ? getTranslation("schedule.print.walkIns") : ""));
    }
    return table;
  }

  private NativeTableRow row(ClassMember member, MemberPhotos photos) {
    String address = photos.small(member.client(), member.photoVersion());
    Component photo = address == null ? new Text("") : new Image(address, "");
    Div marks = new Div();
    marks.addClassName("sheet-marks-list");
    mark(marks, member.firstVisit(), "schedule.roster.firstVisit");
    mark(marks, member.birthday(), "schedule.taught.birthday");
    mark(marks, member.carePoints() != null, "schedule.print.care");
    NativeTableRow row = new NativeTableRow();
    row.addClassName("sheet-member");
    row.add(box());
    row.add(cell("photo", photo));
    row.add(cell("name", new Span(member.name())));
    row.add(cell("number", new Span(member.memberNumber())));
    row.add(cell("marks", marks));
    return row;
  }

  private static void mark(Div marks, boolean set, String key) {
    if (set) {
      Span mark = new Span(marks.getTranslation(key));
      mark.addClassName("sheet-mark");
      marks.add(mark);
    }
  }

  private NativeTableRow empty(String label) {
    Span words = new Span(label);
    words.addClassName("sheet-label");
    NativeTableRow row = new NativeTableRow();
    row.addClassName("sheet-walkin");
    row.add(box());
    row.add(cell("photo", new Text("")));
    row.add(cell("name", words));
    row.add(cell("number", new Text("")));
    row.add(cell("marks", new Text("")));
    return row;
  }

  private static NativeTableCell box() {
    Span box = new Span();
    box.addClassName("sheet-box");
    return cell("here", box);
  }

  private static NativeTableCell cell(String name, Component content) {
    NativeTableCell cell = new NativeTableCell(content);
    cell.addClassName("sheet-" + name);
    return cell;
  }

  private Footer foot() {
    Footer foot =
        new Footer(
            new Span(
                getTranslation(
                    "schedule.print.printed",
                    words.event().formats().dateTime(Instant.now()),
                    words.event().binding().userName(),
                    words.event().binding().organizationName())),
            new Span(getTranslation("schedule.print.private")));
    foot.addClassName("sheet-foot");
    return foot;
  }
}
