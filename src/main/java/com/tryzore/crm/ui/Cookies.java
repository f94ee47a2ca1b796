package com.tryzore.crm.ui;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;

/** What a browser remembers about how its reader likes the screen. */
final class Cookies {

  private Cookies() {}

  /** The cookie's value; empty when there is none. */
  static String read(VaadinRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? ""
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst()
            .orElse("");
  }
}
