package com.tryzore.crm.ui;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every word a person reads, in one language, from the bundles in {@code vaadin-i18n}. Components
 * ask with {@code getTranslation(key, …)}; code without a component (mail, exports, formats) asks
 * here. Messages are {@link MessageFormat} patterns in either case, so a quotation mark is always
 * the typographic ’ and a number chooses its plural by {@code {0,choice,…}}.
 */
public final class Texts {

  /** The languages that are complete, English (the fallback) first. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.of("es"), Locale.GERMAN);

  static final String BUNDLE = "vaadin-i18n.translations";

  private static final Logger log = LoggerFactory.getLogger(Texts.class);
  private static final ConcurrentMap<Locale, Texts> KNOWN = new ConcurrentHashMap<>();
  private static final ResourceBundle.Control NO_DETOUR =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), NO_DETOUR);
  }

  /**
   * The words for a reader. A region (de-AT) reads its language's words and keeps its own numbers;
   * a language that is not shipped reads English.
   */
  public static Texts in(Locale reader) {
    return KNOWN.computeIfAbsent(reader, Texts::new);
  }

  /** The language whose words {@link #in} answers with for this reader. */
  public static Locale language(Locale reader) {
    return LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(reader.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /** The message, its placeholders filled; the key itself when nobody wrote that message. */
  public String get(String key, Object... arguments) {
    try {
      return new MessageFormat(bundle.getString(key), locale).format(arguments);
    } catch (MissingResourceException absent) {
      log.error("No message for the key {}", key);
      return key;
    }
  }

  /** Whether there is such a message. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  Set<String> keys() {
    return bundle.keySet();
  }
}
