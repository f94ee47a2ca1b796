package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.ImportStatus;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.ui.Formats;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The imports of the gym, newest first. */
final class ImportHistory extends Div {
  private static final int LISTED = 30;

  private final transient ImportKit kit;
  private final UnorderedList list = new UnorderedList();

  ImportHistory(ImportKit kit) {
    this.kit = kit;
    addClassName("import-history");
    list.addClassName("import-list");
    H2 title = new H2(getTranslation("members.import.history.title"));
    title.setId("import-history");
    list.getElement().setAttribute("aria-labelledby", "import-history");
    add(title, list);
  }

  /** Reads the list again. */
  void show() {
    List<MemberImport> all = kit.imports().recent(LISTED);
    setVisible(!all.isEmpty());
    list.removeAll();
    Formats formats = kit.formats(getLocale());
    all.forEach(job -> list.add(row(job, formats)));
  }

  private ListItem row(MemberImport job, Formats formats) {
    Anchor name = new Anchor(ImportNavigation.path(kit.binding().slug(), job.id()), job.fileName());
    name.addClassName("import-list-name");
    Span when =
        new Span(
            getTranslation(
                "members.import.history.by", formats.ago(job.createdAt()), job.startedBy()));
    when.addClassNames("zore-muted", "zore-small");
    Div who = new Div(name, when);
    who.addClassName("import-list-who");
    Span counts = new Span(counts(job));
    counts.addClassNames("zore-small", "import-list-counts", "zore-number");
    ListItem item = new ListItem(who, counts, ImportWords.badge(job.status()));
    item.addClassName("import-list-row");
    return item;
  }

  private String counts(MemberImport job) {
    if (job.status() == ImportStatus.DONE || job.status() == ImportStatus.UNDONE) {
      return getTranslation(
          "members.import.history.counts",
          job.counts().created(),
          job.counts().updated(),
          job.counts().skipped(),
          job.counts().rejected());
    }
    return getTranslation("members.import.rows", job.rowsTotal());
  }
}
