package com.tryzore.crm.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gym in which one thing happens after another: what the database should have done, written apart
 * from it, in plain Java.
 */
final class SerialGym {

  /** When an event is, seen from the test, which is short beside these times. */
  enum When {
    /** Tomorrow and later: lines move, nobody can be marked. */
    AHEAD,
    /** In three quarters of an hour: the line stands still, cancelling is late, people arrive. */
    SOON,
    /** Ten minutes ago, and still on. */
    BEGUN
  }

  static final class Event {
    final UUID id;
    final When when;
    final int from;
    final int to;
    @Nullable Integer capacity;
    long lastNumber;
    final List<Place> places = new ArrayList<>();

    Event(UUID id, When when, int from, int to, @Nullable Integer capacity) {
      this.id = id;
      this.when = when;
      this.from = from;
      this.to = to;
      this.capacity = capacity;
    }

    boolean overlaps(Event other) {
      return this != other && from < other.to && to > other.from;
    }

    long seats() {
      return places.stream().filter(Place::holdsSeat).count();
    }

    boolean hasSeat() {
      return capacity == null || seats() < capacity;
    }

    List<Place> line() {
      return places.stream()
          .filter(place -> place.status.equals("waitlisted"))
          .sorted(Comparator.comparingLong(place -> place.position))
          .toList();
    }

    @Nullable Place liveOf(UUID client) {
      return places.stream()
          .filter(place -> place.client.equals(client))
          .filter(place -> place.holdsSeat() || place.status.equals("waitlisted"))
          .findFirst()
          .orElse(null);
    }
  }

  static final class Place {
    final UUID id;
    final UUID client;
    final Event event;
    String status;
    long position;
    long leftPosition;
    @Nullable Visit visit;

    Place(UUID id, UUID client, Event event, String status) {
      this.id = id;
      this.client = client;
      this.event = event;
      this.status = status;
    }

    boolean holdsSeat() {
      return status.equals("booked") || status.equals("attended") || status.equals("no_show");
    }

    @Override
    public String toString() {
      return "%s %s %d %d %s"
          .formatted(client, status, position, leftPosition, visit == null ? "-" : "visit");
    }
  }

  /** A visit; at the start of what has begun, or now. */
  static final class Visit {
    final UUID client;
    final boolean byRoster;
    final boolean now;
    boolean undone;

    Visit(UUID client, boolean byRoster, boolean now) {
      this.client = client;
      this.byRoster = byRoster;
      this.now = now;
    }
  }

  /** What a call answers: a word, a number in the line, and who was promoted. */
  record Answer(String outcome, @Nullable Long position, List<UUID> promoted) {
    static Answer of(String outcome) {
      return new Answer(outcome, null, List.of());
    }
  }

  final Map<UUID, Event> events = new LinkedHashMap<>();
  final Map<UUID, Boolean> active = new LinkedHashMap<>();
  final Map<UUID, Place> places = new LinkedHashMap<>();
  final Map<UUID, Visit> visits = new LinkedHashMap<>();
  private final List<Visit> allVisits = new ArrayList<>();
  private final Map<UUID, List<UUID>> promoted = new LinkedHashMap<>();
  long promotions;
  long drops;

  List<Visit> visitsThatStand(UUID client) {
    return allVisits.stream().filter(v -> v.client.equals(client) && !v.undone).toList();
  }

  private boolean isActive(UUID client) {
    return Boolean.TRUE.equals(active.get(client));
  }

  private boolean seatElsewhere(UUID client, Event event, @Nullable Event except) {
    return places.values().stream()
        .anyMatch(
            place ->
                place.client.equals(client)
                    && (place.status.equals("booked") || place.status.equals("attended"))
                    && place.event != except
                    && place.event.overlaps(event));
  }

  private @Nullable String obstacle(Event event, UUID client) {
    return event.when == When.BEGUN ? "started" : isActive(client) ? null : "standing";
  }

