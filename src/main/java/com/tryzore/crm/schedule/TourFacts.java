package com.tryzore.crm.schedule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What only tours have. Who is shown around has a place in the event.
 *
 * @param type how it came about
 * @param source how they heard of the gym
 * @param outcome what came of it, once it is known
 */
public record TourFacts(@Nullable Type type, @Nullable Source source, @Nullable Outcome outcome) {

  /** How a tour came about. */
  public enum Type {
    WALK_IN,
    BOOKED,
    VIRTUAL,
    OPEN_DAY
  }

  /** How somebody heard of the gym. */
  public enum Source {
    WALK_IN,
    WEBSITE,
    TELEPHONE,
    REFERRAL,
    SOCIAL_MEDIA,
    ADVERTISEMENT,
    EVENT,
    OTHER
  }

  /** What came of a tour. */
  public enum Outcome {
    JOINED,
    THINKING,
    DECLINED,
    NO_SHOW
  }

  static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> @Nullable E of(Class<E> type, @Nullable String word) {
    return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
