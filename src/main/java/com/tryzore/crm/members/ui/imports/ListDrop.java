package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.imports.FileProblem;
import com.tryzore.crm.members.imports.FileRefusal;
import com.tryzore.crm.members.imports.ImportId;
import com.tryzore.crm.members.imports.ImportLimits;
import com.tryzore.crm.members.imports.ImportProgress;
import com.tryzore.crm.members.imports.ImportSource;
import com.tryzore.crm.members.imports.Inspection;
import com.tryzore.crm.members.imports.MemberImports;
import com.tryzore.crm.ui.FileDrop;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.server.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Where a list is brought. What is no list is said here. */
final class ListDrop extends Composite<FileDrop> {
  private static final ImportLimits LIMITS = ImportLimits.USUAL;

  private final transient ImportKit kit;
  private final transient Binding binding;
  private final transient Consumer<ImportId> kept;
  private final Locale reader;

  /**
   * An empty place.
   *
   * @param kept hears which import began
   */
  ListDrop(ImportKit kit, Consumer<ImportId> kept) {
    this.kit = kit;
    this.binding = kit.binding();
    this.kept = kept;
    this.reader = getLocale();
  }

  @Override
  protected FileDrop initContent() {
    String most = ImportWords.size(LIMITS.bytes(), reader);
    return new FileDrop(
        new FileDrop.Words(
            getTranslation("members.import.file.title"),
            getTranslation("members.import.file.text"),
            getTranslation("members.import.file.choose"),
            getTranslation("members.import.file.help", most, LIMITS.rows()),
            getTranslation("members.import.file.limit", most)),
        (int) LIMITS.bytes(),
        this::brought);
  }

  private Command brought(String name, Path file, long bytes) {
    if (bytes > LIMITS.bytes()) {
      FileRefusal refusal = new FileRefusal(FileProblem.TOO_LARGE, List.of(bytes, LIMITS.bytes()));
      return () -> getContent().refuse(ImportWords.refusal(refusal, reader));
    }
    try {
      MemberImports.Upload result =
          kit.bindings()
              .callAs(
                  binding,
                  () ->
                      kit.imports()
                          .upload(name, ImportSource.ofFile(file), ImportProgress.UNWATCHED));
      return switch (result) {
        case MemberImports.Upload.Kept keeping -> () -> kept.accept(keeping.id());
        case MemberImports.Upload.NotKept not -> () -> getContent().refuse(why(not.why()));
      };
    } catch (RuntimeException failed) {
      return () -> {
        throw failed; // what the error handler of the tab says about it
      };
    }
  }

  private String why(Inspection look) {
    return look instanceof Inspection.Refused refused
        ? ImportWords.refusal(refused.refusal(), reader)
        : getTranslation("ui.upload.interrupted");
  }
}