  Answer book(UUID client, Event event, boolean allowOverlap, @Nullable UUID id) {
    Place held = event.liveOf(client);
    String against = obstacle(event, client);
    boolean overlaps = seatElsewhere(client, event, null);
    if (against == null && !allowOverlap && overlaps) {
      against = "overlap";
    }
    if (held != null) {
      boolean claims =
          held.status.equals("waitlisted")
              && against == null
              && event.when != When.AHEAD
              && event.hasSeat();
      if (!claims) {
        return new Answer(
            "already", held.status.equals("waitlisted") ? held.position : null, List.of());
      }
      held.status = "booked";
      held.position = 0;
      counted(event);
      return Answer.of("booked");
    }
    if (against != null) {
      return Answer.of(against);
    }
    if (overlaps && !seatFor(event)) {
      return Answer.of("overlap");
    }
    Place place = take(client, event, id);
    return new Answer(
        place.status, place.status.equals("waitlisted") ? place.position : null, List.of());
  }

  private static boolean seatFor(Event event) {
    return event.hasSeat() && (event.line().isEmpty() || event.when != When.AHEAD);
  }

  private Place take(UUID client, Event event, @Nullable UUID id) {
    boolean seat = seatFor(event);
    Place place = add(client, event, seat ? "booked" : "waitlisted", id);
    if (!seat) {
      place.position = ++event.lastNumber;
    }
    counted(event);
    return place;
  }

  private Place add(UUID client, Event event, String status, @Nullable UUID id) {
    if (id == null || places.containsKey(id)) {
      throw new AssertionError("the database made no place of its own for " + client);
    }
    Place place = new Place(id, client, event, status);
    places.put(id, place);
    event.places.add(place);
    return place;
  }

  Answer cancel(Place place, boolean excused) {
    if (place.status.equals("cancelled") || place.status.equals("late_cancelled")) {
      return Answer.of("already");
    }
    if (!place.status.equals("booked") && !place.status.equals("waitlisted")) {
      return Answer.of("marked");
    }
    promoted.clear();
    String outcome = giveUp(place, excused);
    return new Answer(outcome, null, promotedIn(place.event));
  }

  private String giveUp(Place place, boolean excused) {
    boolean late = place.status.equals("booked") && !excused && place.event.when != When.AHEAD;
    String outcome = late ? "late_cancelled" : "cancelled";
    if (place.status.equals("booked") || place.status.equals("waitlisted")) {
      place.leftPosition = place.position;
      place.position = 0;
      place.status = outcome;
      counted(place.event);
    }
    return outcome;
  }

  Answer move(Place place, Event to, @Nullable UUID id) {
    String against =
        !place.status.equals("booked") && !place.status.equals("waitlisted")
            ? "not_held"
            : to.liveOf(place.client) != null ? "already" : obstacle(to, place.client);
    if (against == null && seatElsewhere(place.client, to, place.event)) {
      against = "overlap";
    }
    if (against == null
        && place.status.equals("booked")
        && (!to.hasSeat() || (!to.line().isEmpty() && to.when == When.AHEAD))) {
      against = "full";
    }
    if (against != null) {
      return Answer.of(against);
    }
    promoted.clear();
    Place taken = take(place.client, to, id);
    giveUp(place, true);
    return new Answer(
        taken.status.equals("booked") ? "moved" : taken.status,
        taken.status.equals("waitlisted") ? taken.position : null,
        promotedIn(place.event));
  }

  Answer restore(Place place) {
    if (!place.status.endsWith("cancelled") || place.event.liveOf(place.client) != null) {
      return Answer.of("already");
    }
    String against = obstacle(place.event, place.client);
    if (against == null && seatElsewhere(place.client, place.event, null)) {
      against = "overlap";
    }
    if (against == null && place.leftPosition == 0 && !place.event.hasSeat()) {
      against = "full";
    }
    if (against != null) {
      return Answer.of(against);
    }
    place.status = place.leftPosition == 0 ? "booked" : "waitlisted";
    place.position = place.leftPosition;
    place.leftPosition = 0;
    counted(place.event);
    return new Answer(
        place.status, place.status.equals("waitlisted") ? place.position : null, List.of());
  }

  Answer resize(Event event, @Nullable Integer capacity) {
    if (capacity != null && capacity < event.seats()) {
      return Answer.of("too_small");
    }
    promoted.clear();
    event.capacity = capacity;
    counted(event);
    return new Answer("resized", null, promotedIn(event));
  }

