package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.Clash;
import com.tryzore.crm.schedule.TimetableImport;
import com.tryzore.crm.schedule.TimetableImport.Obstacle;
import com.tryzore.crm.schedule.TimetableImport.TakingBack;
import com.tryzore.crm.schedule.ui.CalendarAddress;
import com.tryzore.crm.ui.Confirm;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LongWork;
import com.tryzore.crm.ui.Note;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Texts;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;

/** What became of an import, and the way back. */
final class ResultPanel extends Div {

  private static final int NAMED = 30;

  private final transient ImportKit kit;
  private final transient TimetableImport job;
  private final transient Runnable refresh;
  private final transient Runnable another;
  private final transient Formats formats;
  private final String slug;
  private final Div answer = new Div();

  /**
   * An import that was done, and perhaps taken back.
   *
   * @param refresh shows it as it is now
   * @param another goes to the place where a file is brought
   */
  ResultPanel(ImportKit kit, TimetableImport job, Runnable refresh, Runnable another) {
    this.kit = kit;
    this.job = job;
    this.refresh = refresh;
    this.another = another;
    this.formats = kit.formats(getLocale());
    this.slug = kit.binding().slug();
    addClassName("import-panel");
    answer.addClassName("import-answer");
    answer.getElement().setAttribute("role", "alert");
    add(head(), new Figures(formats, job::count, job.undone().isEmpty()), answer, buttons());
    add(
        new LineList(
            kit.imports().lines(job.id()),
            List.of(),
            DraftWords.of(getLocale(), formats, kit.binding().zone())));
  }

  private Div head() {
    String word = job.undone().isPresent() ? "undone" : "done";
    Div title =
        new Div(
            new H2(getTranslation("schedule.import.result." + word)),
            new ImportWords(Texts.in(getLocale())).badge(job));
    title.addClassName("import-title");
    Paragraph when =
        new Paragraph(
            getTranslation(
                "schedule.import.by",
                formats.dateTime(job.undone().map(TimetableImport.Undone::at).orElse(job.madeAt())),
                job.undone().map(TimetableImport.Undone::by).orElse(job.madeBy())));
    when.addClassName("zore-muted");
    Div head =
        new Div(
            title,
            new Paragraph(
                getTranslation("schedule.import.result." + word + ".text", job.sessions())),
            when);
    head.addClassName("import-head");
    return head;
  }

  private Div buttons() {
    Div bar = new Div();
    bar.addClassNames("import-bar", "import-bar-start");
    Anchor calendar =
        new Anchor(CalendarAddress.of(slug), getTranslation("schedule.import.toCalendar"));
    calendar.addClassName("import-link");
    bar.add(calendar);
    if (job.undone().isEmpty() && job.changedAnything()) {
      Button undo = new Button(getTranslation("schedule.import.undo"), Icon.UNDO.create());
      undo.addClickListener(
          click ->
              Confirm.danger(
                  getTranslation("schedule.import.undo.title"),
                  getTranslation("schedule.import.undo.text", job.sessions()),
                  getTranslation("schedule.import.undo"),
                  () -> undo(UI.getCurrent())));
      bar.add(undo);
    }
    Button more = new Button(getTranslation("schedule.import.another"), Icon.UPLOAD.create());
    more.addClickListener(click -> another.run());
    bar.add(more);
    return bar;
  }

  private void undo(UI ui) {
    LongWork work = new LongWork(getTranslation("schedule.import.undoing"), null).finishes();
    answer.removeAll();
    answer.add(work);
    work.run(
        ui,
        kit.bound(watch -> kit.imports().undo(job.id())),
        outcome -> {
          switch (outcome) {
            case TakingBack.Refused(List<Obstacle> obstacles) -> refused(obstacles);
            case TakingBack.RoomTaken(List<Clash> by) -> taken(by);
            case TakingBack.Done done -> refresh.run();
            case TakingBack.Over over -> refresh.run();
          }
        });
  }

  private void refused(List<Obstacle> obstacles) {
    UnorderedList list = list();
    obstacles.stream()
        .limit(NAMED)
        .forEach(
            one -> {
              LocalDate day = LocalDate.ofInstant(one.startsAt(), kit.binding().zone());
              Anchor which = new Anchor(CalendarAddress.of(slug, day, one.event()), one.title());
              which.addClassName("import-list-name");
              Span when =
                  new Span(
                      getTranslation(
                          "schedule.event.when",
                          formats.weekday(day),
                          formats.time(one.startsAt())));
              when.addClassNames("zore-muted", "zore-small");
              row(
                  list,
                  new Div(which, when),
                  getTranslation(
                      "schedule.import.obstacle." + QueryState.word(one.why()), one.people()));
            });
    say(getTranslation("schedule.import.undo.refused", obstacles.size()), list);
    if (obstacles.size() > NAMED) {
      answer.add(
          new Paragraph(getTranslation("schedule.import.undo.more", obstacles.size() - NAMED)));
    }
  }

  private void taken(List<Clash> by) {
    UnorderedList list = list();
    by.stream()
        .limit(NAMED)
        .forEach(
            clash ->
                row(
                    list,
                    new Div(new Span(clash.title())),
                    getTranslation(
                        "schedule.event.when",
                        formats.date(clash.startsAt()),
                        formats.times(clash.startsAt(), clash.endsAt()))));
    say(getTranslation("schedule.import.undo.roomTaken"), list);
  }

  private void say(String sentence, UnorderedList list) {
    answer.removeAll();
    answer.add(Note.of(Tone.BAD, sentence), list);
  }

  private static UnorderedList list() {
    UnorderedList list = new UnorderedList();
    list.addClassNames("import-list", "import-obstacles");
    return list;
  }

  private static void row(UnorderedList list, Div what, String why) {
    what.addClassName("import-list-who");
    ListItem item = new ListItem(what, new Span(why));
    item.addClassName("import-list-row");
    list.add(item);
  }
}
