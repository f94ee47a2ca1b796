package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an event takes place: in a room, at another place, or on the network. */
final class EventPlace {

  private enum Where {
    ROOM,
    ELSEWHERE,
    ONLINE
  }

  private static final int LONGEST = 200;
  private static final int LONGEST_LINK = 500;

  private final RadioButtonGroup<Where> where = new RadioButtonGroup<>(words("where"));
  final Select<Room> room = new Select<>();
  final TextField place = new TextField(words("place"));
  final TextField link = new TextField(words("link"));

  private final List<Room> rooms;
  private boolean both;

  /**
   * The fields.
   *
   * @param rooms all of the gym; those offered no longer only where they are set already
   */
  EventPlace(List<Room> rooms, Consumer<Optional<Room>> onRoom) {
    this.rooms = rooms;
    where.setItems(Where.values());
    where.setItemLabelGenerator(one -> words("where." + QueryState.word(one)));
    where.addValueChangeListener(change -> show());
    room.setLabel(words("room"));
    room.setEmptySelectionAllowed(true);
    room.setEmptySelectionCaption(words("room.none"));
    room.setItemLabelGenerator(EventPlace::label);
    room.addValueChangeListener(change -> onRoom.accept(Optional.ofNullable(change.getValue())));
    place.setMaxLength(LONGEST);
    link.setMaxLength(LONGEST_LINK);
    link.setPlaceholder(words("link.placeholder"));
    link.getElement().setAttribute("inputmode", "url");
    link.setManualValidation(true);
  }

  private static String label(@Nullable Room room) {
    if (room == null) {
      return words("room.none");
    }
    return room.capacity() == null
        ? room.name()
        : I18NProvider.translate("schedule.form.room.holds", room.name(), room.capacity());
  }

  void addTo(FormDialog form) {
    form.wide(where, room, place, link);
  }

  void read(@Nullable RoomId in, String elsewhere, String online) {
    room.setItems(rooms.stream().filter(one -> !one.archived() || one.id().equals(in)).toList());
    room.setValue(rooms.stream().filter(one -> one.id().equals(in)).findFirst().orElse(null));
    place.setValue(elsewhere);
    link.setValue(online);
    // In a room and on the network at once: neither is lost.
    both = !online.isEmpty() && (in != null || !elsewhere.isEmpty());
    where.setValue(
        in != null || (elsewhere.isEmpty() && online.isEmpty())
            ? Where.ROOM
            : elsewhere.isEmpty() ? Where.ONLINE : Where.ELSEWHERE);
    show();
  }

  private void show() {
    room.setVisible(where.getValue() == Where.ROOM);
    place.setVisible(where.getValue() == Where.ELSEWHERE);
    link.setVisible(where.getValue() == Where.ONLINE || both);
  }

  @Nullable RoomId in() {
    Room chosen = room.isVisible() ? room.getValue() : null;
    return chosen == null ? null : chosen.id();
  }

  String elsewhere() {
    return place.isVisible() ? place.getValue().strip() : "";
  }

  String online() {
    String typed = link.isVisible() ? link.getValue().strip() : "";
    return typed.isEmpty() || typed.contains("://") ? typed : "https://" + typed;
  }

  /** What is wrong with the link; null when nothing is. */
  @Nullable String wrongLink() {
    String typed = online();
    if (typed.isEmpty()) {
      return where.getValue() == Where.ONLINE ? words("link.missing") : null;
    }
    try {
      URI uri = new URI(typed);
      return "https".equals(uri.getScheme()) && uri.getHost() != null ? null : words("link.wrong");
    } catch (URISyntaxException wrong) {
      return words("link.wrong");
    }
  }

  private static String words(String field) {
    return I18NProvider.translate("schedule.form." + field);
  }
}
