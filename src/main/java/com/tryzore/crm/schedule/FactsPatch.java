package com.tryzore.crm.schedule;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs between two sets of facts, to be written over a third. */
public record FactsPatch(EventFacts before, EventFacts after) {

  /** What was changed from one to the other. */
  public static FactsPatch of(EventFacts before, EventFacts after) {
    return new FactsPatch(before, after);
  }

  /** These facts with what differs. */
  public EventFacts on(EventFacts row) {
    return new EventFacts(
        given(row, EventFacts::kind),
        given(row, EventFacts::title),
        given(row, EventFacts::description),
        given(row, EventFacts::colour),
        pick(row, EventFacts::room),
        given(row, EventFacts::place),
        pick(row, EventFacts::link),
        pick(row, EventFacts::trainer),
        pick(row, EventFacts::capacity),
        given(row, EventFacts::priceMinor));
  }

  private <T> T given(EventFacts row, Function<EventFacts, T> part) {
    T now = part.apply(after);
    return now.equals(part.apply(before)) ? part.apply(row) : now;
  }

  private <T> @Nullable T pick(EventFacts row, Function<EventFacts, @Nullable T> part) {
    T now = part.apply(after);
    return Objects.equals(now, part.apply(before)) ? part.apply(row) : now;
  }
}
