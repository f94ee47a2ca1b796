package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.i18n.I18NProvider;

/** How a member's status looks and reads, everywhere alike. */
public final class StatusLook {

  private StatusLook() {}

  /** The badge. */
  public static StatusBadge badge(MemberStatus status) {
    return new StatusBadge(tone(status), icon(status), words(status));
  }

  /** What {@link StatusBadge#template} shows for one row. */
  public static StatusBadge.Model model(MemberStatus status) {
    return StatusBadge.model(tone(status), icon(status), words(status));
  }

  /** The status in the reader's language. */
  public static String words(MemberStatus status) {
    return I18NProvider.translate("members.status." + status.word());
  }

  /** What the status means to the desk. */
  public static Tone tone(MemberStatus status) {
    return switch (status) {
      case PROSPECT -> Tone.ACCENT;
      case ACTIVE -> Tone.GOOD;
      case FROZEN -> Tone.COOL;
      case EXPIRED -> Tone.BAD;
      case CANCELLED -> Tone.QUIET;
    };
  }

  /** Its icon. */
  public static Icon icon(MemberStatus status) {
    return switch (status) {
      case PROSPECT -> Icon.SPARK;
      case ACTIVE -> Icon.CHECK;
      case FROZEN -> Icon.FREEZE;
      case EXPIRED -> Icon.STOP;
      case CANCELLED -> Icon.MINUS;
    };
  }
}
