package com.tryzore.crm.access.ui;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Languages;
import com.tryzore.crm.ui.Texts;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Locale;

/** The page around everything that happens before somebody stands in a gym. */
abstract class EntrancePage extends Div implements HasDynamicTitle {
  private final String title;
  private final Div card = new Div();
  private final Div notice = new Div();

  EntrancePage(String titleKey) {
    this.title = getTranslation(titleKey);
    addClassName("zore-entrance");
    Image mark = new Image("icons/brand.svg", "");
    Span brand = new Span(mark, new Span(getTranslation("access.brand")));
    brand.addClassName("zore-entrance-brand");
    Header header = new Header(brand, languages());
    card.addClassName("zore-entrance-card");
    notice.addClassName("zore-entrance-notice");
    notice.getElement().setAttribute("role", "alert");
    Main main = new Main(card);
    add(header, main);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("access.page-title", title);
  }

  /** Fills the card: its heading, a sentence below it, room for a notice, and the rest. */
  final void fill(String heading, String sentence, Component... rest) {
    card.removeAll();
    card.add(new H1(heading));
    if (!sentence.isEmpty()) {
      Paragraph below = new Paragraph(sentence);
      below.addClassName("zore-muted");
      card.add(below);
    }
    card.add(notice);
    card.add(rest);
  }

  /** Says something above the form; read aloud at once. */
  final void say(Tone tone, String words) {
    Icon icon =
        switch (tone) {
          case BAD -> Icon.STOP;
          case CAUTION -> Icon.WARNING;
          case GOOD -> Icon.CHECK_CIRCLE;
          default -> Icon.INFO;
        };
    notice.removeAll();
    notice.setClassName("zore-entrance-notice");
    notice.addClassName(tone.className());
    notice.add(icon.create(), new Span(words));
  }

  private Nav languages() {
    Nav languages = new Nav();
    languages.addClassName("zore-entrance-languages");
    languages.getElement().setAttribute("aria-label", getTranslation("access.language"));
    String present = Texts.language(getLocale()).getLanguage();
    for (Locale language : Texts.LANGUAGES) {
      NativeButton choice =
          new NativeButton(
              Texts.in(language).get("ui.language"),
              click ->
                  getUI()
                      .ifPresent(
                          ui -> {
                            LanguageOfAccount.chosen(ui.getSession(), language);
                            Languages.choose(ui, language);
                          }));
      choice.getElement().setAttribute("type", "button");
      choice.getElement().setAttribute("lang", language.getLanguage());
      if (language.getLanguage().equals(present)) {
        choice.getElement().setAttribute("aria-current", "true");
      }
      languages.add(choice);
    }
    return languages;
  }
}
