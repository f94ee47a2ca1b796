package com.tryzore.crm.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a view shows, as the query part of its address: a link shows the same to a colleague.
 * Immutable. Reading is forgiving, for people edit addresses: what cannot be read counts as absent.
 *
 * <pre>{@code
 * QueryState state = QueryState.of(event.getLocation());
 * state.text("q");
 * state.choice("sort", Sort.class).orElse(Sort.NAME);
 * UI.getCurrent().navigate(path, state.with("status", List.of("active")).toParameters());
 * }</pre>
 */
public final class QueryState {

  /** Nothing filtered, nothing selected. */
  public static final QueryState EMPTY = new QueryState(Map.of());

  private final Map<String, List<String>> values;

  private QueryState(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The state in a location's query. */
  public static QueryState of(Location location) {
    return of(location.getQueryParameters());
  }

  /** The state in these parameters. */
  public static QueryState of(QueryParameters parameters) {
    return new QueryState(new LinkedHashMap<>(parameters.getParameters()));
  }

  /** The text; empty when there is none. */
  public String text(String name) {
    return first(name).orElse("");
  }

  /** Every value given under the name, in order. */
  public List<String> texts(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  /** A whole number. */
  public Optional<Integer> number(String name) {
    return parsed(name, Integer::valueOf);
  }

  /** A date written 2026-03-14. */
  public Optional<LocalDate> date(String name) {
    return parsed(name, LocalDate::parse);
  }

  /** An id. */
  public Optional<UUID> id(String name) {
    return parsed(name, UUID::fromString);
  }

  /** Whether the name stands in the query, with any value but {@code false}. */
  public boolean flag(String name) {
    return values.containsKey(name) && !text(name).equals("false");
  }

  /** One of an enum's constants, written in lower case with hyphens: {@code last-visit}. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return parsed(name, text -> constant(text, type));
  }

  /** All of an enum's constants given under the name; unknown ones are left out. */
  public <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    return texts(name).stream()
        .map(text -> attempt(text, value -> constant(value, type)))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The same state with this value in place of what the name had; an empty one takes it out. */
  public QueryState with(String name, String value) {
    return with(name, value.isBlank() ? List.of() : List.of(value));
  }

  /** The same state with these values in place of what the name had; none takes it out. */
  public QueryState with(String name, Collection<String> newValues) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    if (newValues.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.copyOf(newValues));
    }
    return new QueryState(changed);
  }

  /** The same state with an enum's constant. */
  public QueryState with(String name, Enum<?> value) {
    return with(name, word(value));
  }

  /** The same state without these names. */
  public QueryState without(String... names) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.keySet().removeAll(Arrays.asList(names));
    return new QueryState(changed);
  }

  /** How a constant is written in an address: {@code LAST_VISIT} is {@code last-visit}. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For {@code UI.navigate}. */
  public QueryParameters toParameters() {
    return new QueryParameters(values);
  }

  private Optional<String> first(String name) {
    return texts(name).stream().findFirst();
  }

  private <T> Optional<T> parsed(String name, Function<String, T> parser) {
    return first(name).flatMap(text -> attempt(text, parser));
  }

  private static <E extends Enum<E>> E constant(String text, Class<E> type) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static <T> Optional<T> attempt(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text.strip()));
    } catch (IllegalArgumentException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QueryState state && values.equals(state.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return new ArrayList<>(values.entrySet()).toString();
  }
}
