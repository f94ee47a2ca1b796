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
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Note;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Where a list is brought: chosen with the button or dropped. What is no list is said here. */
final class ListDrop extends Div {
  private static final ImportLimits LIMITS = ImportLimits.USUAL;

  private final transient ImportKit kit;
  private final transient Binding binding;
  private final transient Consumer<ImportId> kept;
  private final Locale reader;
  private final Upload upload = new Upload();
  private final Div answer = new Div();

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
    addClassNames("zore-card", "import-drop");
    Button choose = new Button(getTranslation("members.import.file.choose"), Icon.UPLOAD.create());
    choose.addClassName("zore-primary");
    upload.addClassName("import-upload");
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(getTranslation("members.import.file.drop")));
    upload.setDropLabelIcon(new Div());
    upload.setMaxFiles(1);
    upload.setMaxFileSize((int) LIMITS.bytes());
    upload.setUploadHandler(this::receive);
    upload.setI18n(
        new UploadI18N()
            .setUploading(
                new UploadI18N.Uploading()
                    .setStatus(
                        new UploadI18N.Uploading.Status()
                            .setConnecting(getTranslation("members.import.upload.connecting"))
                            .setStalled(getTranslation("members.import.upload.stalled"))
                            .setHeld(getTranslation("members.import.upload.connecting"))
                            .setProcessing(getTranslation("members.import.upload.processing")))
                    .setRemainingTime(
                        new UploadI18N.Uploading.RemainingTime()
                            .setPrefix("")
                            .setUnknown(getTranslation("members.import.upload.unknown"))))
            .setFile(
                new UploadI18N.File().setRemove(getTranslation("members.import.upload.remove")))
            .setError(
                new UploadI18N.Error()
                    .setFileIsTooBig(
                        getTranslation(
                            "members.import.file.limit", ImportWords.size(LIMITS.bytes(), reader)))
                    .setTooManyFiles(getTranslation("members.import.file.several"))));
    upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
    upload
        .getElement()
        .addEventListener(
            "upload-error", failed -> refuse(getTranslation("members.import.file.interrupted")));
    answer.addClassName("import-answer");
    answer.getElement().setAttribute("role", "alert");
    Paragraph help =
        new Paragraph(
            getTranslation(
                "members.import.file.help",
                ImportWords.size(LIMITS.bytes(), reader),
                LIMITS.rows()));
    help.addClassNames("zore-muted", "zore-small");
    add(
        new H2(getTranslation("members.import.file.title")),
        new Paragraph(getTranslation("members.import.file.text")),
        upload,
        answer,
        help);
  }

  private String sentence(FileProblem problem, Object... arguments) {
    return ImportWords.refusal(new FileRefusal(problem, List.of(arguments)), reader);
  }

  private void refuse(String words) {
    upload.clearFileList();
    answer.removeAll();
    answer.add(Note.of(Tone.BAD, words));
  }

  /** On the upload's own thread: only the outcome is told in the tab. */
  private void receive(UploadEvent event) throws IOException {
    // Here and not on the browser's event, which may come later than the outcome of a short file.
    tell(event.getUI(), answer::removeAll);
    Path file = Files.createTempFile("members-", ".import");
    try {
      long bytes = store(event, file);
      tell(event.getUI(), () -> upload.clearFileList());
      Command outcome;
      if (bytes > LIMITS.bytes()) {
        outcome = () -> refuse(sentence(FileProblem.TOO_LARGE, bytes, LIMITS.bytes()));
      } else {
        outcome = brought(event.getFileName(), file);
      }
      tell(event.getUI(), outcome);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long store(UploadEvent event, Path file) throws IOException {
    try (InputStream content = event.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      long bytes = 0;
      byte[] part = new byte[64 * 1024];
      for (int read = content.read(part);
          read >= 0 && bytes <= LIMITS.bytes();
          read = content.read(part)) {
        out.write(part, 0, read);
        bytes += read;
      }
      return Math.max(bytes, bytes > LIMITS.bytes() ? event.getFileSize() : bytes);
    }
  }

  private Command brought(String name, Path file) {
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
        case MemberImports.Upload.NotKept not -> () -> refuse(why(not.why()));
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
        : getTranslation("members.import.file.interrupted");
  }

  private static void tell(UI ui, Command words) {
    try {
      var unused = ui.access(words);
    } catch (UIDetachedException gone) {
      // Nobody waits any more; the list, if it was kept, stands in the history.
    }
  }
}
