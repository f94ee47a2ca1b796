package com.tryzore.crm.members;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a client stands at one gym. */
public enum MemberStatus {
  PROSPECT,
  ACTIVE,
  FROZEN,
  EXPIRED,
  CANCELLED;

  /** The word in {@code client_organizations.status}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status for a stored word.
   *
   * @param word as stored
   * @throws IllegalArgumentException for a word the schema does not know
   */
  public static MemberStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * The status as of a day: an active standing whose last day has passed is expired, whether or not
   * a job has said so yet.
   *
   * @param validUntil the last day on which the client may come, or null when open-ended
   * @param today the day at the gym, in the gym's zone
   */
  public MemberStatus on(LocalDate today, @Nullable LocalDate validUntil) {
    return this == ACTIVE && validUntil != null && validUntil.isBefore(today) ? EXPIRED : this;
  }
}
