package com.tryzore.crm.memberships.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A date as the sum of its lines. The date is what the lines make, and nothing else: there is no
 * other result that they could disagree with.
 *
 * @param lines at least one; the first says where to begin
 */
public record DateStory(List<DateLine> lines) {

  /** A line with the date that stands after it. */
  public record Step(DateLine line, LocalDate date) {}

  public DateStory {
    lines = List.copyOf(lines);
    if (lines.isEmpty()
        || !(lines.getFirst() instanceof DateLine.Started
            || lines.getFirst() instanceof DateLine.Asked)) {
      throw new IllegalArgumentException("a date needs a beginning");
    }
  }

  static DateStory of(DateLine... lines) {
    return new DateStory(List.of(lines));
  }

  DateStory then(DateLine line) {
    List<DateLine> more = new ArrayList<>(lines);
    more.add(line);
    return new DateStory(more);
  }

  DateStory thenFrozen(Freezes freezes) {
    DateStory story = this;
    for (Freeze freeze : freezes.before(result())) {
      story = story.then(new DateLine.Frozen(freeze));
    }
    return story;
  }

  /** The date. */
  public LocalDate result() {
    return steps().getLast().date();
  }

  /** Each line with the date after it. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    LocalDate date = LocalDate.MIN;
    for (DateLine line : lines) {
      date = line.after(date);
      steps.add(new Step(line, date));
    }
    return steps;
  }
}
