package com.tryzore.crm.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Arrays;
import java.util.Locale;

/**
 * Light or dark. The system's choice unless the reader made one, which this browser remembers for a
 * year in a cookie so that the first paint already has it.
 */
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK;

  static final String COOKIE = "zore-theme";

  /** What this browser remembers. */
  public static Appearance of(VaadinRequest request) {
    String remembered = Cookies.read(request, COOKIE);
    return Arrays.stream(values())
        .filter(appearance -> appearance.word().equals(remembered))
        .findFirst()
        .orElse(SYSTEM);
  }

  /** Changes the page at once, and remembers. */
  public void choose(UI ui) {
    ui.getPage().executeJs("window.zore.theme($0)", word());
  }

  /** As written in the cookie and in {@code html[data-theme]}: {@code dark}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
