package com.tryzore.crm.schedule;

import com.tryzore.crm.members.MemberStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client may be booked into an event: the one place where it is asked. The database keeps
 * the hard rules whatever writes; this lists every rule that fails, for a person to read.
 */
public final class Eligibility {

  private Eligibility() {}

  /**
   * Every rule that fails; none when the client may be booked.
   *
   * @param now the moment of the booking
   * @param zone the gym's, in which its days begin
   */
  public static List<BookingRefusal> against(BookingFacts facts, Instant now, ZoneId zone) {
    List<BookingRefusal> failed = new ArrayList<>();
    time(facts.event(), now, failed);
    BookingRefusal standing =
        standing(
            facts.standing(),
            facts.event().tour(),
            LocalDate.ofInstant(facts.event().startsAt(), zone));
    if (standing != null) {
      failed.add(standing);
    }
    if (facts.place() != null) {
      failed.add(facts.place());
    }
    if (facts.elsewhere() != null) {
      failed.add(facts.elsewhere());
    }
    window(facts, now, zone, failed);
    return List.copyOf(failed);
  }

  private static void time(BookingFacts.Event event, Instant now, List<BookingRefusal> failed) {
    if (event.cancelled()) {
      failed.add(new BookingRefusal.EventCancelled());
    }
    if (!event.endsAt().isAfter(now)) {
      failed.add(new BookingRefusal.Over(event.endsAt()));
    } else if (!event.startsAt().isAfter(now)) {
      failed.add(new BookingRefusal.Started(event.startsAt()));
    }
  }

  /**
   * What a standing has against taking part, or null.
   *
   * @param tour whether it is a tour, in which prospects take part
   * @param day the day of the event at the gym
   */
  static @Nullable BookingRefusal standing(
      BookingFacts.Standing standing, boolean tour, LocalDate day) {
    MemberStatus status = standing.status();
    LocalDate lastDay = standing.lastDay();
    boolean endsBefore = lastDay != null && lastDay.isBefore(day);
    return switch (status) {
      case ACTIVE -> lastDay != null && endsBefore ? new BookingRefusal.EndsBefore(lastDay) : null;
      case PROSPECT ->
          tour || (lastDay != null && !endsBefore)
              ? null
              : new BookingRefusal.NoStanding(status, lastDay);
      case FROZEN, EXPIRED, CANCELLED -> new BookingRefusal.NoStanding(status, lastDay);
    };
  }

  private static void window(
      BookingFacts facts, Instant now, ZoneId zone, List<BookingRefusal> failed) {
    Instant start = facts.event().startsAt();
    if (!start.isAfter(now)) {
      return;
    }
    BookingRules rules = facts.rules();
    if (rules.opensDays() > 0) {
      Instant opens = start.atZone(zone).minusDays(rules.opensDays()).toInstant();
      if (now.isBefore(opens)) {
        failed.add(new BookingRefusal.NotOpenYet(opens));
      }
    }
    Instant closes = start.minus(rules.closes());
    if (!now.isBefore(closes)) {
      failed.add(new BookingRefusal.Closed(closes));
    }
  }
}
