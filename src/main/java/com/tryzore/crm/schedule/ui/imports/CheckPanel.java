package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ImportLine;
import com.tryzore.crm.schedule.TimetableImportId;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LongWork;
import com.tryzore.crm.ui.Note;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;

/** What an import would do, found out without doing it; then it is done from here. */
final class CheckPanel extends Div {

  private final transient ImportKit kit;
  private final transient Brought brought;
  private final transient Runnable back;
  private final transient Runnable running;
  private final transient Consumer<TimetableImportId> done;
  private final transient Formats formats;

  /**
   * Nothing yet.
   *
   * @param back goes back to what the names mean
   * @param running hears that it is being done
   * @param done hears which import it became
   */
  CheckPanel(
      ImportKit kit,
      Brought brought,
      Runnable back,
      Runnable running,
      Consumer<TimetableImportId> done) {
    this.kit = kit;
    this.brought = brought;
    this.back = back;
    this.running = running;
    this.done = done;
    this.formats = kit.formats(getLocale());
    addClassName("import-panel");
  }

  /** Tries it. */
  void tryIt(UI ui) {
    LongWork work = new LongWork(getTranslation("schedule.import.checking"), back);
    removeAll();
    add(work);
    work.run(
        ui,
        kit.bound(
            watch -> kit.imports().dryRun(brought.reading().drafts(), brought.mapping(), watch)),
        this::show);
  }

  private void show(List<ImportLine> lines) {
    removeAll();
    if (lines.isEmpty()) {
      add(Note.of(Tone.BAD, getTranslation("schedule.import.gone")), bar(0));
      return;
    }
    Div head =
        new Div(
            new H2(getTranslation("schedule.import.check.title")),
            new Paragraph(getTranslation("schedule.import.check.text")));
    head.addClassName("import-head");
    int sessions = lines.stream().mapToInt(ImportLine::sessions).sum();
    int taken =
        (int)
            lines.stream()
                .filter(
                    line ->
                        line.state() != ImportLine.State.UNCHANGED
                            && line.state() != ImportLine.State.PROBLEM)
                .count();
    add(
        head,
        new Figures(
            formats,
            state -> (int) lines.stream().filter(line -> line.state() == state).count(),
            true));
    add(
        taken == 0
            ? Note.of(Tone.QUIET, getTranslation("schedule.import.check.nothing"))
            : Note.of(Tone.QUIET, getTranslation("schedule.import.check.sessions", sessions)));
    add(
        new LineList(
            lines,
            brought.reading().drafts(),
            DraftWords.of(getLocale(), formats, kit.binding().zone())),
        bar(taken));
  }

  private Div bar(int taken) {
    Button toNames = new Button(getTranslation("schedule.import.back"), Icon.ARROW_LEFT.create());
    toNames.addClassName("zore-quiet");
    toNames.addClickListener(click -> back.run());
    Div bar = new Div(toNames);
    bar.addClassName("import-bar");
    if (taken > 0) {
      Button start =
          new Button(getTranslation("schedule.import.start", taken), Icon.IMPORT.create());
      start.addClassName("zore-primary");
      start.setDisableOnClick(true);
      start.addClickListener(click -> click.getSource().getUI().ifPresent(this::start));
      bar.add(start);
    }
    return bar;
  }

  private void start(UI ui) {
    running.run();
    LongWork work = new LongWork(getTranslation("schedule.import.running"), back).finishes();
    removeAll();
    add(work);
    work.run(
        ui,
        kit.bound(
            watch ->
                kit.imports()
                    .apply(
                        brought.fileName(), brought.reading().drafts(), brought.mapping(), watch)),
        made -> {
          if (made.isPresent()) {
            done.accept(made.get().id());
          } else {
            show(List.of());
          }
        });
  }
}
