package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.CalendarDetail;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.Rosters;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;

/** The roster of a class on paper, for whoever teaches it and for the desk. Each print is kept. */
@Route(value = "o/:organization/class-print/:event", autoLayout = false)
@PermitAll
class RosterPrintView extends Main implements AfterNavigationObserver, HasDynamicTitle {

  private static final String PHOTOS = "photos";

  private final transient Calendar calendar;
  private final transient Rosters rosters;
  private final transient MemberPhotos photos;
  private final transient Binding binding;
  private final transient TaughtWords words;
  private String title = getTranslation("schedule.print.title");

  RosterPrintView(Calendar calendar, Rosters rosters, MemberPhotos photos, Bindings bindings) {
    this.calendar = calendar;
    this.rosters = rosters;
    this.photos = photos;
    binding = bindings.required();
    words = new TaughtWords(EventWords.of(getLocale(), binding));
    addClassName("sheet-page");
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  @Override
  public void afterNavigation(AfterNavigationEvent navigation) {
    removeAll();
    Optional<CalendarDetail> detail =
        navigation
            .getRouteParameters()
            .get("event")
            .flatMap(RosterPrintView::id)
            .flatMap(calendar::find);
    if (detail.isEmpty()) {
      add(unknown());
      return;
    }
    try {
      show(detail.get(), QueryState.of(navigation.getLocation()).flag(PHOTOS));
    } catch (NotAllowedException taughtByAnother) {
      add(unknown());
    }
  }

  private void show(CalendarDetail detail, boolean withPhotos) {
    title =
        getTranslation("schedule.event.when", detail.event().title(), words.when(detail.event()));
    RosterSheet sheet =
        new RosterSheet(words, detail.event(), rosters.toPrint(detail.event().id()), photos);
    sheet.photos(withPhotos);
    Checkbox choice = new Checkbox(getTranslation("schedule.print.photos"), withPhotos);
    choice.addValueChangeListener(change -> sheet.photos(change.getValue()));
    Button print = new Button(getTranslation("schedule.print.do"), Icon.PRINT.create());
    print.addClassName("zore-primary");
    print.getElement().executeJs("this.addEventListener('click', () => window.print())");
    Div tools = new Div(choice, print);
    tools.addClassName("sheet-tools");
    add(tools, sheet);
    // Once the pictures are there; a browser that cannot print by itself has the button.
    getElement()
        .executeJs(
            """
            Promise.all([...this.querySelectorAll('img')].map(img => img.decode().catch(() => 0)))
              .then(() => setTimeout(() => window.print(), 300))""");
  }

  private Div unknown() {
    Div nothing = new Div(new TaughtStates(words.event().texts(), binding.slug()).unknown());
    nothing.addClassName("sheet-none");
    return nothing;
  }

  private static Optional<EventId> id(String text) {
    try {
      return Optional.of(new EventId(UUID.fromString(text)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
