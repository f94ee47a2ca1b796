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

  SvgIcon create() {
    SvgIcon drawing =
        new SvgIcon("icons/drawings.svg", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    drawing.addClassName("zore-drawing");
    drawing.getElement().setAttribute("aria-hidden", "true");
    return drawing;
  }
}
