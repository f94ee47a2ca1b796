package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.Recurrence;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How something is to repeat.
 *
 * @param rule the days and the end
 * @param first the first day, one of the rule's
 * @param leftOut days of the rule on which it does not take place, never the first
 */
record Repetition(Recurrence rule, LocalDate first, SortedSet<LocalDate> leftOut) {

  /** Takes a copy. */
  Repetition {
    leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
  }
}
