package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.EventFacts;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.NewEvent;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.schedule.TourFacts;
import com.tryzore.crm.tags.TagId;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an event says, field by field. Compared field by field when two people change
 * the same event.
 *
 * @param day the day it starts on at the gym
 * @param start when, on the gym's clock
 * @param length exact
 * @param link where it takes place on the network; empty for nowhere
 * @param priceMinor in minor units of the gym's currency
 * @param tags those of the event itself
 * @param person who is booked into a new one at once; null for one that is there already
 */
record EventDraft(
    EventKind kind,
    String title,
    LocalDate day,
    LocalTime start,
    Duration length,
    @Nullable RoomId room,
    String place,
    String link,
    @Nullable UserId trainer,
    @Nullable Integer capacity,
    long priceMinor,
    String colour,
    Set<TagId> tags,
    String description,
    TourFacts.@Nullable Type tourType,
    TourFacts.@Nullable Source leadSource,
    TourFacts.@Nullable Outcome tourOutcome,
    @Nullable ClientId person) {

  EventDraft {
    tags = Set.copyOf(tags);
  }

  /** A class that is still to be described. */
  static EventDraft at(LocalDateTime start, Duration length) {
    return new EventDraft(
        EventKind.CLASS,
        "",
        start.toLocalDate(),
        start.toLocalTime(),
        length,
        null,
        "",
        "",
        null,
        null,
        0,
        EventFacts.COLOURS.getFirst(),
        Set.of(),
        "",
        null,
        null,
        null,
        null);
  }

  /** An event as it is. */
  static EventDraft of(EventRecord event, Set<TagId> tags, ZoneId zone) {
    EventFacts facts = event.facts();
    LocalDateTime start = LocalDateTime.ofInstant(event.startsAt(), zone);
    return new EventDraft(
        facts.kind(),
        facts.title(),
        start.toLocalDate(),
        start.toLocalTime(),
        Duration.between(event.startsAt(), event.endsAt()),
        facts.room(),
        facts.place(),
        facts.link() == null ? "" : facts.link().toString(),
        facts.trainer(),
        facts.capacity(),
        facts.priceMinor(),
        facts.colour(),
        tags,
        facts.description(),
        event.tour().type(),
        event.tour().source(),
        event.tour().outcome(),
        null);
  }

  /** When it starts, on the gym's clock. */
  LocalDateTime startsAt() {
    return LocalDateTime.of(day, start);
  }

  /** What is said of it besides its times. */
  EventFacts facts() {
    return new EventFacts(
        kind,
        title,
        description,
        colour,
        room,
        place,
        link.isEmpty() ? null : URI.create(link),
        trainer,
        capacity,
        priceMinor);
  }

  /** The event it describes. */
  NewEvent event() {
    TourFacts tour =
        kind == EventKind.TOUR ? new TourFacts(tourType, leadSource, tourOutcome) : null;
    return new NewEvent(facts(), tour, startsAt(), length, person);
  }
}
