package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ImportLine;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of each event and series of a file; those that cannot be taken come first. */
final class LineList extends Div {

  private static final int LISTED = 300;

  private final transient Texts texts = Texts.in(getLocale());
  private final transient ImportWords words = new ImportWords(texts);

  /**
   * A list.
   *
   * @param drafts what the file says of them; may be empty when that is not known any more
   */
  LineList(List<ImportLine> lines, List<TimetableDraft> drafts, DraftWords about) {
    addClassNames("zore-card", "import-lines");
    H3 title = new H3(getTranslation("schedule.import.lines"));
    title.setId("timetable-lines");
    UnorderedList list = new UnorderedList();
    list.addClassName("timetable-lines");
    list.getElement().setAttribute("aria-labelledby", "timetable-lines");
    Map<String, TimetableDraft> said = new HashMap<>();
    drafts.forEach(draft -> said.put(draft.uid(), draft));
    lines.stream()
        .sorted(Comparator.comparing(line -> line.problem().isEmpty()))
        .limit(LISTED)
        .forEach(line -> list.add(row(line, about.say(said.get(line.uid())))));
    add(title, list);
    if (lines.size() > LISTED) {
      Paragraph more =
          new Paragraph(getTranslation("schedule.import.lines.more", lines.size() - LISTED));
      more.addClassNames("zore-muted", "zore-small");
      add(more);
    }
  }

  private ListItem row(ImportLine line, List<String> about) {
    Span title = new Span(line.title());
    title.addClassName("zore-strong");
    Div what = new Div(title);
    what.addClassName("timetable-line-what");
    about.forEach(sentence -> what.add(small(sentence, "zore-muted")));
    line.problem()
        .ifPresent(
            problem ->
                what.add(
                    small(
                        texts.get("schedule.import.line." + QueryState.word(problem)),
                        "timetable-line-why")));
    if (line.withoutRoom() > 0) {
      what.add(
          small(
              texts.get("schedule.import.line.withoutRoom", line.withoutRoom()),
              "timetable-line-room"));
    }
    Span sessions =
        new Span(
            line.sessions() == 0
                ? ""
                : texts.get("schedule.import.line.sessions", line.sessions()));
    sessions.addClassNames("zore-small", "zore-number", "timetable-line-sessions");
    ListItem item = new ListItem(what, sessions, words.badge(line.state()));
    item.addClassName("timetable-line");
    return item;
  }

  private static Span small(String sentence, String look) {
    Span span = new Span(sentence);
    span.addClassNames("zore-small", look);
    return span;
  }
}
