package com.tryzore.crm.ui;

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

/**
 * Where a file is brought: chosen with the button or dropped. What is wrong with it is said here,
 * and the next file takes the words away.
 */
public final class FileDrop extends Div {

  /**
   * What is said around it.
   *
   * @param title what to bring
   * @param text what will become of it
   * @param choose on the button
   * @param help which files will do
   * @param tooLarge of a file beyond the limit
   */
  public record Words(String title, String text, String choose, String help, String tooLarge) {}

  /** What becomes of a file. */
  @FunctionalInterface
  public interface Taking {
    /**
     * Called on the upload's own thread, without a binding; the file is gone afterwards.
     *
     * @param bytes how large it is, perhaps beyond the limit; then only a part of it is here
     * @return what to do in the tab
     */
    Command take(String name, Path file, long bytes) throws IOException;
  }

  private final long limit;
  private final transient Taking taking;
  private final Upload upload = new Upload();
  private final Div answer = new Div();

  /**
   * An empty place.
   *
   * @param limit the most bytes
   */
  public FileDrop(Words words, int limit, Taking taking) {
    this.limit = limit;
    this.taking = taking;
    addClassNames("zore-card", "import-drop");
    Button choose = new Button(words.choose(), Icon.UPLOAD.create());
    choose.addClassName("zore-primary");
    upload.addClassName("import-upload");
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(getTranslation("ui.upload.drop")));
    upload.setDropLabelIcon(new Div());
    upload.setMaxFiles(1);
    upload.setMaxFileSize(limit);
    upload.setUploadHandler(this::receive);
    upload.setI18n(words(words.tooLarge()));
    upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
    upload
        .getElement()
        .addEventListener(
            "upload-error", failed -> refuse(getTranslation("ui.upload.interrupted")));
    answer.addClassName("import-answer");
    answer.getElement().setAttribute("role", "alert");
    Paragraph help = new Paragraph(words.help());
    help.addClassNames("zore-muted", "zore-small");
    add(new H2(words.title()), new Paragraph(words.text()), upload, answer, help);
  }

  private UploadI18N words(String tooLarge) {
    return new UploadI18N()
        .setUploading(
            new UploadI18N.Uploading()
                .setStatus(
                    new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("ui.upload.connecting"))
                        .setStalled(getTranslation("ui.upload.stalled"))
                        .setHeld(getTranslation("ui.upload.connecting"))
                        .setProcessing(getTranslation("ui.upload.processing")))
                .setRemainingTime(
                    new UploadI18N.Uploading.RemainingTime()
                        .setPrefix("")
                        .setUnknown(getTranslation("ui.upload.unknown"))))
        .setFile(new UploadI18N.File().setRemove(getTranslation("ui.upload.remove")))
        .setError(
            new UploadI18N.Error()
                .setFileIsTooBig(tooLarge)
                .setTooManyFiles(getTranslation("ui.upload.several")));
  }

  /** Says why a file is not taken. */
  public void refuse(String words) {
    upload.clearFileList();
    answer.removeAll();
    answer.add(Note.of(Tone.BAD, words));
  }

  /** On the upload's own thread: only the outcome is told in the tab. */
  private void receive(UploadEvent event) throws IOException {
    // Here and not on the browser's event, which may come later than the outcome of a short file.
    tell(event.getUI(), answer::removeAll);
    Path file = Files.createTempFile("brought-", ".import");
    try {
      long bytes = store(event, file);
      tell(event.getUI(), () -> upload.clearFileList());
      tell(event.getUI(), taking.take(event.getFileName(), file, bytes));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private long store(UploadEvent event, Path file) throws IOException {
    try (InputStream content = event.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      long bytes = 0;
      byte[] part = new byte[64 * 1024];
      for (int read = content.read(part); read >= 0 && bytes <= limit; read = content.read(part)) {
        out.write(part, 0, read);
        bytes += read;
      }
      return Math.max(bytes, bytes > limit ? event.getFileSize() : bytes);
    }
  }

  private static void tell(UI ui, Command words) {
    try {
      var unused = ui.access(words);
    } catch (UIDetachedException gone) {
      // Nobody waits any more.
    }
  }
}
