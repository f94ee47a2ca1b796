package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** The way from the calendar to where the timetable is set up; hidden when nothing is open. */
final class ScheduleMenu extends MenuBar {

  ScheduleMenu(SchedulePlaces places, String slug) {
    addThemeVariants(MenuBarVariant.TERTIARY);
    addClassName("cal-setup");
    MenuItem root = addItem(new Span(Icon.SETTINGS.create()));
    root.add(new Span(getTranslation("schedule.places.menu")));
    for (ScheduleAddress place : places.open()) {
      Div words = new Div(place.icon().create(), new Span(getTranslation(place.titleKey())));
      words.addClassName("cal-setup-item");
      root.getSubMenu().addItem(words, click -> UI.getCurrent().navigate(place.of(slug)));
    }
    setVisible(!root.getSubMenu().getItems().isEmpty());
  }
}