  Answer mark(Place place, String status) {
    if (!place.holdsSeat()) {
      return Answer.of("not_held");
    }
    if (place.status.equals(status)) {
      return Answer.of("unchanged");
    }
    if ((status.equals("attended") && place.event.when == When.AHEAD)
        || (status.equals("no_show") && place.event.when != When.BEGUN)) {
      return Answer.of("too_early");
    }
    if (status.equals("attended")) {
      attend(place);
    } else {
      Visit visit = place.visit;
      place.status = status;
      place.visit = null;
      if (visit != null && visit.byRoster && places.values().stream().noneMatch(rests(visit))) {
        visit.undone = true;
      }
    }
    return Answer.of("marked");
  }

  private static java.util.function.Predicate<Place> rests(Visit visit) {
    return place -> place.visit == visit && place.status.equals("attended");
  }

  private void attend(Place place) {
    place.status = "attended";
    place.position = 0;
    // The earliest visit that stands: one at the start of what has begun lies before one of now.
    Visit visit =
        visitsThatStand(place.client).stream()
            .min(Comparator.comparing((Visit v) -> v.now))
            .orElse(null);
    if (visit == null) {
      visit = new Visit(place.client, true, place.event.when == When.SOON);
      allVisits.add(visit);
    }
    place.visit = visit.byRoster ? visit : null;
  }

  Answer walkIn(UUID client, Event event, @Nullable UUID id) {
    Place held = event.liveOf(client);
    if (held != null && held.status.equals("attended")) {
      return Answer.of("already");
    }
    if (event.when == When.AHEAD) {
      return Answer.of("too_early");
    }
    if (held != null && held.holdsSeat()) {
      attend(held);
      return Answer.of("attended");
    }
    if (!isActive(client)) {
      return Answer.of("standing");
    }
    if (!event.hasSeat()) {
      return Answer.of("full");
    }
    attend(held == null ? add(client, event, "attended", id) : held);
    counted(event);
    return Answer.of("attended");
  }

  /** At the desk: one visit within five minutes; what is booked for now is marked. */
  Answer checkIn(UUID client, @Nullable UUID id) {
    if (visitsThatStand(client).stream().anyMatch(visit -> visit.now)) {
      return Answer.of("already");
    }
    if (id == null) {
      throw new AssertionError("the database made no visit for " + client);
    }
    Visit visit = new Visit(client, false, true);
    visits.put(id, visit);
    allVisits.add(visit);
    for (Place place : places.values()) {
      if (place.client.equals(client)
          && place.status.equals("booked")
          && place.event.when != When.AHEAD) {
        place.status = "attended";
        place.visit = visit;
      }
    }
    return Answer.of("in");
  }

  Answer undoVisit(Visit visit) {
    if (visit.undone) {
      return Answer.of("already");
    }
    visit.undone = true;
    places.values().stream()
        .filter(rests(visit))
        .forEach(
            place -> {
              place.status = "booked";
              place.visit = null;
            });
    return Answer.of("undone");
  }

  private List<UUID> promotedIn(Event event) {
    return List.copyOf(promoted.getOrDefault(event.id, List.of()));
  }

  /** A counter of the event has changed: free seats go to those who wait. */
  private void counted(Event event) {
    if (event.when != When.AHEAD || !event.hasSeat() || event.line().isEmpty()) {
      return;
    }
    boolean moved = false;
    for (Place place : event.line()) {
      if (!event.hasSeat()) {
        break;
      }
      if (!place.status.equals("waitlisted") || !isActive(place.client)) {
        continue;
      }
      moved = true;
      if (seatElsewhere(place.client, event, null)) {
        drop(place);
        continue;
      }
      place.status = "booked";
      place.position = 0;
      promotions++;
      promoted.computeIfAbsent(event.id, none -> new ArrayList<>()).add(place.client);
      List<Place> others =
          places.values().stream()
              .filter(other -> other.client.equals(place.client))
              .filter(other -> other.status.equals("waitlisted") && other.event.overlaps(event))
              .sorted(Comparator.comparing(other -> other.event.id.toString()))
              .toList();
      others.forEach(this::drop);
      others.forEach(other -> counted(other.event));
    }
    if (moved) {
      counted(event);
    }
  }

  private void drop(Place place) {
    drops++;
    place.leftPosition = place.position;
    place.position = 0;
    place.status = "cancelled";
  }
}
