package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LatePopover;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Set;
import java.util.function.Consumer;

/** Chooses what the roster tells beside the name. */
final class RosterColumns extends Composite<Button> {

  private final Consumer<Set<RosterColumn>> onChange;
  private Set<RosterColumn> chosen = Set.of();

  RosterColumns(Consumer<Set<RosterColumn>> onChange) {
    this.onChange = onChange;
    Button button = getContent();
    button.setText(getTranslation("members.roster.columns"));
    button.setIcon(Icon.COLUMNS.create());
    button.addClassName("zore-quiet");
    new LatePopover(
            button,
            getTranslation("members.roster.columns"),
            PopoverPosition.BOTTOM_END,
            this::choice)
        .setModal(true);
  }

  void show(Set<RosterColumn> shown) {
    chosen = shown;
  }

  private CheckboxGroup<RosterColumn> choice() {
    CheckboxGroup<RosterColumn> choice = new CheckboxGroup<>();
    choice.setItems(RosterColumn.values());
    choice.setItemLabelGenerator(RosterColumns::words);
    choice.setAriaLabel(getTranslation("members.roster.columns"));
    choice.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    choice.addClassName("roster-choice");
    choice.setValue(chosen);
    choice.addValueChangeListener(change -> onChange.accept(change.getValue()));
    return choice;
  }

  /** What a column is called. */
  static String words(RosterColumn column) {
    return I18NProvider.translate("members.roster.column." + QueryState.word(column));
  }
}
