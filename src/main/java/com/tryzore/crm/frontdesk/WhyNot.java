package com.tryzore.crm.frontdesk;

import com.tryzore.crm.members.MemberStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that keeps a member out, with the facts that a person is told. Facts only; the words are
 * in the bundles.
 */
public sealed interface WhyNot {

  /** What puts it right, besides letting the member in this once. */
  enum Mend {
    /** A new term of the membership that ended. */
    RENEW,
    /** The end of the freeze. */
    RESUME,
    /** A first membership. */
    SELL
  }

  /** The mend, when there is one that this gym's desk can do. */
  Optional<Mend> mend();

  /**
   * The last day has passed: the first day refused is the one after it.
   *
   * @param lastDay the last day, or null when the record only says that it is over
   */
  record Ended(@Nullable LocalDate lastDay) implements WhyNot {
    @Override
    public Optional<Mend> mend() {
      return Optional.of(Mend.RENEW);
    }
  }

  /**
   * The membership rests.
   *
   * @param until the last day of the freeze, or null when nobody set one
   */
  record Frozen(@Nullable LocalDate until) implements WhyNot {
    @Override
    public Optional<Mend> mend() {
      return Optional.of(Mend.RESUME);
    }
  }

  /**
   * The membership was cancelled.
   *
   * @param lastDay the day it ran to, or runs to, if known
   */
  record Cancelled(@Nullable LocalDate lastDay) implements WhyNot {
    @Override
    public Optional<Mend> mend() {
      return Optional.of(Mend.SELL);
    }
  }

  /** A prospect, and without a trial that still runs: there was never a right to come. */
  record NoMembership() implements WhyNot {
    @Override
    public Optional<Mend> mend() {
      return Optional.of(Mend.SELL);
    }
  }

  /**
   * A member of another gym of the chain, in good standing there, whose right to visit this one was
   * withdrawn.
   *
   * @param home the gym that keeps the membership
   */
  record NoRightHere(String home) implements WhyNot {
    @Override
    public Optional<Mend> mend() {
      return Optional.empty();
    }
  }

  /**
   * Every rule that fails; none when the member may come in.
   *
   * @param now the moment of the check-in
   * @param zone the gym's, in which its days begin
   */
  static List<WhyNot> against(DeskMember member, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    DeskMember.Right right = member.right();
    LocalDate lastDay = right.lastDay();
    boolean over = lastDay != null && lastDay.isBefore(today);
    List<WhyNot> failed = new ArrayList<>();
    switch (right.status()) {
      case ACTIVE -> {
        if (over) {
          failed.add(new Ended(lastDay));
        }
      }
      case EXPIRED -> failed.add(new Ended(over ? lastDay : null));
      case FROZEN -> {
        failed.add(new Frozen(member.frozenUntil()));
        if (over) {
          failed.add(new Ended(lastDay));
        }
      }
      case CANCELLED -> failed.add(new Cancelled(lastDay));
      case PROSPECT -> {
        if (lastDay == null) {
          failed.add(new NoMembership());
        } else if (over) {
          failed.add(new Ended(lastDay));
        }
      }
    }
    DeskMember.Home home = member.home();
    if (failed.isEmpty() && home != null && member.here().status() == MemberStatus.CANCELLED) {
      failed.add(new NoRightHere(home.gym()));
    }
    return List.copyOf(failed);
  }
}
