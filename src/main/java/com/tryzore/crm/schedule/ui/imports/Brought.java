package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ImportMapping;
import com.tryzore.crm.schedule.ical.DraftFacts;
import com.tryzore.crm.schedule.ical.TimetableReading;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A file that was brought to this tab, and what its names mean so far.
 *
 * @param reading what it says
 */
record Brought(String fileName, TimetableReading.Read reading, ImportMapping mapping) {

  Brought meaning(ImportMapping other) {
    return new Brought(fileName, reading, other);
  }

  /** The places it names, with how many events and series name them. */
  Map<String, Integer> rooms() {
    return names(DraftFacts::room);
  }

  /** The trainers it names, with how many events and series name them. */
  Map<String, Integer> trainers() {
    return names(DraftFacts::trainer);
  }

  private Map<String, Integer> names(Function<DraftFacts, Optional<String>> name) {
    Map<String, Integer> counted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    reading
        .drafts()
        .forEach(
            draft ->
                draft
                    .said()
                    .map(name)
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(one -> counted.merge(one, 1, Integer::sum)));
    return counted;
  }
}
