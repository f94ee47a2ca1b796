package com.tryzore.crm.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** Small line drawings for pages with nothing to show, in {@code frontend/icons/drawings.svg}. */
public enum Drawing {
  MEMBERS,
  SEARCH,
  CALENDAR,
  INBOX,
  AUDIT,
  PLANS,
  TAGS,
  IMPORT,
  CHECK_IN,
  DONE,
  LOCKED,
  LOST,
  TROUBLE;

  private static final String SPRITE = FrontPage.address("icons/drawings.svg");

  /** The drawing; the words beside it say what it means. */
  public SvgIcon create() {
    SvgIcon drawing = new SvgIcon(SPRITE, name().toLowerCase(Locale.ROOT).replace('_', '-'));
    drawing.addClassName("zore-drawing");
    drawing.getElement().setAttribute("aria-hidden", "true");
    return drawing;
  }
}
