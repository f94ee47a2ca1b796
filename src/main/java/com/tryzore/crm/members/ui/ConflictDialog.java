package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.RecordConflict;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows what I typed and what somebody else has saved meanwhile, field by field, and asks which to
 * keep. What only one of us changed is chosen already; what both changed is for the person to
 * decide. The form below stays as it is until then.
 *
 * @param <R> the record in question
 */
@StyleSheet("context://styles/members.css")
public final class ConflictDialog<R extends Record> extends Dialog {

  /** How the fields of a record are called and written. */
  public interface Words {

    /** The label of a record component. */
    String label(String field);

    /** A value of it as a person reads it; a dash for none. */
    String value(String field, @Nullable Object value);
  }

  private enum Side {
    MINE,
    THEIRS
  }

  private final transient RecordConflict<R> conflict;
  private final transient Map<String, RadioButtonGroup<Side>> choices = new LinkedHashMap<>();

  private ConflictDialog(RecordConflict<R> conflict, Words words, Consumer<R> decided) {
    this.conflict = conflict;
    addClassNames("zore-dialog", "member-conflict");
    setHeaderTitle(getTranslation("members.conflict.title"));
    setWidth("40rem");
    setCloseOnOutsideClick(false);
    add(new Paragraph(getTranslation("members.conflict.text")));
    Div list = new Div();
    list.addClassName("member-conflict-fields");
    conflict.fields().forEach(field -> list.add(choice(field, words)));
    add(list);
    Button back = new Button(getTranslation("members.conflict.back"), click -> close());
    Button save = new Button(getTranslation("members.conflict.save"), click -> decide(decided));
    save.addClassName("zore-primary");
    getFooter().add(back, save);
    addDialogCloseActionListener(closing -> close());
  }

  /**
   * Asks, unless the other changed nothing that can be seen here: then mine is as good as decided.
   *
   * @param decided takes the record to save
   */
  public static <R extends Record> void ask(
      RecordConflict<R> conflict, Words words, Consumer<R> decided) {
    if (conflict.fields().stream().allMatch(RecordConflict.Field::changedByMeOnly)) {
      decided.accept(conflict.mine());
    } else {
      new ConflictDialog<>(conflict, words, decided).open();
    }
  }

  private RadioButtonGroup<Side> choice(RecordConflict.Field field, Words words) {
    RadioButtonGroup<Side> group = new RadioButtonGroup<>(words.label(field.name()));
    group.setItems(Side.values());
    group.setRenderer(
        new ComponentRenderer<>(
            side -> option(whose(side, field), words.value(field.name(), of(side, field)))));
    group.setManualValidation(true);
    if (!field.changedByBoth()) {
      group.setValue(field.changedByThemOnly() ? Side.THEIRS : Side.MINE);
    }
    group.addValueChangeListener(change -> group.setInvalid(false));
    choices.put(field.name(), group);
    return group;
  }

  private static @Nullable Object of(Side side, RecordConflict.Field field) {
    return side == Side.MINE ? field.mine() : field.theirs();
  }

  private static String whose(Side side, RecordConflict.Field field) {
    if (Objects.equals(of(side, field), field.read())) {
      return "members.conflict.before";
    }
    return side == Side.MINE ? "members.conflict.mine" : "members.conflict.theirs";
  }

  private Div option(String whoseKey, String value) {
    Span whose = new Span(getTranslation(whoseKey));
    whose.addClassName("zore-muted");
    Div option = new Div(whose, new Span(value));
    option.addClassName("member-conflict-option");
    return option;
  }

  private void decide(Consumer<R> decided) {
    boolean complete = true;
    for (RadioButtonGroup<Side> group : choices.values()) {
      if (group.isEmpty()) {
        group.setErrorMessage(getTranslation("members.conflict.choose"));
        group.setInvalid(true);
        if (complete) {
          group.getElement().callJsFunction("focus");
        }
        complete = false;
      }
    }
    if (complete) {
      Set<String> theirs =
          choices.entrySet().stream()
              .filter(choice -> choice.getValue().getValue() == Side.THEIRS)
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      close();
      decided.accept(conflict.taking(theirs));
    }
  }
}
