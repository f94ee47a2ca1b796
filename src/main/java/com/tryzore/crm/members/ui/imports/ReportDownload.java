package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A button that downloads what became of every row, under the tab's binding. */
final class ReportDownload extends Anchor {
  private final transient ImportKit kit;
  private final transient MemberImport job;
  private final transient Binding binding;
  private final Locale reader;

  ReportDownload(ImportKit kit, MemberImport job) {
    this.kit = kit;
    this.job = job;
    this.binding = kit.binding();
    this.reader = getLocale();
    Button button = new Button(getTranslation("members.import.report"), Icon.DOWNLOAD.create());
    button.setTabIndex(-1);
    add(button);
    setHref((DownloadHandler) this::serve);
    setRouterIgnore(true);
  }

  /**
   * Named after the list. Whoever brought the list named it: a quotation mark in it would end the
   * name in the header, and let the rest choose what the file is for.
   */
  static String reportName(String listName) {
    String stem = listName.replaceAll("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    return "import-report-" + stem.substring(0, Math.min(stem.length(), 80)) + ".csv";
  }

  private void serve(DownloadEvent event) throws IOException {
    event.setFileName(reportName(job.fileName()));
    event.setContentType("text/csv; charset=utf-8");
    Texts texts = Texts.in(reader);
    try {
      kit.bindings()
          .callAs(
              binding,
              () -> {
                kit.reports().write(job.id(), event.getOutputStream(), texts::get);
                return true;
              });
    } catch (NotAllowedException withdrawn) {
      event.getResponse().setStatus(HttpStatus.FORBIDDEN.value());
    }
  }
}
