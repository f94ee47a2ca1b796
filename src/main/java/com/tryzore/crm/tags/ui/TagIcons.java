package com.tryzore.crm.tags.ui;

import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.ui.Icon;
import java.util.List;

/** The icons that a tag may have. */
final class TagIcons {

  /** Those to choose from, the plain one first. */
  static final List<Icon> OFFERED =
      List.of(
          Icon.TAG,
          Icon.STAR,
          Icon.SPARK,
          Icon.SHIELD,
          Icon.CARD,
          Icon.KEY,
          Icon.BUILDING,
          Icon.CALENDAR,
          Icon.CLOCK,
          Icon.BIRTHDAY,
          Icon.MEDICAL,
          Icon.WARNING,
          Icon.PIN,
          Icon.FREEZE,
          Icon.GLOBE,
          Icon.MEMBERS);

  private TagIcons() {}

  /** The icon of a tag; the plain one for a word that is not offered (any more). */
  static Icon of(Tag tag) {
    return OFFERED.stream()
        .filter(icon -> icon.symbol().equals(tag.icon()))
        .findFirst()
        .orElse(Icon.TAG);
  }
}
