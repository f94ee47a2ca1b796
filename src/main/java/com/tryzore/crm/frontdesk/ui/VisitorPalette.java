package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.PaletteSource;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.springframework.stereotype.Component;

/** "Admit a visitor" in the palette, where the gym belongs to a chain. */
@Component
class VisitorPalette implements PaletteSource {

  private static final int SHORTEST = 2;

  private final VisitorDoor door;

  VisitorPalette(VisitorDoor door) {
    this.door = door;
  }

  @Override
  public String headingKey() {
    return "frontdesk.visitor.heading";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public List<PaletteItem> find(String typed, int limit) {
    String words = I18NProvider.translate("frontdesk.visitor.action");
    return typed.length() >= SHORTEST && PaletteSource.fits(words, typed) && door.isOpen()
        ? List.of(PaletteItem.of(Icon.BUILDING, words, door::ask))
        : List.of();
  }
}
