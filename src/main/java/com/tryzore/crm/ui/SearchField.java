package com.tryzore.crm.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/**
 * A field that searches while one types: the listener hears the text 60 ms after the last key, and
 * at once on Enter.
 *
 * <pre>{@code
 * SearchField search = new SearchField(getTranslation("members.search"));
 * search.onSearch(text -> navigateWith(state.with("q", text)));
 * search.showSilently(state.text("q")); // follows the URL without searching again
 * }</pre>
 */
public final class SearchField extends TextField {

  private boolean silent;

  /** A field; the words are its accessible name and its placeholder. */
  public SearchField(String words) {
    addClassName("zore-search");
    setPlaceholder(words);
    setAriaLabel(words);
    setPrefixComponent(Icon.SEARCH.create());
    setClearButtonVisible(true);
    setValueChangeMode(ValueChangeMode.LAZY);
    setValueChangeTimeout(60);
    getElement().setAttribute("autocomplete", "off");
  }

  /** Hears what was typed, stripped of space around it. */
  public SearchField onSearch(Consumer<String> listener) {
    addValueChangeListener(
        change -> {
          if (!silent) {
            listener.accept(change.getValue().strip());
          }
        });
    return this;
  }

  /** Shows a text that did not come from typing; a text that means the same is left as it is. */
  public void showSilently(String text) {
    if (!getValue().strip().equals(text)) {
      silent = true;
      setValue(text);
      silent = false;
    }
  }
}
