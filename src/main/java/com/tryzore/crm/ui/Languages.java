package com.tryzore.crm.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Which of the shipped languages a reader gets: the one they chose, which this browser remembers
 * for a year, otherwise the first the browser asks for that is shipped, otherwise English. The
 * region the browser names is kept: de-AT reads German and Austrian numbers.
 */
public final class Languages {

  static final String COOKIE = "zore-language";

  private Languages() {}

  /** The locale for a request. */
  public static Locale of(VaadinRequest request) {
    List<Locale> wished = new ArrayList<>();
    if (request.getHeader("Accept-Language") != null) {
      wished.addAll(Collections.list(request.getLocales()));
    }
    return choose(Cookies.read(request, COOKIE), wished);
  }

  /**
   * The locale for what is remembered and what the browser asks for.
   *
   * @param remembered a language such as {@code de}, or empty
   * @param wished the browser's wishes, dearest first
   */
  static Locale choose(String remembered, List<Locale> wished) {
    return Texts.LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(remembered))
        .findFirst()
        .map(language -> regional(language, wished))
        .orElseGet(
            () -> wished.stream().filter(Languages::isShipped).findFirst().orElse(Locale.ENGLISH));
  }

  private static Locale regional(Locale language, List<Locale> wished) {
    return wished.stream()
        .filter(wish -> wish.getLanguage().equals(language.getLanguage()))
        .findFirst()
        .orElse(language);
  }

  private static boolean isShipped(Locale wish) {
    return Texts.LANGUAGES.stream()
        .anyMatch(language -> language.getLanguage().equals(wish.getLanguage()));
  }

  /** Remembers the choice in this browser; the page is loaded anew in that language. */
  public static void choose(UI ui, Locale language) {
    ui.getPage().executeJs("window.zore.language($0)", language.getLanguage());
  }
}
