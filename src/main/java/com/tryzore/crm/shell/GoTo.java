package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.PaletteSource;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.springframework.stereotype.Component;

/** The places of one's tier, from the palette. */
@Component
class GoTo implements PaletteSource {

  private final Bindings bindings;
  private final Places places;

  GoTo(Bindings bindings, Places places) {
    this.bindings = bindings;
    this.places = places;
  }

  @Override
  public String headingKey() {
    return "shell.palette.places";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public List<PaletteItem> find(String typed, int limit) {
    return bindings
        .current()
        .map(
            binding ->
                places.of(binding.tier()).stream()
                    .filter(entry -> PaletteSource.fits(name(entry), typed))
                    .filter(entry -> places.isShown(entry, binding))
                    .limit(limit)
                    .map(entry -> item(entry, binding))
                    .toList())
        .orElse(List.of());
  }

  private static String name(NavigationEntry entry) {
    return I18NProvider.translate(entry.messageKey());
  }

  private static PaletteItem item(NavigationEntry entry, Binding binding) {
    return PaletteItem.of(
        Icon.named(entry.icon()),
        name(entry),
        () -> UI.getCurrent().navigate(Places.address(binding, entry.path())));
  }
}
