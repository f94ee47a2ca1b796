package com.tryzore.crm.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A row of filter chips whose state is the URL's. A chip shows what it filters by; a click opens
 * the choices. The bar never filters by itself: it tells the view the new {@link QueryState}, the
 * view navigates there, and shows the bar the state it arrived with.
 *
 * <pre>{@code
 * FilterBar filters = new FilterBar(state -> UI.getCurrent().navigate(path, state.toParameters()));
 * filters.anyOf("status", getTranslation("members.status"), () -> List.of(
 *     new FilterBar.Choice("active", "Active"), new FilterBar.Choice("frozen", "Frozen")));
 * filters.oneOf("ends", getTranslation("members.ends"), …);
 * filters.dates("joined", getTranslation("members.joined")); // ?joined=2026-01-01..2026-03-31
 * filters.show(QueryState.of(event.getLocation()));
 * }</pre>
 */
public final class FilterBar extends Composite<Div> {

  /** A value as it stands in the URL, and the words for it. */
  public record Choice(String value, String words) {}

  private final Consumer<QueryState> onChange;
  private final List<FilterChip> chips = new ArrayList<>();
  private final Button clear = new Button(getTranslation("ui.filter.clear"));
  private QueryState state = QueryState.EMPTY;

  /** A bar without chips; the consumer hears the whole new state, other parameters kept. */
  public FilterBar(Consumer<QueryState> onChange) {
    this.onChange = onChange;
    getContent().addClassName("zore-filters");
    getContent().getElement().setAttribute("role", "group");
    getContent().getElement().setAttribute("aria-label", getTranslation("ui.filter.label"));
    clear.addClassNames("zore-quiet", "zore-filter-clear");
    clear.setVisible(false);
    clear.addClickListener(click -> clear());
    getContent().add(clear);
  }

  /** A chip with choices of which any number can hold. They are asked for on each opening. */
  public FilterBar anyOf(String parameter, String label, Supplier<List<Choice>> choices) {
    return add(parameter, label, new FilterKind.AnyOf(choices));
  }

  /** A chip with choices of which one can hold. */
  public FilterBar oneOf(String parameter, String label, Supplier<List<Choice>> choices) {
    return add(parameter, label, new FilterKind.OneOf(choices));
  }

  /** A chip for a span of days, either end open: {@code 2026-01-01..}, see {@link DateSpan}. */
  public FilterBar dates(String parameter, String label) {
    return add(parameter, label, new FilterKind.Days());
  }

  /** Shows the state a navigation arrived with. */
  public void show(QueryState newState) {
    state = newState;
    chips.forEach(chip -> chip.show(newState));
    clear.setVisible(isFiltering());
  }

  /** Whether any chip holds something. */
  public boolean isFiltering() {
    return chips.stream().anyMatch(chip -> chip.isSet(state));
  }

  /** Takes all of this bar's filters out of the state. */
  public void clear() {
    onChange.accept(
        state.without(chips.stream().map(FilterChip::parameter).toArray(String[]::new)));
  }

  private FilterBar add(String parameter, String label, FilterKind kind) {
    FilterChip chip =
        new FilterChip(
            parameter, label, kind, values -> onChange.accept(state.with(parameter, values)));
    chips.add(chip);
    getContent().addComponentAtIndex(chips.size() - 1, chip);
    return this;
  }
}
