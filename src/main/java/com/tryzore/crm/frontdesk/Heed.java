package com.tryzore.crm.frontdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to mind about a member who may come in. Facts only; the words are in the bundles. */
public sealed interface Heed {

  /** An end within so many days is said. */
  int ENDS_SOON_DAYS = 7;

  /** Who has not been here for so many days is welcomed back. */
  int LONG_AWAY_DAYS = 90;

  /**
   * The last day is near: today at the earliest, seven days from today at the latest, both
   * included.
   *
   * @param lastDay the last day on which the member may come
   * @param daysLeft 0 when that is today
   */
  record EndsSoon(LocalDate lastDay, int daysLeft) implements Heed {}

  /**
   * It is the member's birthday. Someone born on 29 February has it on the 28th in years without a
   * 29th.
   *
   * @param age the years completed today
   */
  record Birthday(int age) implements Heed {}

  /**
   * No visit is known, neither counted here nor told by an import.
   *
   * @param joinedOn when the member joined, if known
   */
  record FirstVisit(@Nullable LocalDate joinedOn) implements Heed {}

  /**
   * The last visit was ninety days ago or more.
   *
   * @param lastVisitOn that day, in the gym's zone
   * @param days how long ago
   */
  record LongAway(LocalDate lastVisitOn, int days) implements Heed {}

  /** A colleague left a note for the desk. */
  record DeskNote(String text) implements Heed {}

  /**
   * All there is to mind, the most pressing first.
   *
   * @param now the moment of the check-in
   * @param zone the gym's, in which its days begin
   */
  static List<Heed> about(DeskMember member, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Heed> heeds = new ArrayList<>();
    member.deskNotes().forEach(note -> heeds.add(new DeskNote(note)));
    LocalDate lastDay = member.right().lastDay();
    if (lastDay != null) {
      long left = ChronoUnit.DAYS.between(today, lastDay);
      if (left >= 0 && left <= ENDS_SOON_DAYS) {
        heeds.add(new EndsSoon(lastDay, (int) left));
      }
    }
    LocalDate born = member.person().birthDate();
    if (born != null && isBirthday(born, today)) {
      heeds.add(new Birthday(today.getYear() - born.getYear()));
    }
    Instant lastAt = member.visits().lastAt();
    if (member.visits().count() == 0 && lastAt == null) {
      heeds.add(new FirstVisit(member.joinedOn()));
    } else if (lastAt != null) {
      LocalDate lastOn = LocalDate.ofInstant(lastAt, zone);
      long away = ChronoUnit.DAYS.between(lastOn, today);
      if (away >= LONG_AWAY_DAYS) {
        heeds.add(new LongAway(lastOn, (int) away));
      }
    }
    return List.copyOf(heeds);
  }

  private static boolean isBirthday(LocalDate born, LocalDate today) {
    return born.getYear() < today.getYear()
        && MonthDay.from(born).atYear(today.getYear()).equals(today);
  }
}
