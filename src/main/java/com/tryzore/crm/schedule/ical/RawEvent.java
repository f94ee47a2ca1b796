package com.tryzore.crm.schedule.ical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of one VEVENT that matter here, not yet understood. */
final class RawEvent {

  private static final int MOST_OF_A_NAME = 500;

  private final int line;
  private final Map<String, List<ContentLine>> lines = new HashMap<>();
  private boolean unreadable;

  RawEvent(int line) {
    this.line = line;
  }

  void add(ContentLine content) {
    List<ContentLine> same = lines.computeIfAbsent(content.name(), any -> new ArrayList<>());
    if (same.size() < MOST_OF_A_NAME) {
      same.add(content);
    } else {
      unreadable = true;
    }
  }

  void hasUnreadableLine() {
    unreadable = true;
  }

  boolean isUnreadable() {
    return unreadable;
  }

  int line() {
    return line;
  }

  List<ContentLine> all(String name) {
    return lines.getOrDefault(name, List.of());
  }

  Optional<ContentLine> first(String name) {
    return all(name).stream().findFirst();
  }

  String text(String name) {
    return first(name).map(content -> DraftText.unescaped(content.value())).orElse("");
  }

  /** The value as it stands, blanks around it cut off. */
  String plain(String name) {
    return first(name).map(content -> content.value().strip()).orElse("");
  }
}
