package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Set;
import java.util.function.Consumer;

/** Chooses what the roster tells beside the name. */
final class RosterColumns extends Composite<Button> {

  private final CheckboxGroup<RosterColumn> choice = new CheckboxGroup<>();

  RosterColumns(Consumer<Set<RosterColumn>> onChange) {
    Button button = getContent();
    button.setText(getTranslation("members.roster.columns"));
    button.setIcon(Icon.COLUMNS.create());
    button.addClassName("zore-quiet");
    choice.setItems(RosterColumn.values());
    choice.setItemLabelGenerator(RosterColumns::words);
    choice.setAriaLabel(getTranslation("members.roster.columns"));
    choice.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    choice.addClassName("roster-choice");
    choice.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            onChange.accept(change.getValue());
          }
        });
    Popover popover = new Popover(choice);
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setModal(true);
    popover.setAutofocus(true);
    popover.setAriaLabel(getTranslation("members.roster.columns"));
  }

  void show(Set<RosterColumn> chosen) {
    choice.setValue(chosen);
  }

  /** What a column is called. */
  static String words(RosterColumn column) {
    return I18NProvider.translate("members.roster.column." + QueryState.word(column));
  }
}
