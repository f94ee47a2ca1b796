package com.tryzore.crm.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/**
 * The icons, all drawn for this product in one stroke (1.5 on a 20-unit grid) and kept as symbols
 * of one sprite, {@code frontend/icons/zore.svg}. An icon takes the colour of the text around it.
 *
 * <pre>{@code
 * new Button(getTranslation("members.add"), Icon.PLUS.create());
 * Icon.STOP.create(getTranslation("members.status.expired")); // says its meaning aloud
 * }</pre>
 */
public enum Icon {
  MEMBER,
  MEMBERS,
  CALENDAR,
  PLAN,
  INBOX,
  AUDIT,
  IMPORT,
  STAFF,
  TAG,
  TODAY,
  OVERVIEW,
  SEARCH,
  CHECK,
  CHECK_CIRCLE,
  WARNING,
  STOP,
  INFO,
  UNDO,
  FREEZE,
  KEY,
  PHONE,
  MAIL,
  BIRTHDAY,
  NOTE,
  MEDICAL,
  CAMERA,
  DOWNLOAD,
  UPLOAD,
  FILTER,
  COLUMNS,
  SORT,
  MORE,
  CLOSE,
  ARROW_UP,
  ARROW_DOWN,
  ARROW_LEFT,
  ARROW_RIGHT,
  CHEVRON_DOWN,
  CHEVRON_RIGHT,
  CHEVRON_LEFT,
  SUN,
  MOON,
  SYSTEM,
  GLOBE,
  EXIT,
  ENTER,
  BUILDING,
  BELL,
  STAR,
  CARD,
  CLOCK,
  TRASH,
  EDIT,
  PLUS,
  MINUS,
  EYE,
  EYE_OFF,
  HISTORY,
  LINK,
  COPY,
  LOCK,
  UNLOCK,
  SHIELD,
  SPARK,
  SCAN,
  PIN,
  MERGE,
  PRINT,
  SAVE,
  REFRESH,
  MENU,
  SIDEBAR,
  FIRST_VISIT,
  WAITLIST,
  SETTINGS,
  HELP;

  /** Where the sprite is served; the address changes with its content. */
  public static final String SPRITE = FrontPage.address("icons/zore.svg");

  /** The icon as decoration: words beside it say what it means. */
  public SvgIcon create() {
    SvgIcon icon = new SvgIcon(SPRITE, symbol());
    icon.addClassName("zore-icon");
    icon.getElement().setAttribute("aria-hidden", "true");
    return icon;
  }

  /** The icon on its own, with the words that a screen reader says for it. */
  public SvgIcon create(String meaning) {
    SvgIcon icon = create();
    icon.getElement().removeAttribute("aria-hidden");
    icon.getElement().setAttribute("role", "img");
    icon.getElement().setAttribute("aria-label", meaning);
    return icon;
  }

  /**
   * The icon of that name, as navigation entries give it: {@code calendar}, {@code check-circle}.
   *
   * @throws IllegalArgumentException when no icon has the name
   */
  public static Icon named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The symbol's id in the sprite, also for {@code <vaadin-icon symbol=…>} in grid templates. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
