package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.imports.DryRun;
import com.tryzore.crm.members.imports.DryRunResult;
import com.tryzore.crm.members.imports.DuplicateDecisions;
import com.tryzore.crm.members.imports.ImportPlan;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.members.ui.StatusLook;
import com.tryzore.crm.ui.Figure;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import would do, found out without doing it; the last word before it is done. */
final class CheckPanel extends Div {
  private static final int NAMED = 12;

  private final transient ImportKit kit;
  private final transient MemberImport job;
  private final transient Runnable back;
  private final transient Runnable begun;
  private final transient Formats formats;
  private final Div figures = new Div();
  private final Button start = new Button();
  private transient @Nullable ImportPlan plan;
  private transient @Nullable DryRun found;

  /**
   * Tries the import when it is shown.
   *
   * @param back goes back to how the file is read
   * @param begun hears that the import was started, here or at another desk
   */
  CheckPanel(ImportKit kit, MemberImport job, Runnable back, Runnable begun) {
    this.kit = kit;
    this.job = job;
    this.back = back;
    this.begun = begun;
    this.formats = kit.formats(getLocale());
    addClassName("import-panel");
    figures.addClassName("import-figures");
    figures.getElement().setAttribute("role", "status");
    start.addClassName("zore-primary");
    start.setIcon(Icon.IMPORT.create());
    start.setDisableOnClick(true);
    start.addClickListener(click -> start());
  }

  /** Tries it. */
  void tryIt(UI ui) {
    ImportPlan decided = kit.imports().plan(job.id()).orElseThrow();
    plan = decided;
    LongWork look = new LongWork(getTranslation("members.import.checking"), back);
    removeAll();
    add(look);
    look.run(
        ui,
        kit.bound(progress -> kit.imports().dryRun(job, decided.mapping(), progress)),
        result -> {
          removeAll();
          switch (result) {
            case DryRunResult.Done done -> show(done.dryRun(), decided);
            case DryRunResult.NotReady not ->
                wrong(not.problems().stream().map(ImportWords::mapping).toList());
            case DryRunResult.Refused refused ->
                wrong(List.of(ImportWords.refusal(refused.refusal(), getLocale())));
            case DryRunResult.Cancelled cancelled -> back.run();
          }
        });
  }

  private void wrong(List<String> sentences) {
    sentences.forEach(sentence -> add(Note.of(Tone.BAD, sentence)));
    add(bar(false));
  }

  private void show(DryRun dryRun, ImportPlan decided) {
    found = dryRun;
    Div head =
        new Div(
            new H2(getTranslation("members.import.check.title")),
            new Paragraph(getTranslation("members.import.check.text")));
    head.addClassName("import-head");
    add(head, figures, notes(dryRun));
    if (!dryRun.duplicates().isEmpty()) {
      add(new DuplicateTable(kit, dryRun, decided.decisions(), this::decide));
    }
    if (!dryRun.rejectedRows().isEmpty() || !dryRun.warnedRows().isEmpty()) {
      add(new ProblemTable(dryRun, formats));
    }
    add(bar(true));
    totals(dryRun, decided.decisions());
  }

  private Div notes(DryRun dryRun) {
    Div notes = new Div();
    notes.addClassName("import-notes");
    Map<MemberStatus, Integer> statuses = dryRun.statuses();
    if (!statuses.isEmpty()) {
      String words =
          statuses.entrySet().stream()
              .map(e -> formats.number(e.getValue()) + " " + StatusLook.words(e.getKey()))
              .collect(Collectors.joining(" · "));
      notes.add(Note.of(Tone.QUIET, getTranslation("members.import.check.statuses", words)));
    }
    if (!dryRun.newTags().isEmpty()) {
      notes.add(note("members.import.check.tags", dryRun.newTags()));
    }
    if (!dryRun.newPlans().isEmpty()) {
      notes.add(note("members.import.check.plans", dryRun.newPlans()));
    }
    return notes;
  }

  private Div note(String key, Collection<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return Note.of(
        Tone.QUIET,
        getTranslation(key, names.size(), names.size() > NAMED ? first + ", …" : first));
  }

  private void decide(DuplicateDecisions decisions) {
    ImportPlan known = plan;
    DryRun dryRun = found;
    if (known == null || dryRun == null) {
      return;
    }
    ImportPlan changed = new ImportPlan(known.mapping(), decisions);
    plan = changed;
    kit.imports().save(job.id(), changed, dryRun.rows());
    totals(dryRun, decisions);
  }

  private void totals(DryRun dryRun, DuplicateDecisions decisions) {
    DryRun.Totals totals = dryRun.totals(decisions);
    figures.removeAll();
    figure(totals.created(), "members.import.figure.created", Tone.GOOD);
    figure(totals.updated(), "members.import.figure.updated", Tone.ACCENT);
    figure(totals.skipped(), "members.import.figure.skipped", Tone.QUIET);
    figure(totals.rejected(), "members.import.figure.rejected", Tone.BAD);
    int touched = totals.created() + totals.updated();
    start.setText(getTranslation("members.import.start", touched));
    start.setEnabled(touched > 0);
  }

  private void figure(int number, String key, Tone tone) {
    figures.add(new Figure(formats, number, getTranslation(key, number), tone));
  }

  private Div bar(boolean ready) {
    Button toReading = new Button(getTranslation("members.import.back"), Icon.ARROW_LEFT.create());
    toReading.addClassName("zore-quiet");
    toReading.addClickListener(click -> back.run());
    Div bar = new Div(toReading);
    if (ready) {
      bar.add(start);
    }
    bar.addClassName("import-bar");
    return bar;
  }

  private void start() {
    // One who was quicker, at another desk or by a second click, has started the same import.
    kit.imports().start(job.id());
    begun.run();
  }
}
