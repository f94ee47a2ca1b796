package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Standing;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LatePopover;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;

/**
 * Where one stands, and where else one may. The others are links: opened in a tab of its own, each
 * tab stays in its gym.
 */
final class OrganizationSwitcher extends Div {

  OrganizationSwitcher(Binding binding, List<Standing> standings) {
    addClassName("zore-switcher");
    if (standings.size() < 2) {
      Span here = new Span(Icon.BUILDING.create(), new Span(binding.organizationName()));
      here.addClassName("zore-switcher-only");
      add(here);
      return;
    }
    Span name = new Span(binding.organizationName());
    name.addClassName("zore-switcher-name");
    Button button = new Button(name);
    button.setPrefixComponent(Icon.BUILDING.create());
    button.addClassName("zore-quiet");
    button.setSuffixComponent(Icon.CHEVRON_DOWN.create());
    button.setAriaLabel(getTranslation("shell.switcher.label", binding.organizationName()));
    add(
        button,
        new LatePopover(
            button,
            getTranslation("shell.switcher.title"),
            PopoverPosition.BOTTOM_START,
            () -> places(standings, binding)));
  }

  private UnorderedList places(List<Standing> standings, Binding binding) {
    UnorderedList list = new UnorderedList();
    list.addClassName("zore-menu");
    standings.forEach(standing -> list.add(new ListItem(link(standing, binding))));
    return list;
  }

  private Anchor link(Standing standing, Binding binding) {
    Span name = new Span(standing.name());
    name.addClassName("zore-strong");
    Span tier = new Span(getTranslation("shell.tier." + standing.tier().key()));
    tier.addClassNames("zore-muted", "zore-small");
    Div words = new Div(name, tier);
    words.addClassName("zore-menu-words");
    Anchor link = new Anchor("o/" + standing.slug(), words);
    link.addClassName("zore-menu-item");
    if (standing.slug().equals(binding.slug())) {
      link.getElement().setAttribute("aria-current", "true");
      link.add(Icon.CHECK.create());
    }
    return link;
  }
}
