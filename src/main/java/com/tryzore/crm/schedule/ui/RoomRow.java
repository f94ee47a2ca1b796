package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomUse;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** One room of the list, with what can be done about it. */
final class RoomRow extends ListItem {

  /** What the row asks the page to do. */
  interface Actions {
    void change(Room room);

    void archive(Room room);

    void restore(Room room);
  }

  private final transient Formats formats;

  /**
   * A row.
   *
   * @param busiest how long the busiest room is used, which is a whole bar
   */
  RoomRow(RoomUse use, Duration busiest, String slug, Formats formats, Actions actions) {
    this.formats = formats;
    addClassName("rooms-row");
    setClassName("rooms-row-archived", use.room().archived());
    add(what(use, slug), load(use, busiest), ways(use.room(), actions));
  }

  private Div what(RoomUse use, String slug) {
    Room room = use.room();
    Div first = new Div();
    if (use.toCome() > 0) {
      Anchor name = new Anchor(CalendarAddress.ofRoom(slug, room.id()), room.name());
      name.addClassNames("zore-strong", "rooms-name");
      first.add(name);
    } else {
      Span name = new Span(room.name());
      name.addClassNames("zore-strong", "rooms-name");
      first.add(name);
    }
    if (room.archived()) {
      first.add(
          new StatusBadge(Tone.QUIET, Icon.LOCK, getTranslation("schedule.rooms.badge.archived")));
    }
    Integer capacity = room.capacity();
    Span fits =
        new Span(
            capacity == null
                ? getTranslation("schedule.rooms.noCapacity")
                : getTranslation("schedule.rooms.capacity", capacity));
    fits.addClassNames("zore-muted", "zore-small");
    Div what = new Div(first, fits);
    what.addClassName("rooms-what");
    return what;
  }

  private Div load(RoomUse use, Duration busiest) {
    Div load = new Div();
    load.addClassName("rooms-load");
    if (use.events() == 0) {
      Span words =
          new Span(
              use.toCome() == 0
                  ? getTranslation("schedule.rooms.load.never")
                  : getTranslation("schedule.rooms.load.later", use.toCome()));
      words.addClassNames("zore-muted", "zore-small");
      load.add(words);
      return load;
    }
    Span words =
        new Span(getTranslation("schedule.rooms.load.week", use.events(), hours(use.time())));
    words.addClassName("zore-small");
    Div bar = new Div();
    bar.addClassName("rooms-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    bar.getStyle()
        .set(
            "--share",
            String.valueOf(100 * use.time().toMinutes() / Math.max(1, busiest.toMinutes())) + "%");
    load.add(words, bar);
    if (use.seats() > 0) {
      Span full =
          new Span(
              getTranslation(
                  "schedule.rooms.load.fill",
                  formats.percent((double) use.booked() / use.seats()),
                  formats.number(use.booked()),
                  formats.number(use.seats())));
      full.addClassNames("zore-muted", "zore-small");
      load.add(full);
    }
    return load;
  }

  private String hours(Duration time) {
    return getTranslation("schedule.rooms.hours", Math.round(time.toMinutes() / 30.0) / 2.0);
  }

  private Div ways(Room room, Actions actions) {
    Button change = quiet("schedule.rooms.change", Icon.EDIT, room);
    change.addClickListener(click -> actions.change(room));
    Button other =
        room.archived()
            ? quiet("schedule.rooms.restore", Icon.UNDO, room)
            : quiet("schedule.rooms.archive", Icon.LOCK, room);
    other.setDisableOnClick(true);
    other.addClickListener(
        click -> {
          if (room.archived()) {
            actions.restore(room);
          } else {
            actions.archive(room);
          }
        });
    Div ways = new Div(change, other);
    ways.addClassName("rooms-ways");
    return ways;
  }

  private Button quiet(String key, Icon icon, Room room) {
    Button button = new Button(getTranslation(key), icon.create());
    button.addClassName("zore-quiet");
    button.setAriaLabel(getTranslation(key + ".which", room.name()));
    return button;
  }
}
