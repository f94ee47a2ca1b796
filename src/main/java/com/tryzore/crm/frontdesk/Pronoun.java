package com.tryzore.crm.frontdesk;

import org.jspecify.annotations.Nullable;

/** How a sentence speaks of a member: "Her membership ended on 14 March". */
public enum Pronoun {
  HER,
  HIS,
  /** Not known, or neither: the sentence does without. */
  NONE;

  /** The pronoun for a stored gender ({@code female}, {@code male}, {@code diverse} or nothing). */
  static Pronoun of(@Nullable String gender) {
    return switch (gender) {
      case "female" -> HER;
      case "male" -> HIS;
      case null, default -> NONE;
    };
  }
}
