package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.CheckInVerdict;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Tone;

/** The colour and the icon of what a check-in came to; its words are {@link DeskWords}'. */
final class CheckInLook {

  private CheckInLook() {}

  /** Its colour. */
  static Tone tone(CheckIn answer) {
    return switch (answer) {
      case CheckIn.Done done when done.verdict() instanceof CheckInVerdict.Welcome -> Tone.GOOD;
      case CheckIn.Done done -> Tone.CAUTION;
      case CheckIn.AlreadyIn in -> Tone.QUIET;
      case CheckIn.Refused refused -> Tone.BAD;
      case CheckIn.Unknown unknown -> Tone.BAD;
    };
  }

  /** Its icon. */
  static Icon icon(CheckIn answer) {
    return switch (tone(answer)) {
      case GOOD -> Icon.CHECK_CIRCLE;
      case CAUTION -> Icon.WARNING;
      case BAD -> Icon.STOP;
      default -> Icon.INFO;
    };
  }
}
