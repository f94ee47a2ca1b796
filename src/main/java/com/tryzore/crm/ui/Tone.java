package com.tryzore.crm.ui;

import java.util.Locale;

/**
 * What a state means to the person at the desk; each has a colour, and words always stand by it.
 */
public enum Tone {
  /** All is well: active, paid, checked in. */
  GOOD,
  /** Look before you go on: ends soon, on a waitlist. */
  CAUTION,
  /** It does not go: expired, cancelled, refused. */
  BAD,
  /** On ice: frozen, paused. */
  COOL,
  /** Nothing to do about it: former, archived, a mere fact. */
  QUIET,
  /** Worth a look: new, a lead, selected. */
  ACCENT;

  /** The modifier used in style sheets: {@code zore-tone-good}. */
  public String className() {
    return "zore-tone-" + name().toLowerCase(Locale.ROOT);
  }

  /** What stands by its words where nothing more particular is known. */
  Icon icon() {
    return switch (this) {
      case GOOD -> Icon.CHECK_CIRCLE;
      case CAUTION -> Icon.WARNING;
      case BAD -> Icon.STOP;
      case COOL -> Icon.FREEZE;
      case QUIET, ACCENT -> Icon.INFO;
    };
  }
}
