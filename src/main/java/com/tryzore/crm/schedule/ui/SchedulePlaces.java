package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.PaletteSource;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may go to the pages behind the calendar, and the way there from the palette. */
@Component
public class SchedulePlaces implements PaletteSource {

  private final Bindings bindings;
  private final Permissions permissions;

  SchedulePlaces(Bindings bindings, Permissions permissions) {
    this.bindings = bindings;
    this.permissions = permissions;
  }

  /** Those that are open here, in the order on screen. */
  List<ScheduleAddress> open() {
    return Arrays.stream(ScheduleAddress.values()).filter(this::isOpen).toList();
  }

  /** Rooms belong to whoever may edit the schedule, the rules to those who run the gym. */
  public boolean isOpen(ScheduleAddress place) {
    Tier tier = bindings.required().tier();
    return switch (place) {
      case RULES -> tier.atLeast(Tier.ADMIN);
      case ROOMS, IMPORT -> tier.atLeast(Tier.STAFF) && permissions.has(Permission.SCHEDULE_EDIT);
    };
  }

  @Override
  public String headingKey() {
    return "schedule.places.heading";
  }

  @Override
  public int order() {
    return 85;
  }

  @Override
  public List<PaletteItem> find(String typed, int limit) {
    if (typed.isEmpty() || bindings.current().isEmpty()) {
      return List.of();
    }
    Binding binding = bindings.required();
    return Arrays.stream(ScheduleAddress.values())
        .filter(place -> PaletteSource.fits(name(place), typed) && isOpen(place))
        .limit(limit)
        .map(
            place ->
                PaletteItem.of(
                    place.icon(),
                    name(place),
                    () -> UI.getCurrent().navigate(place.of(binding.slug()))))
        .toList();
  }

  private static String name(ScheduleAddress place) {
    return I18NProvider.translate(place.titleKey());
  }
}
