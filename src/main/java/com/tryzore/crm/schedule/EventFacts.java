package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an event or a series besides its times.
 *
 * @param title 1 to 200 characters
 * @param description may be empty
 * @param colour one of {@link #COLOURS}
 * @param room where it takes place, if in a room of the gym
 * @param place where else; may be empty
 * @param link where it takes place on the network; https
 * @param trainer who teaches, if somebody does
 * @param capacity the number of seats; null for no limit
 * @param priceMinor the price of a place in minor units of the gym's currency
 */
public record EventFacts(
    EventKind kind,
    String title,
    String description,
    String colour,
    @Nullable RoomId room,
    String place,
    @Nullable URI link,
    @Nullable UserId trainer,
    @Nullable Integer capacity,
    long priceMinor) {

  /** The colours there are, by name. */
  public static final List<String> COLOURS =
      List.of("slate", "red", "orange", "amber", "green", "teal", "blue", "violet", "pink");

  /**
   * Refuses what no event can be.
   *
   * @throws IllegalArgumentException for a title, colour, link, capacity or price out of bounds
   */
  public EventFacts {
    title = title.strip();
    description = description.strip();
    place = place.strip();
    require(!title.isEmpty() && title.length() <= 200, "a title of 1 to 200 characters");
    require(COLOURS.contains(colour), "a colour that there is");
    require(link == null || "https".equals(link.getScheme()), "a link that begins with https");
    require(capacity == null || capacity > 0, "at least one seat");
    require(priceMinor >= 0, "no negative price");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("An event has " + what);
    }
  }

  /** A class of that name, without anything else. */
  public static EventFacts of(EventKind kind, String title) {
    return new EventFacts(kind, title, "", "slate", null, "", null, null, null, 0);
  }

  /** The same in that room, or in none. */
  public EventFacts in(@Nullable RoomId newRoom) {
    return new EventFacts(
        kind, title, description, colour, newRoom, place, link, trainer, capacity, priceMinor);
  }

  /** The same taught by somebody, or by nobody. */
  public EventFacts by(@Nullable UserId newTrainer) {
    return new EventFacts(
        kind, title, description, colour, room, place, link, newTrainer, capacity, priceMinor);
  }

  /** The same with so many seats. */
  public EventFacts seats(@Nullable Integer newCapacity) {
    return new EventFacts(
        kind, title, description, colour, room, place, link, trainer, newCapacity, priceMinor);
  }

  /** The same under another name. */
  public EventFacts named(String newTitle) {
    return new EventFacts(
        kind, newTitle, description, colour, room, place, link, trainer, capacity, priceMinor);
  }
}
