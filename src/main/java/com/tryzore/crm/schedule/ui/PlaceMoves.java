package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.CalendarFilter;
import com.tryzore.crm.schedule.Cancellation;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.HeldPlace;
import com.tryzore.crm.schedule.Move;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.Restoration;
import com.tryzore.crm.ui.Toasts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exchanges places in sessions that go or get too small for places in others, and back. */
final class PlaceMoves {

  /** A place that was exchanged; {@code from} is null when it was given up instead. */
  record Moved(ParticipantId now, @Nullable EventId from, String name) {}

  /**
   * What goes.
   *
   * @param events sessions that nobody is moved to
   * @param title what they are called
   */
  record Leaving(Set<EventId> events, String title) {}

  private static final Duration BEFORE = Duration.ofDays(4);
  private static final Duration AFTER = Duration.ofDays(10);
  private static final int MOST = 12;

  private final SeriesDialogs kit;
  private final EventWords words;
  private final Map<EventId, List<CalendarEvent>> known = new HashMap<>();

  PlaceMoves(SeriesDialogs kit, EventWords words) {
    this.kit = kit;
    this.words = words;
  }

  /** Other events round that time with a free seat; those of the same name first. */
  List<CalendarEvent> targets(HeldPlace place, Leaving leaving) {
    Instant now = Instant.now();
    Instant from = place.startsAt().minus(BEFORE);
    Comparator<CalendarEvent> order =
        Comparator.comparing((CalendarEvent one) -> !one.title().equals(leaving.title()))
            .thenComparing(one -> Duration.between(place.startsAt(), one.startsAt()).abs());
    return known.computeIfAbsent(
        place.event(),
        event ->
            kit
                .calendar()
                .between(
                    from.isBefore(now) ? now : from,
                    place.startsAt().plus(AFTER),
                    CalendarFilter.NONE)
                .stream()
                .filter(one -> !one.cancelled() && one.startsAt().isAfter(now))
                .filter(one -> !one.full() && one.waiting() == 0)
                .filter(one -> !leaving.events().contains(one.id()))
                .sorted(order)
                .limit(MOST)
                .toList());
  }

  /** Forgets what was free. */
  void forget() {
    known.clear();
  }

  /** Those with a seat. */
  List<HeldPlace> seated(EventId event) {
    return kit.events().places(List.of(event)).stream()
        .filter(place -> place.status().holdsSeat())
        .toList();
  }

  /**
   * Exchanges the places, or gives them up, as was decided.
   *
   * @param moved is given those that were
   * @return why others were not, each in a sentence
   */
  List<String> make(List<PlaceRow> rows, List<Moved> moved) {
    List<String> refusals = new ArrayList<>();
    for (PlaceRow row : rows) {
      HeldPlace place = row.place();
      CalendarEvent target = row.target();
      if (row.isReleased()) {
        if (kit.bookings().cancelExcused(place.participant()) instanceof Cancellation.Done) {
          moved.add(new Moved(place.participant(), null, place.name()));
        } else {
          refusals.add(say("schedule.decide.notHeld", place));
        }
      } else if (target != null) {
        Move move = kit.bookings().move(place.participant(), target.id());
        switch (move) {
          case Move.Done done ->
              moved.add(new Moved(done.participant(), place.event(), place.name()));
          case Move.Waitlisted waits ->
              moved.add(new Moved(waits.participant(), place.event(), place.name()));
          case Move.Full full -> refusals.add(say("schedule.decide.fullNow", place));
          case Move.Refused refused ->
              refusals.add(
                  say("schedule.decide.refused", place)
                      + " "
                      + new BookingWords(words).sentence(refused.reasons().getFirst()));
          case Move.NotHeld gone -> refusals.add(say("schedule.decide.notHeld", place));
          case Move.Unknown unknown -> refusals.add(say("schedule.decide.notHeld", place));
        }
      }
    }
    return refusals;
  }

  private String say(String key, HeldPlace place) {
    return words.texts().get(key, place.name());
  }

  /** Exchanges them back. */
  void back(List<Moved> moved) {
    List<String> lost = new ArrayList<>();
    for (Moved one : moved) {
      if (!isBack(one)) {
        lost.add(one.name());
      }
    }
    if (!lost.isEmpty()) {
      Toasts.trouble(words.texts().get("schedule.undo.notMovedBack", String.join(", ", lost)));
    }
  }

  private boolean isBack(Moved one) {
    EventId from = one.from();
    if (from == null) {
      Restoration restored = kit.bookings().restore(one.now());
      return restored instanceof Restoration.Booked || restored instanceof Restoration.Waitlisted;
    }
    Move back = kit.bookings().move(one.now(), from);
    return back instanceof Move.Done || back instanceof Move.Waitlisted;
  }
}
