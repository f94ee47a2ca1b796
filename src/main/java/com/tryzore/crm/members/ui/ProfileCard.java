package com.tryzore.crm.members.ui;

import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the profile: a heading, what can be done, and a body that is drawn anew only when what
 * it shows has changed, so that a focus inside survives the news of other desks.
 */
abstract class ProfileCard extends Section {
  private final Div actions = new Div();
  private final Div body = new Div();
  private @Nullable Object shown;

  /**
   * An empty card.
   *
   * @param titleKey key of the heading in the message bundles
   */
  ProfileCard(String titleKey) {
    addClassNames("zore-card", "profile-card");
    actions.addClassName("profile-card-actions");
    body.addClassName("profile-card-body");
    Div head = new Div(new H3(getTranslation(titleKey)), actions);
    head.addClassName("profile-card-head");
    add(head, body);
  }

  /** A quiet button in the head, with an icon and words. */
  final Button action(Icon icon, String words, Runnable action) {
    Button button = new Button(words, icon.create(), click -> action.run());
    button.addClassName("zore-quiet");
    actions.add(button);
    return button;
  }

  /** A quiet button that shows an icon only; the words are said aloud and shown as a tooltip. */
  static Button iconButton(Icon icon, String words, Runnable action) {
    Button button = new Button(icon.create(), click -> action.run());
    button.addClassNames("zore-quiet", "zore-icon-button");
    button.setAriaLabel(words);
    button.setTooltipText(words);
    return button;
  }

  /** Whether that is something else than what the body shows; from then on it counts as shown. */
  final boolean isNews(Object data) {
    boolean news = !Objects.equals(shown, data);
    shown = data;
    return news;
  }

  /** Puts these in place of what the body shows. */
  final void body(Component... components) {
    body.removeAll();
    body.add(components);
  }

  /** Forgets what is shown, so that the next is drawn in any case. */
  final void forget() {
    shown = null;
    body.removeAll();
  }
}
