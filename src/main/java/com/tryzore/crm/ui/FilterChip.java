package com.tryzore.crm.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Consumer;

/** One chip of a {@link FilterBar}: a button that says what it filters by, and its choices. */
final class FilterChip extends Composite<Button> {

  private final String parameter;
  private final String label;
  private final FilterKind kind;
  private List<String> held = List.of();

  FilterChip(String parameter, String label, FilterKind kind, Consumer<List<String>> change) {
    this.parameter = parameter;
    this.label = label;
    this.kind = kind;
    Button button = getContent();
    button.addClassName("zore-chip");
    button.setIcon(Icon.CHEVRON_DOWN.create());
    button.setIconAfterText(true);
    new LatePopover(
            button, label, PopoverPosition.BOTTOM_START, () -> kind.choices(label, held, change))
        .setModal(true);
    show(QueryState.EMPTY);
  }

  String parameter() {
    return parameter;
  }

  boolean isSet(QueryState state) {
    return !state.texts(parameter).isEmpty();
  }

  void show(QueryState state) {
    held = state.texts(parameter);
    getContent()
        .setText(
            held.isEmpty()
                ? label
                : getTranslation("ui.filter.chosen", label, kind.words(held, getLocale())));
    getContent().setClassName("zore-chip-on", !held.isEmpty());
  }
}
