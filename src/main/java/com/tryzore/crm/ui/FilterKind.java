package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a filter chip offers to choose from, and how it says what was chosen. */
interface FilterKind {

  /** The fields to choose with; they tell every change at once. */
  Component choices(String label, List<String> held, Consumer<List<String>> change);

  /** What is held, in a few words. */
  String words(List<String> held, Locale reader);

  /** Any number of the choices. */
  record AnyOf(Supplier<List<FilterBar.Choice>> offered) implements FilterKind {
    @Override
    public Component choices(String label, List<String> held, Consumer<List<String>> change) {
      List<FilterBar.Choice> all = offered.get();
      CheckboxGroup<FilterBar.Choice> group = new CheckboxGroup<>();
      group.setItems(all);
      group.setItemLabelGenerator(FilterBar.Choice::words);
      group.setAriaLabel(label);
      group.setValue(selected(all, held));
      group.addValueChangeListener(
          event ->
              change.accept(
                  all.stream()
                      .filter(event.getValue()::contains)
                      .map(FilterBar.Choice::value)
                      .toList()));
      return group;
    }

    @Override
    public String words(List<String> held, Locale reader) {
      return FilterKind.words(offered.get(), held);
    }
  }

  /** One of the choices. */
  record OneOf(Supplier<List<FilterBar.Choice>> offered) implements FilterKind {
    @Override
    public Component choices(String label, List<String> held, Consumer<List<String>> change) {
      List<FilterBar.Choice> all = offered.get();
      RadioButtonGroup<FilterBar.Choice> group = new RadioButtonGroup<>();
      group.setItems(all);
      group.setItemLabelGenerator(FilterBar.Choice::words);
      group.setAriaLabel(label);
      selected(all, held).stream().findFirst().ifPresent(group::setValue);
      group.addValueChangeListener(event -> change.accept(List.of(event.getValue().value())));
      return group;
    }

    @Override
    public String words(List<String> held, Locale reader) {
      return FilterKind.words(offered.get(), held);
    }
  }

  /** A span of days. */
  record Days() implements FilterKind {
    @Override
    public Component choices(String label, List<String> held, Consumer<List<String>> change) {
      DatePicker from = new DatePicker(I18NProvider.translate("ui.filter.from"));
      DatePicker to = new DatePicker(I18NProvider.translate("ui.filter.to"));
      held.stream()
          .findFirst()
          .flatMap(DateSpan::parse)
          .ifPresent(
              span -> {
                from.setValue(span.from());
                to.setValue(span.to());
              });
      Runnable tell =
          () -> {
            String text = new DateSpan(from.getValue(), to.getValue()).text();
            change.accept(text.isEmpty() ? List.of() : List.of(text));
          };
      from.addValueChangeListener(event -> tell.run());
      to.addValueChangeListener(event -> tell.run());
      Div both = new Div(from, to);
      both.addClassName("zore-choices-dates");
      return both;
    }

    @Override
    public String words(List<String> held, Locale reader) {
      Formats formats = Formats.of(reader, ZoneOffset.UTC);
      return DateSpan.parse(held.getFirst())
          .map(span -> end(span.from(), formats) + " – " + end(span.to(), formats))
          .orElse(held.getFirst());
    }

    private static String end(@Nullable LocalDate date, Formats formats) {
      return date == null ? "…" : formats.date(date);
    }
  }

  private static Set<FilterBar.Choice> selected(List<FilterBar.Choice> all, List<String> held) {
    Set<FilterBar.Choice> selected = new LinkedHashSet<>();
    all.stream().filter(choice -> held.contains(choice.value())).forEach(selected::add);
    return selected;
  }

  /** The first, and how many more; a value that is not offered speaks for itself. */
  private static String words(List<FilterBar.Choice> all, List<String> held) {
    String first =
        all.stream()
            .filter(choice -> choice.value().equals(held.getFirst()))
            .map(FilterBar.Choice::words)
            .findFirst()
            .orElse(held.getFirst());
    return held.size() == 1 ? first : first + " +" + (held.size() - 1);
  }
}
