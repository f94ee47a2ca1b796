package com.tryzore.crm.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands the bundles to {@code getTranslation}; see {@link Texts}. */
@Component
class Translations implements I18NProvider {

  @Override
  public List<Locale> getProvidedLocales() {
    return Texts.LANGUAGES;
  }

  @Override
  public String getTranslation(String key, @Nullable Locale locale, Object... params) {
    return Texts.in(locale == null ? Locale.ENGLISH : locale).get(key, params);
  }
}
