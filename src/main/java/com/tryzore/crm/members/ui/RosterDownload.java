package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ExportNotPermittedException;
import com.tryzore.crm.members.RosterExport;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A button that downloads what it was last offered as a CSV file, under the tab's binding. */
final class RosterDownload extends Anchor {

  private final transient RosterExport export;
  private final transient Bindings bindings;
  private final transient Binding binding;
  private final Locale reader;
  private transient volatile RosterExport.@Nullable Request request;

  RosterDownload(String words, RosterExport export, Bindings bindings) {
    this.export = export;
    this.bindings = bindings;
    this.binding = bindings.required();
    this.reader = getLocale();
    Button button = new Button(words, Icon.DOWNLOAD.create());
    button.setTabIndex(-1);
    add(button);
    setHref((DownloadHandler) this::serve);
    setRouterIgnore(true);
  }

  /** What the next click downloads. */
  void offer(RosterExport.Request next) {
    request = next;
  }

  private void serve(DownloadEvent event) throws IOException {
    RosterExport.Request asked = request;
    if (asked == null) {
      event.getResponse().setStatus(HttpStatus.NOT_FOUND.value());
      return;
    }
    event.setFileName("members-%s-%s.csv".formatted(binding.slug(), LocalDate.now(binding.zone())));
    event.setContentType("text/csv; charset=utf-8");
    Texts texts = Texts.in(reader);
    boolean commaInNumbers = DecimalFormatSymbols.getInstance(reader).getDecimalSeparator() == ',';
    try {
      bindings.callAs(
          binding,
          () -> {
            export.write(
                asked,
                word ->
                    texts.get(
                        word.startsWith("status.")
                            ? "members." + word
                            : "members.roster.column." + word),
                commaInNumbers ? ';' : ',',
                event.getOutputStream());
            return true;
          });
    } catch (ExportNotPermittedException withdrawn) {
      event.getResponse().setStatus(HttpStatus.FORBIDDEN.value());
    }
  }
}
