package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.ui.Appearance;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LatePopover;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who one is, how the screen looks, the language, and the way out. */
final class UserMenu extends Div {

  UserMenu(
      Binding binding,
      Supplier<Appearance> appearance,
      Consumer<Appearance> onAppearance,
      Consumer<Locale> onLanguage,
      Runnable onSignOut) {
    addClassName("zore-user");
    Button button = new Button(new Avatar(binding.userName(), null, Avatar.Size.SMALL));
    button.addClassNames("zore-quiet", "zore-icon-button");
    button.setAriaLabel(getTranslation("shell.user.label", binding.userName()));
    LatePopover popover =
        new LatePopover(
            button,
            getTranslation("shell.user.title"),
            PopoverPosition.BOTTOM_END,
            () -> menu(binding, appearance.get(), onAppearance, onLanguage, onSignOut));
    add(button, popover);
  }

  private Component menu(
      Binding binding,
      Appearance appearance,
      Consumer<Appearance> onAppearance,
      Consumer<Locale> onLanguage,
      Runnable onSignOut) {
    Button out = new Button(getTranslation("shell.user.signOut"), Icon.EXIT.create());
    out.addClassName("zore-quiet");
    out.addClickListener(click -> onSignOut.run());
    Div menu =
        new Div(who(binding), appearance(appearance, onAppearance), language(onLanguage), out);
    menu.addClassName("zore-user-menu");
    return menu;
  }

  private Component who(Binding binding) {
    Span name = new Span(binding.userName());
    name.addClassName("zore-strong");
    Span tier =
        new Span(
            getTranslation(
                "shell.user.standing",
                getTranslation("shell.tier." + binding.tier().key()),
                binding.organizationName()));
    tier.addClassNames("zore-muted", "zore-small");
    Div words = new Div(name, tier);
    words.addClassName("zore-menu-words");
    Div who = new Div(new Avatar(binding.userName(), null, Avatar.Size.MEDIUM), words);
    who.addClassName("zore-user-who");
    return who;
  }

  private Component appearance(Appearance chosen, Consumer<Appearance> onChange) {
    RadioButtonGroup<Appearance> group = new RadioButtonGroup<>(getTranslation("shell.appearance"));
    group.setItems(Appearance.values());
    group.setRenderer(
        new ComponentRenderer<>(
            one ->
                new Span(
                    icon(one).create(),
                    new Span(getTranslation("shell.appearance." + one.word())))));
    group.setValue(chosen);
    group.addClassName("zore-segments");
    group.addValueChangeListener(change -> onChange.accept(change.getValue()));
    return group;
  }

  private static Icon icon(Appearance appearance) {
    return switch (appearance) {
      case SYSTEM -> Icon.SYSTEM;
      case LIGHT -> Icon.SUN;
      case DARK -> Icon.MOON;
    };
  }

  private Component language(Consumer<Locale> onChange) {
    RadioButtonGroup<Locale> group = new RadioButtonGroup<>(getTranslation("shell.language"));
    group.setItems(Texts.LANGUAGES);
    group.setItemLabelGenerator(one -> Texts.in(one).get("ui.language"));
    group.setValue(Texts.language(getLocale()));
    group.addClassName("zore-segments");
    group.addValueChangeListener(change -> onChange.accept(change.getValue()));
    return group;
  }
}
