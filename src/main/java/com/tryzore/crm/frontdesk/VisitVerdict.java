package com.tryzore.crm.frontdesk;

import java.util.Locale;

/** How a member came in, as a visit keeps it. */
public enum VisitVerdict {
  WELCOME,
  CAUTION,
  /** Against the rules, with a reason. */
  ALLOWED;

  /** The word in {@code visits.verdict}, and the last part of its message key. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static VisitVerdict ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** What a visit keeps when the member came in under this verdict. */
  static VisitVerdict of(CheckInVerdict verdict) {
    return switch (verdict) {
      case CheckInVerdict.Welcome welcome -> WELCOME;
      case CheckInVerdict.Caution caution -> CAUTION;
      case CheckInVerdict.Refused refused -> ALLOWED;
    };
  }
}
