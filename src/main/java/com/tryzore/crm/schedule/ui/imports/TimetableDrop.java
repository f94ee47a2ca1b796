package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.schedule.ical.TimetableReader;
import com.tryzore.crm.schedule.ical.TimetableReading;
import com.tryzore.crm.ui.FileDrop;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.server.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where a timetable is brought. What is none is said here. */
final class TimetableDrop extends Composite<FileDrop> {

  private final transient ImportKit kit;
  private final transient Binding binding;
  private final transient Consumer<Brought> then;
  private final transient Texts texts;

  /**
   * An empty place.
   *
   * @param then hears of a file that can be read
   */
  TimetableDrop(ImportKit kit, Consumer<Brought> then) {
    this.kit = kit;
    this.binding = kit.binding();
    this.then = then;
    this.texts = Texts.in(getLocale());
  }

  @Override
  protected FileDrop initContent() {
    return new FileDrop(
        new FileDrop.Words(
            getTranslation("schedule.import.file.title"),
            getTranslation("schedule.import.file.text"),
            getTranslation("schedule.import.file.choose"),
            getTranslation("schedule.import.file.help", TimetableReader.MOST_EVENTS),
            getTranslation("schedule.ical.file.too-large")),
        TimetableReader.MOST_BYTES,
        this::brought);
  }

  private Command brought(String name, Path file, long bytes) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      TimetableReading reading = kit.bindings().callAs(binding, () -> kit.imports().read(content));
      return switch (reading) {
        case TimetableReading.Refused(TimetableReading.Reason reason, int line) ->
            () -> getContent().refuse(texts.get("schedule.ical.file." + reason.word(), line));
        case TimetableReading.Read read when read.drafts().isEmpty() ->
            () -> getContent().refuse(nothing(read));
        case TimetableReading.Read read -> {
          Brought brought =
              kit.bindings()
                  .callAs(
                      binding,
                      () -> new Brought(name, read, kit.imports().suggested(read.drafts())));
          yield () -> then.accept(brought);
        }
      };
    } catch (RuntimeException failed) {
      return () -> {
        throw failed; // what the error handler of the tab says about it
      };
    }
  }

  private String nothing(TimetableReading.Read read) {
    return read.problems().isEmpty()
        ? texts.get("schedule.import.file.nothing")
        : texts.get(
            "schedule.import.file.nothingGood",
            read.problems().size(),
            new ImportWords(texts).problem(read.problems().getFirst()));
  }
}
