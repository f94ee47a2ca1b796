package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.schedule.BookingsChanged;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomSaving;
import com.tryzore.crm.schedule.RoomUse;
import com.tryzore.crm.schedule.Rooms;
import com.tryzore.crm.schedule.TimetableChanged;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.LoadFailed;
import com.tryzore.crm.ui.Toasts;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The rooms of the gym, how many fit in and how much they are used. */
@Route("o/:organization/calendar/rooms")
@PermitAll
@StyleSheet("context://styles/schedule.css")
class RoomsView extends Div
    implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle, RoomRow.Actions {

  private final transient Rooms rooms;
  private final transient SchedulePlaces places;
  private final transient Binding binding;
  private final transient Formats formats;
  private final Toolbar toolbar = new Toolbar(getTranslation(ScheduleAddress.ROOMS.titleKey()));
  private final Div place = new Div();

  RoomsView(Rooms rooms, SchedulePlaces places, LiveUpdates live, Bindings bindings) {
    this.rooms = rooms;
    this.places = places;
    this.binding = bindings.required();
    this.formats = Formats.of(getLocale(), binding.zone());
    addClassNames("zore-page", "setup-page");
    place.addClassName("rooms-place");
    toolbar.actions(addButton());
    add(new BackToCalendar(binding.slug()), toolbar, place);
    live.subscribe(
        this,
        binding.organization().value(),
        ScheduleNews.TOPIC,
        TimetableChanged.class,
        change -> show());
    live.subscribe(
        this,
        binding.organization().value(),
        ScheduleNews.TOPIC,
        BookingsChanged.class,
        change -> show());
  }

  @Override
  public String getPageTitle() {
    return getTranslation(ScheduleAddress.ROOMS.titleKey());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!places.isOpen(ScheduleAddress.ROOMS)) {
      event.rerouteToError(AccessDeniedException.class);
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    show();
  }

  private Button addButton() {
    Button add = new Button(getTranslation("schedule.rooms.add"), Icon.PLUS.create());
    add.addClassName("zore-primary");
    add.addClickListener(click -> new RoomDialog(rooms, binding, null, this::show).open());
    return add;
  }

  private void show() {
    place.removeAll();
    try {
      List<RoomUse> all = rooms.used();
      long open = all.stream().filter(use -> !use.room().archived()).count();
      toolbar.count(getTranslation("schedule.rooms.count", open));
      if (all.isEmpty()) {
        place.add(
            new EmptyState(
                    Drawing.CALENDAR,
                    getTranslation("schedule.rooms.none.title"),
                    getTranslation("schedule.rooms.none.text"))
                .action(addButton()));
        return;
      }
      Duration busiest =
          all.stream().map(RoomUse::time).max(Duration::compareTo).orElse(Duration.ZERO);
      UnorderedList list = new UnorderedList();
      list.addClassName("rooms-list");
      list.getElement().setAttribute("aria-label", getPageTitle());
      all.forEach(use -> list.add(new RoomRow(use, busiest, binding.slug(), formats, this)));
      place.add(list);
    } catch (DataAccessException | TransactionException failed) {
      if (BindingLostException.in(failed).isPresent()) {
        throw failed;
      }
      toolbar.count("");
      place.add(new LoadFailed(this::show));
    }
  }

  @Override
  public void change(Room room) {
    new RoomDialog(rooms, binding, room, this::show).open();
  }

  @Override
  public void archive(Room room) {
    switch (rooms.archive(room.id(), room.version())) {
      case RoomSaving.Saved(Room now) ->
          Toasts.undoable(
              getTranslation("schedule.rooms.archived", room.name()), () -> restore(now));
      case RoomSaving.StillUsed(int events) ->
          Toasts.trouble(getTranslation("schedule.rooms.stillUsed", room.name(), events));
      case RoomSaving other -> Toasts.trouble(getTranslation("schedule.rooms.changed"));
    }
    show();
  }

  @Override
  public void restore(Room room) {
    if (rooms.restore(room.id(), room.version()) instanceof RoomSaving.Saved saved) {
      Toasts.undoable(
          getTranslation("schedule.rooms.restored", room.name()), () -> archive(saved.room()));
    } else {
      Toasts.trouble(getTranslation("schedule.rooms.changed"));
    }
    show();
  }
}
