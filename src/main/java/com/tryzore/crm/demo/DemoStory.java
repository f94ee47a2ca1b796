package com.tryzore.crm.demo;

import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.StandingData;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * Who of a demo gym's members has which trouble. Members are numbered from 0 in the order they were
 * enrolled; their member numbers are one higher.
 */
final class DemoStory {
  static final int WITH_A_NOTE = 2;
  static final int CALLED_BEFORE_NOON = 3;
  static final int BIRTHDAY = 4;
  static final int FIRST_VISIT = 6;
  static final int FROZEN_WITHOUT_END = 9;
  static final int ENDS_SOON_TODAY = 25;
  static final int ENROLLED_TWICE = 26;
  static final int EXPIRED_BUT_ALLOWED = 31;

  private DemoStory() {}

  /** Mostly members in good standing; some that end soon, have ended, are frozen or cancelled. */
  static StandingData standing(
      int i, int members, String plan, LocalDate today, RandomGenerator random) {
    LocalDate joined = today.minusDays(20 + random.nextInt(1200));
    if (isSecondRecord(i, members)) {
      return StandingData.prospect();
    }
    if (i == FIRST_VISIT) {
      return StandingData.active(plan, today.plusDays(363), today.minusDays(2));
    }
    return switch (i % 20) {
      case 5 -> StandingData.active(plan, today.plusDays(random.nextInt(7)), joined);
      case 9 -> new StandingData(null, MemberStatus.FROZEN, plan, today.plusDays(120), joined);
      case 11 -> StandingData.active(plan, today.minusDays(1 + random.nextInt(40)), joined);
      case 14 -> new StandingData(null, MemberStatus.CANCELLED, plan, today.minusDays(10), joined);
      case 17 -> StandingData.prospect();
      default -> StandingData.active(plan, today.plusDays(20 + random.nextInt(340)), joined);
    };
  }

  /** Whether that member's plan ends within seven days. */
  static boolean endsSoon(int i) {
    return i % 20 == 5;
  }

  /** Whether that member is in good standing and has trained here before today. */
  static boolean cameBefore(int i, int members) {
    return i != FIRST_VISIT
        && !isSecondRecord(i, members)
        && switch (i % 20) {
          case 9, 11, 14, 17 -> false;
          default -> true;
        };
  }

  /** Whether that is {@link #ENROLLED_TWICE} once more: the last record, made in a hurry. */
  static boolean isSecondRecord(int i, int members) {
    return i == members - 1;
  }
}
