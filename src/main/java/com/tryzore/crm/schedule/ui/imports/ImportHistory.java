package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ImportLine.State;
import com.tryzore.crm.schedule.TimetableImport;
import com.tryzore.crm.schedule.ui.ScheduleAddress;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The timetables that were imported here, newest first. */
final class ImportHistory extends Div {

  private static final int LISTED = 30;

  ImportHistory(ImportKit kit) {
    addClassName("import-history");
    List<TimetableImport> all = kit.imports().recent(LISTED);
    setVisible(!all.isEmpty());
    H2 title = new H2(getTranslation("schedule.import.history"));
    title.setId("timetable-history");
    UnorderedList list = new UnorderedList();
    list.addClassName("import-list");
    list.getElement().setAttribute("aria-labelledby", "timetable-history");
    Formats formats = kit.formats(getLocale());
    all.forEach(job -> list.add(row(job, kit.binding().slug(), formats)));
    add(title, list);
  }

  private ListItem row(TimetableImport job, String slug, Formats formats) {
    Anchor name = new Anchor(ScheduleAddress.IMPORT.of(slug) + "/" + job.id(), job.fileName());
    name.addClassName("import-list-name");
    Span when =
        new Span(getTranslation("schedule.import.by", formats.ago(job.madeAt()), job.madeBy()));
    when.addClassNames("zore-muted", "zore-small");
    Div who = new Div(name, when);
    who.addClassName("import-list-who");
    Span counts =
        new Span(
            getTranslation(
                "schedule.import.history.counts",
                job.count(State.NEW),
                job.count(State.UPDATED),
                job.count(State.UNCHANGED)));
    counts.addClassNames("zore-small", "import-list-counts", "zore-number");
    ListItem item = new ListItem(who, counts, new ImportWords(Texts.in(getLocale())).badge(job));
    item.addClassName("import-list-row");
    return item;
  }
}
