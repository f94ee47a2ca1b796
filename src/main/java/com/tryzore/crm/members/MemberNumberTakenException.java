package com.tryzore.crm.members;

import org.jspecify.annotations.Nullable;

/** Another member of this gym has that number; nothing was saved. */
public class MemberNumberTakenException extends RuntimeException {

  private final @Nullable String number;

  MemberNumberTakenException(@Nullable String number, Throwable cause) {
    super("The member number is taken", cause);
    this.number = number;
  }

  /** The number that was refused. */
  public @Nullable String number() {
    return number;
  }
}
