package com.tryzore.crm.shell;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.KeyHint;
import com.tryzore.crm.ui.PaletteItem;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * Search and actions from anywhere: {@code /} or Ctrl+K. The browser's script ({@code shell.js})
 * opens and closes it, moves the highlight and holds an Enter back until the answers belong to what
 * was typed, so that no key waits for the server and none acts on old answers; the server only
 * answers. The field's text is never set from here, for that could overtake someone typing.
 */
@Tag("dialog")
final class CommandPalette extends HtmlContainer {

  private static final int DEBOUNCE = 60;

  private final Answers answers;
  private final Input field = new Input(ValueChangeMode.LAZY);
  private final Div list = new Div();
  private final Div actions = new Div();
  private final Span status = new Span();

  CommandPalette(Answers answers) {
    this.answers = answers;
    addClassName("zore-palette");
    getElement().setAttribute("aria-label", getTranslation("shell.palette.title"));
    field.setValueChangeTimeout(DEBOUNCE);
    field.setPlaceholder(getTranslation("shell.palette.placeholder"));
    field.setAriaLabel(getTranslation("shell.palette.title"));
    field.addClassName("zore-palette-field");
    list.setId("zore-palette-list");
    list.addClassName("zore-palette-list");
    list.getElement().setAttribute("role", "listbox");
    list.getElement().setAttribute("aria-label", getTranslation("shell.palette.answers"));
    field.getElement().setAttribute("role", "combobox");
    field.getElement().setAttribute("aria-expanded", "true");
    field.getElement().setAttribute("aria-autocomplete", "list");
    field.getElement().setAttribute("aria-controls", "zore-palette-list");
    field.getElement().setAttribute("autocomplete", "off");
    field.getElement().setAttribute("spellcheck", "false");
    field.getElement().setAttribute("maxlength", "100");
    actions.addClassName("zore-palette-actions");
    status.addClassName("zore-palette-status");
    status.getElement().setAttribute("role", "status");
    Div head = new Div(Icon.SEARCH.create(), field, new KeyHint("Esc"));
    head.addClassName("zore-palette-head");
    Div foot = new Div(actions, status);
    foot.addClassName("zore-palette-foot");
    add(head, list, foot);
    field.addValueChangeListener(change -> answer(change.getValue()));
    getElement().addEventListener("zore-open", opened -> answer(field.getValue()));
  }

  private void answer(String text) {
    String typed = text.strip();
    Answers.Found found = answers.to(typed);
    list.removeAll();
    actions.removeAll();
    int number = 0;
    for (Answers.Group group : found.groups()) {
      Span heading = new Span(getTranslation(group.headingKey()));
      heading.addClassName("zore-palette-heading");
      heading.getElement().setAttribute("role", "presentation");
      Div section = new Div(heading);
      section.getElement().setAttribute("role", "group");
      section.getElement().setAttribute("aria-label", getTranslation(group.headingKey()));
      for (PaletteItem item : group.items()) {
        PaletteRow row = new PaletteRow("zore-hit-" + number++, item);
        section.add(row);
        actions.add(row.actions());
      }
      list.add(section);
    }
    status.setText(words(found, typed));
    list.getElement().setAttribute("data-for", typed);
  }

  private String words(Answers.Found found, String typed) {
    if (found.incomplete()) {
      return getTranslation("shell.palette.incomplete");
    }
    if (typed.isEmpty()) {
      return "";
    }
    return found.count() == 0
        ? getTranslation("shell.palette.nothing", typed)
        : getTranslation("shell.palette.count", found.count());
  }
}
