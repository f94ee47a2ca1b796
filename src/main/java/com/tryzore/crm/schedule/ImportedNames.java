package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.ImportMapping.RoomMeaning;
import com.tryzore.crm.schedule.ical.DraftFacts;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a file says of an event into facts, by a mapping; rooms are made when first needed.
 */
final class ImportedNames {
  private static final int LONGEST_ROOM = 100;

  private final Map<String, RoomMeaning> rooms = new HashMap<>();
  private final Map<String, UserId> trainers = new HashMap<>();
  private final Map<String, RoomId> made = new HashMap<>();
  private final Function<String, RoomId> makeRoom;

  /**
   * @param makeRoom makes a room of that name
   */
  ImportedNames(ImportMapping mapping, Function<String, RoomId> makeRoom) {
    mapping.rooms().forEach((name, meaning) -> rooms.put(key(name), meaning));
    mapping.trainers().forEach((name, trainer) -> trainers.put(key(name), trainer));
    this.makeRoom = makeRoom;
  }

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  static boolean canBeRoom(String name) {
    return !name.isBlank() && name.strip().length() <= LONGEST_ROOM;
  }

  EventFacts facts(DraftFacts draft) {
    String place = draft.room().orElse("");
    RoomId room = room(place);
    URI link = draft.link().filter(it -> "https".equals(it.getScheme())).orElse(null);
    return new EventFacts(
        EventKind.of(draft.kind().name()),
        draft.title(),
        draft.description(),
        "slate",
        room,
        room == null ? place : "",
        link,
        draft.trainer().map(name -> trainers.get(key(name))).orElse(null),
        draft.capacity().isPresent() && draft.capacity().getAsInt() > 0
            ? (Integer) draft.capacity().getAsInt()
            : null,
        0);
  }

  /** The facts of a tour; none for what is not one. */
  static TourFacts tour(DraftFacts draft) {
    if (EventKind.of(draft.kind().name()) != EventKind.TOUR) {
      return new TourFacts(null, null, null);
    }
    TourFacts.Source source =
        draft
            .leadSource()
            .map(text -> key(text).replace('-', '_').replace(' ', '_'))
            .map(ImportedNames::source)
            .orElse(null);
    return new TourFacts(TourFacts.Type.BOOKED, source, null);
  }

  private static TourFacts.Source source(String word) {
    for (TourFacts.Source source : TourFacts.Source.values()) {
      if (source.name().equalsIgnoreCase(word)) {
        return source;
      }
    }
    return TourFacts.Source.OTHER;
  }

  private @Nullable RoomId room(String name) {
    RoomMeaning meaning = rooms.get(key(name));
    if (name.isBlank() || meaning == null) {
      return null;
    }
    return switch (meaning) {
      case RoomMeaning.Existing existing -> existing.room();
      case RoomMeaning.Create ignored ->
          canBeRoom(name)
              ? made.computeIfAbsent(key(name), any -> makeRoom.apply(name.strip()))
              : null;
      case RoomMeaning.Words ignored -> null;
    };
  }
}
