package com.tryzore.crm.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included, either end open; written {@code 2026-01-01..2026-03-31}
 * in addresses.
 */
public record DateSpan(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** The span in such a text; none when it holds neither end or cannot be read. */
  public static Optional<DateSpan> parse(String text) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2) {
      return Optional.empty();
    }
    try {
      DateSpan span = new DateSpan(end(ends[0]), end(ends[1]));
      return span.isOpen() ? Optional.empty() : Optional.of(span);
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate end(String text) {
    return text.isBlank() ? null : LocalDate.parse(text.strip());
  }

  private boolean isOpen() {
    return from == null && to == null;
  }

  /** The text for an address; empty when both ends are open. */
  public String text() {
    return isOpen() ? "" : (from == null ? "" : from) + ".." + (to == null ? "" : to);
  }
}
