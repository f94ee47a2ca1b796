package com.tryzore.crm.members;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a client wants to hear from the gym. */
public enum ContactChannel {
  EMAIL,
  SMS,
  PHONE,
  POST;

  /** The word in the client's preferences, and the last part of its message key. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel for a stored word; empty for one that is not known (any more). */
  public static Optional<ContactChannel> of(String word) {
    return Arrays.stream(values()).filter(channel -> channel.word().equals(word)).findFirst();
  }
}
