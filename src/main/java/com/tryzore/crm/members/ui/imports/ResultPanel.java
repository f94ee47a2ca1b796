package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.ImportFailure;
import com.tryzore.crm.members.imports.ImportStatus;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.members.imports.UndoObstacle;
import com.tryzore.crm.members.imports.UndoResult;
import com.tryzore.crm.ui.Confirm;
import com.tryzore.crm.ui.Figure;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Note;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Objects;

/** What became of an import: figures, the report, and the way back. */
final class ResultPanel extends Div {

  /** What can be done from here. */
  interface Actions {
    /** Goes to the dry run of an import that failed. */
    void tryAgain();

    /** Shows the import as it is now. */
    void refresh();

    /** Goes to the place where a file is brought. */
    void another();
  }

  private final transient ImportKit kit;
  private final transient MemberImport job;
  private final transient Actions actions;
  private final transient Formats formats;
  private final Div answer = new Div();

  ResultPanel(ImportKit kit, MemberImport job, Actions actions) {
    this.kit = kit;
    this.job = job;
    this.actions = actions;
    this.formats = kit.formats(getLocale());
    addClassNames("import-panel");
    answer.addClassName("import-answer");
    answer.getElement().setAttribute("role", "alert");
    add(head());
    boolean done = job.status() == ImportStatus.DONE || job.status() == ImportStatus.UNDONE;
    if (done) {
      add(figures());
    }
    ImportFailure failure = job.failure();
    if (failure != null) {
      String key = done ? "members.import.undo.failure." + failure.word() : failure.messageKey();
      add(Note.of(Tone.BAD, getTranslation(key)));
    }
    add(answer, buttons(done));
  }

  private Div head() {
    Instant at = job.status() == ImportStatus.UNDONE ? job.undoneAt() : job.finishedAt();
    String by = job.status() == ImportStatus.UNDONE ? job.undoneBy() : job.startedBy();
    Paragraph when =
        new Paragraph(
            getTranslation(
                "members.import.history.by",
                formats.dateTime(Objects.requireNonNullElse(at, job.createdAt())),
                Objects.requireNonNullElse(by, "")));
    when.addClassName("zore-muted");
    Div title =
        new Div(
            new H2(getTranslation("members.import.result." + job.status().word())),
            ImportWords.badge(job.status()));
    title.addClassName("import-title");
    Div head =
        new Div(title, new Paragraph(getTranslation("members.import.result.text." + word())), when);
    head.addClassName("import-head");
    return head;
  }

  private String word() {
    return job.status().word();
  }

  private Div figures() {
    Div figures = new Div();
    figures.addClassName("import-figures");
    MemberImport.Counts counts = job.counts();
    figure(figures, counts.created(), "created", Tone.GOOD);
    figure(figures, counts.updated(), "updated", Tone.ACCENT);
    figure(figures, counts.skipped(), "skipped", Tone.QUIET);
    figure(figures, counts.rejected(), "rejected", Tone.BAD);
    return figures;
  }

  private void figure(Div figures, int number, String word, Tone tone) {
    figures.add(
        new Figure(
            formats,
            number,
            getTranslation("members.import.done." + word, number),
            job.status() == ImportStatus.UNDONE ? Tone.QUIET : tone));
  }

  private Div buttons(boolean done) {
    Div bar = new Div();
    bar.addClassNames("import-bar", "import-bar-start");
    if (job.status() == ImportStatus.DONE) {
      Anchor members =
          new Anchor(
              "o/" + kit.binding().slug() + "/members", getTranslation("members.import.toMembers"));
      members.addClassName("import-link");
      bar.add(members);
    }
    if (done) {
      bar.add(new ReportDownload(kit, job));
    }
    if (job.status() == ImportStatus.DONE && job.counts().created() + job.counts().updated() > 0) {
      Button undo = new Button(getTranslation("members.import.undo"), Icon.UNDO.create());
      undo.addClickListener(click -> askToUndo());
      bar.add(undo);
    }
    if (job.status() == ImportStatus.FAILED) {
      Button again = new Button(getTranslation("members.import.again"), Icon.REFRESH.create());
      again.addClassName("zore-primary");
      again.addClickListener(click -> actions.tryAgain());
      bar.add(again);
    }
    Button another = new Button(getTranslation("members.import.another"), Icon.UPLOAD.create());
    another.addClickListener(click -> actions.another());
    bar.add(another);
    return bar;
  }

  private void askToUndo() {
    Confirm.danger(
        getTranslation("members.import.undo.title"),
        getTranslation("members.import.undo.text", job.counts().created(), job.counts().updated()),
        getTranslation("members.import.undo"),
        this::undo);
  }

  private void undo() {
    if (kit.imports().undo(job.id()) instanceof UndoResult.Refused refused) {
      refuse(refused);
    } else {
      actions.refresh();
    }
  }

  private void refuse(UndoResult.Refused refused) {
    answer.removeAll();
    answer.add(Note.of(Tone.BAD, getTranslation("members.import.undo.refused", refused.total())));
    UnorderedList list = new UnorderedList();
    list.addClassNames("import-list", "import-obstacles");
    refused.obstacles().forEach(obstacle -> list.add(obstacle(obstacle)));
    answer.add(list);
    if (refused.total() > refused.obstacles().size()) {
      answer.add(
          new Paragraph(
              getTranslation(
                  "members.import.undo.more", refused.total() - refused.obstacles().size())));
    }
  }

  private ListItem obstacle(UndoObstacle obstacle) {
    String name = Objects.requireNonNullElse(obstacle.name(), "—");
    Anchor who = new Anchor("o/" + kit.binding().slug() + "/members/" + obstacle.client(), name);
    who.addClassName("import-list-name");
    Span number = new Span(Objects.requireNonNullElse(obstacle.memberNumber(), ""));
    number.addClassNames("zore-muted", "zore-small");
    Div person = new Div(who, number);
    person.addClassName("import-list-who");
    ListItem item = new ListItem(person, new Span(getTranslation(obstacle.kind().messageKey())));
    item.addClassName("import-list-row");
    return item;
  }
}
