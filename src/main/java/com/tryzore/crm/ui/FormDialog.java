package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.BooleanSupplier;

/**
 * A form in a dialog: labels above the fields, Enter saves (Ctrl+Enter inside a text area), Escape
 * cancels, the focus starts in the first field and returns to where it was. A save that answers
 * {@code false} or throws leaves everything typed where it is.
 *
 * <pre>{@code
 * FormDialog dialog = new FormDialog(getTranslation("tags.new.title"));
 * dialog.fields(name, type, colour).wide(note);
 * dialog.saveWords(getTranslation("tags.new.save")).onSave(() -> {
 *   if (!binder.validate().isOk()) { return false; }
 *   tags.create(…);
 *   return true;
 * });
 * dialog.open();
 * }</pre>
 */
public class FormDialog extends Dialog {

  private final Div form = new Div();
  private final Button save = new Button(getTranslation("ui.save"));
  private final Button cancel = new Button(getTranslation("ui.cancel"));
  private BooleanSupplier onSave = () -> true;
  private Runnable onCancel = () -> {};

  /** An empty form. */
  public FormDialog(String title) {
    addClassNames("zore-dialog", "zore-form-dialog");
    setHeaderTitle(title);
    setWidth("36rem");
    setCloseOnOutsideClick(false);
    form.addClassName("zore-form");
    add(form);
    save.addClassName("zore-primary");
    save.setDisableOnClick(false);
    save.addClickListener(click -> save());
    cancel.addClickListener(click -> cancel());
    getFooter().add(cancel, save);
    addDialogCloseActionListener(close -> cancel());
    form.getElement().addEventListener("zore-save", event -> save());
    addOpenedChangeListener(
        change -> {
          if (change.isOpened()) {
            form.getElement().executeJs("window.zore.form(this)");
          }
        });
  }

  /** Fields side by side where there is room, one below the other where there is not. */
  public FormDialog fields(Component... fields) {
    form.add(fields);
    return this;
  }

  /** Fields over the whole width. */
  public FormDialog wide(Component... fields) {
    for (Component field : fields) {
      field.getElement().getClassList().add("zore-wide");
      form.add(field);
    }
    return this;
  }

  /** What the main button says; "Save" when not told. */
  public FormDialog saveWords(String words) {
    save.setText(words);
    return this;
  }

  /** What the other button says; "Cancel" when not told. */
  public FormDialog cancelWords(String words) {
    cancel.setText(words);
    return this;
  }

  /** Saves; answers whether the dialog may close. */
  public FormDialog onSave(BooleanSupplier action) {
    onSave = action;
    return this;
  }

  /** Hears that nothing was saved. */
  public FormDialog onCancel(Runnable action) {
    onCancel = action;
    return this;
  }

  /** Whether the main button can be used. */
  public void canSave(boolean possible) {
    save.setEnabled(possible);
  }

  /** Does what Enter does. */
  public void save() {
    if (isOpened() && save.isEnabled() && onSave.getAsBoolean()) {
      close();
    }
  }

  /** Does what Escape does. */
  public void cancel() {
    close();
    onCancel.run();
  }
}
