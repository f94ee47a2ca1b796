package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.ImportStatus;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.ui.Formats;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** An import, or an undo, that runs: how far it is, and the way to stop it. */
final class RunPanel extends Div {
  /** News come by themselves; asking as well notices a server that fell silent. */
  private static final int ASK_MILLISECONDS = 5_000;

  private final transient Formats formats;
  private final transient Runnable ask;
  private final ProgressBar bar = new ProgressBar();
  private final Span count = new Span();
  private final Button cancel = new Button(getTranslation("members.import.cancel"));
  private @Nullable Registration asking;

  /**
   * A running import.
   *
   * @param ask finds out how far it is
   */
  RunPanel(ImportKit kit, MemberImport job, Runnable ask) {
    this.formats = kit.formats(getLocale());
    this.ask = ask;
    addClassNames("zore-card", "import-run");
    boolean undo = job.status() == ImportStatus.UNDOING;
    H2 title =
        new H2(getTranslation(undo ? "members.import.undoing.title" : "members.import.run.title"));
    bar.getElement().setAttribute("aria-label", title.getText());
    count.addClassNames("zore-number", "import-run-count");
    Paragraph text =
        new Paragraph(
            getTranslation(undo ? "members.import.undoing.text" : "members.import.run.text"));
    text.addClassName("zore-muted");
    cancel.setDisableOnClick(true);
    cancel.addClickListener(
        click -> {
          kit.imports().cancel(job.id());
          ask.run();
        });
    Div foot = new Div(count, cancel);
    foot.addClassName("import-run-foot");
    add(title, bar, foot, text);
    show(job);
  }

  /** How far it is now. */
  void show(MemberImport job) {
    int total = Math.max(1, job.rowsTotal());
    int done = Math.min(job.rowsDone(), total);
    bar.setIndeterminate(done == 0);
    bar.setValue((double) done / total);
    count.setText(
        getTranslation(
            "members.import.run.count", formats.number(done), formats.number(job.rowsTotal())));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    ui.setPollInterval(ASK_MILLISECONDS);
    asking = ui.addPollListener(poll -> ask.run());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    Registration known = asking;
    if (known != null) {
      known.remove();
      asking = null;
    }
  }
}
